//! Who may do what: roles of `domain.md` and the one table that opens by name what is closed by default.
//!
//! Who may give and take roles: whoever holds [`Permission::ManagePeople`], and only roles that open nothing
//! which they may not do themselves (`people::may_give`). So nobody raises themselves or others above
//! themselves, whether directly or by inviting a second address of their own. With the roles of today:
//! 情報セキュリティ責任者 gives and takes every role; システム管理者 gives and takes システム管理者, 教育責任者, 点検責任者
//! and 従業員, but not 情報セキュリティ責任者, 経営者, 情報セキュリティ部門責任者 or 外部支援者, who may change what a
//! システム管理者 only reads. Everybody else gives and takes none. Inviting, renewing and revoking an invitation,
//! and removing a person, are giving and taking the roles in them. A permission added here moves this line by
//! itself: `tests/app/people.rs` holds the table.

use serde::{Deserialize, Serialize};

/// 役割: what a person is in an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 経営者
    TopManagement,
    /// 情報セキュリティ責任者
    SecurityOfficer,
    /// 情報セキュリティ部門責任者: of one department.
    DepartmentManager,
    /// システム管理者
    SystemAdministrator,
    /// 教育責任者
    TrainingOfficer,
    /// 点検責任者: reads all, changes nothing.
    Auditor,
    /// 従業員
    Employee,
    /// 外部支援者: a consultant, where invited.
    Consultant,
}

impl Role {
    /// In the order in which people are offered them.
    pub const ALL: [Self; 8] = [
        Self::TopManagement,
        Self::SecurityOfficer,
        Self::DepartmentManager,
        Self::SystemAdministrator,
        Self::TrainingOfficer,
        Self::Auditor,
        Self::Employee,
        Self::Consultant,
    ];

    /// The word in database, URL and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TopManagement => "top-management",
            Self::SecurityOfficer => "security-officer",
            Self::DepartmentManager => "department-manager",
            Self::SystemAdministrator => "system-administrator",
            Self::TrainingOfficer => "training-officer",
            Self::Auditor => "auditor",
            Self::Employee => "employee",
            Self::Consultant => "consultant",
        }
    }

    /// The role of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }

    /// 役割の名前
    pub const fn title(self) -> &'static str {
        match self {
            Self::TopManagement => "経営者",
            Self::SecurityOfficer => "情報セキュリティ責任者",
            Self::DepartmentManager => "情報セキュリティ部門責任者",
            Self::SystemAdministrator => "システム管理者",
            Self::TrainingOfficer => "教育責任者",
            Self::Auditor => "点検責任者",
            Self::Employee => "従業員",
            Self::Consultant => "外部支援者",
        }
    }

    /// What the role may do here, in a sentence for the person who gives it.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::TopManagement => {
                "会社の全体を見て、基本方針や組織の情報を決めます。自分が所有者のリスクを承認します。"
            }
            Self::SecurityOfficer => "情報資産台帳、リスク、人と役割、記録まで、すべてを扱えます。",
            Self::DepartmentManager => {
                "自分の部署の情報資産とリスクだけを見て、直せます。自分が所有者のリスクを承認します。"
            }
            Self::SystemAdministrator => {
                "台帳、リスク、記録を見て、従業員などを招待できます。自分に頼まれた対策の進み具合を書けます。"
            }
            Self::TrainingOfficer => "台帳とリスクを見られます。変更はできません。",
            Self::Auditor => "台帳、リスク、記録をすべて読めます。変更はできません。",
            Self::Employee => "自分あてのお知らせ、知識、アカウントだけを使います。台帳は見られません。",
            Self::Consultant => {
                "社外の支援者です。台帳、リスク、会社の状況を見て、直せます。人の管理と承認はできません。"
            }
        }
    }

    /// Whether the role is held for one department only.
    pub const fn of_department(self) -> bool {
        matches!(self, Self::DepartmentManager)
    }

    /// Whether the role opens `permission`. What is not named here is closed.
    pub const fn allows(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::SecurityOfficer => true,
            Self::TopManagement => {
                matches!(
                    permission,
                    P::ReadAssets
                        | P::ReadRisks
                        | P::AcceptRisk
                        | P::ReadOrganization
                        | P::EditOrganization
                        | P::ReadPeople
                        | P::ReadAuditLog
                )
            }
            Self::DepartmentManager => matches!(
                permission,
                P::ReadAssets
                    | P::EditAssets
                    | P::ReadRisks
                    | P::EditRisks
                    | P::AcceptRisk
                    | P::ReadOrganization
                    | P::UseApi
            ),
            Self::SystemAdministrator => matches!(
                permission,
                P::ReadAssets
                    | P::ReadRisks
                    | P::ReadOrganization
                    | P::ReadPeople
                    | P::ManagePeople
                    | P::ReadAuditLog
                    | P::UseApi
            ),
            Self::TrainingOfficer => matches!(permission, P::ReadAssets | P::ReadRisks | P::ReadOrganization),
            Self::Auditor => matches!(
                permission,
                P::ReadAssets | P::ReadRisks | P::ReadOrganization | P::ReadPeople | P::ReadAuditLog
            ),
            Self::Employee => false,
            Self::Consultant => matches!(
                permission,
                P::ReadAssets
                    | P::EditAssets
                    | P::ImportAssets
                    | P::ReadRisks
                    | P::EditRisks
                    | P::ReadOrganization
                    | P::EditOrganization
                    | P::UseApi
            ),
        }
    }
}

/// 権限: what a use case asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See the register.
    ReadAssets,
    /// Add, change and remove assets.
    EditAssets,
    /// Bring a whole register in.
    ImportAssets,
    /// See risks, treatments and assessments.
    ReadRisks,
    /// Identify, analyse and treat risks, take assessments.
    EditRisks,
    /// Approve treatments and residual risks that one owns (リスク所有者).
    AcceptRisk,
    /// See the organization's profile and departments.
    ReadOrganization,
    /// Change the organization's profile, departments and risk criteria.
    EditOrganization,
    /// See who belongs to the organization, with which roles.
    ReadPeople,
    /// Invite people, give and take roles.
    ManagePeople,
    /// Read the audit log.
    ReadAuditLog,
    /// Undo a change from the log.
    UndoChange,
    /// Make tokens for the JSON API for oneself.
    UseApi,
}

impl Permission {
    /// All, for tests that hold every role against every permission.
    pub const ALL: [Self; 13] = [
        Self::ReadAssets,
        Self::EditAssets,
        Self::ImportAssets,
        Self::ReadRisks,
        Self::EditRisks,
        Self::AcceptRisk,
        Self::ReadOrganization,
        Self::EditOrganization,
        Self::ReadPeople,
        Self::ManagePeople,
        Self::ReadAuditLog,
        Self::UndoChange,
        Self::UseApi,
    ];
}
