//! What the frame shows about the person, the organization and the sections that exist.

use maud::Markup;

/// The part of the application that a screen belongs to; marks the current entry of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    /// ホーム
    #[default]
    Home,
    /// 組織
    Organization,
    /// 情報資産台帳
    Assets,
    /// リスク
    Risks,
    /// 事例とインシデント
    Incidents,
    /// 自己点検
    Checks,
    /// 管理策
    Controls,
    /// 文書
    Documents,
    /// 対策計画
    Plans,
    /// 教育
    Training,
    /// 内部監査
    Audits,
    /// 知識
    Knowledge,
    /// 記録（変更の履歴）
    AuditLog,
    /// 設定
    Settings,
    /// A person's own pages; never in the navigation.
    Account,
}

impl Section {
    /// Whether it stands below the line of the navigation: looked up now and then, not worked on.
    pub(super) fn is_reference(self) -> bool {
        matches!(self, Section::Knowledge | Section::AuditLog | Section::Settings)
    }
}

/// One entry of the navigation.
#[derive(Debug, Clone)]
pub struct NavigationItem {
    /// The section it opens.
    pub section: Section,
    /// Its name as people read it.
    pub title: String,
    /// The address of its first screen.
    pub href: String,
}

impl NavigationItem {
    /// An entry of the navigation.
    pub fn new(section: Section, title: impl Into<String>, href: impl Into<String>) -> NavigationItem {
        NavigationItem { section, title: title.into(), href: href.into() }
    }
}

/// One organization that the person belongs to.
#[derive(Debug, Clone)]
pub struct OrganizationEntry {
    /// Sent as `organization` when the person switches to it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the session works for it now.
    pub is_current: bool,
}

/// Where the frame's own links and forms go.
#[derive(Debug, Clone)]
pub struct FramePaths {
    /// ホーム, opened by the product's name.
    pub home: String,
    /// The person's own page.
    pub account: String,
    /// Ends the session (POST).
    pub sign_out: String,
    /// Switches the organization (POST, field `organization`).
    pub switch_organization: String,
}

impl Default for FramePaths {
    fn default() -> FramePaths {
        FramePaths {
            home: "/".into(),
            account: "/account".into(),
            sign_out: "/sign-out".into(),
            switch_organization: "/account/organization".into(),
        }
    }
}

/// What every screen of a signed-in person shows around its content.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// The organization's name; none for a person who belongs to no organization yet.
    pub organization: Option<String>,
    /// The person's role in it, as people read it (「情報セキュリティ責任者」).
    pub role_title: String,
    /// The person's name.
    pub person_name: String,
    /// Only the sections that exist and that the person may open.
    pub sections: Vec<NavigationItem>,
    /// All organizations of the person; the menu offers to switch from two on.
    pub organizations: Vec<OrganizationEntry>,
    /// Whether the organization is the sample company: says so on every screen.
    pub is_sample: bool,
    /// A form at the end of the sample banner (「見本を消す」).
    pub sample_form: Option<Markup>,
    /// Where the frame's own links and forms go.
    pub paths: FramePaths,
}
