//! 媒体・保存先: where information lives.

use serde::{Deserialize, Serialize};

/// 媒体・保存先, the six of the national guideline's register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// 書類
    Paper,
    /// 可搬電子媒体
    RemovableMedia,
    /// 事務所PC
    OfficePc,
    /// モバイル機器
    MobileDevice,
    /// 社内サーバー
    InternalServer,
    /// 社外サーバー (クラウド)
    ExternalServer,
}

impl Medium {
    /// In the guideline's order.
    pub const ALL: [Self; 6] = [
        Self::Paper,
        Self::RemovableMedia,
        Self::OfficePc,
        Self::MobileDevice,
        Self::InternalServer,
        Self::ExternalServer,
    ];

    /// The Japanese name, as the register's drop-down writes it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Paper => "書類",
            Self::RemovableMedia => "可搬電子媒体",
            Self::OfficePc => "事務所PC",
            Self::MobileDevice => "モバイル機器",
            Self::InternalServer => "社内サーバー",
            Self::ExternalServer => "社外サーバー",
        }
    }

    /// The id used in the catalog and in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::RemovableMedia => "removable-media",
            Self::OfficePc => "office-pc",
            Self::MobileDevice => "mobile-device",
            Self::InternalServer => "internal-server",
            Self::ExternalServer => "external-server",
        }
    }

    /// The medium of that catalog id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|medium| medium.id() == id)
    }
}
