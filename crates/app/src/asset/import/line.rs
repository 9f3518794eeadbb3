//! The lines of a preview.

use method::Medium;
use sheet::Problem;

use crate::AssetId;
use crate::asset::{Asset, Content, Difference, Snapshot, differences};

/// A line of the file that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the sheet, as Excel counts.
    pub row: u32,
    /// What would happen.
    pub change: LineChange,
}

/// What a line would do to the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineChange {
    /// It adds an asset.
    New(Box<Content>),
    /// It changes an asset.
    Changed(Box<(Asset, Content)>),
    /// The register says the same: the asset's name.
    Unchanged(String),
}

/// What lines can be asked for by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// 新規
    New,
    /// 変更
    Changed,
    /// 変更なし
    Unchanged,
}

impl Line {
    /// Which kind.
    pub fn kind(&self) -> Lines {
        match self.change {
            LineChange::New(_) => Lines::New,
            LineChange::Changed(_) => Lines::Changed,
            LineChange::Unchanged(_) => Lines::Unchanged,
        }
    }

    /// The name of its asset.
    pub fn name(&self) -> &str {
        match &self.change {
            LineChange::New(content) => &content.line.name,
            LineChange::Changed(change) => &change.1.line.name,
            LineChange::Unchanged(name) => name,
        }
    }

    /// What the asset would say; `None` where it stays as it is.
    pub fn content(&self) -> Option<&Content> {
        match &self.change {
            LineChange::New(content) => Some(content),
            LineChange::Changed(change) => Some(&change.1),
            LineChange::Unchanged(_) => None,
        }
    }

    /// Old and new value of every field that would change.
    pub fn differences(&self) -> Vec<Difference> {
        match &self.change {
            LineChange::Changed(change) => differences(&Snapshot::from(&change.0), &Snapshot::from(&change.1)),
            _ => Vec::new(),
        }
    }
}

/// A line of the file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// Its number in the sheet.
    pub row: u32,
    /// Every cell that has to be mended.
    pub problems: Vec<Problem>,
}

/// An asset of the register that the file does not name: it stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Which one.
    pub id: AssetId,
    /// 情報資産名称
    pub name: String,
    /// 業務分類
    pub business: String,
    /// 媒体・保存先
    pub medium: Medium,
    /// The same in the register's words.
    pub medium_as_written: String,
    /// Whether a line of the file adds an asset of the same name in another place: then this may be the
    /// asset that was moved.
    pub moved: bool,
}
