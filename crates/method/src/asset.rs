//! 情報資産: a line of the information-asset register.

use jiff::civil::Date;

use crate::{Medium, Rating, Ratings};

/// 個人情報の種類: the three flags of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PersonalData {
    /// 個人情報
    pub personal: bool,
    /// 要配慮個人情報
    pub sensitive: bool,
    /// 特定個人情報（マイナンバー）
    pub my_number: bool,
}

impl PersonalData {
    /// Whether any kind is held.
    pub const fn any(self) -> bool {
        self.personal || self.sensitive || self.my_number
    }

    /// The names of the kinds held, in register order.
    pub fn titles(self) -> Vec<&'static str> {
        [(self.personal, "個人情報"), (self.sensitive, "要配慮個人情報"), (self.my_number, "特定個人情報")]
            .into_iter()
            .filter_map(|(held, title)| held.then_some(title))
            .collect()
    }
}

/// How the register values an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Valuation {
    /// 機密性・完全性・可用性, as the guideline's register does.
    Ratings(Ratings),
    /// 資産価値: one value, as simpler registers do; it is the importance itself.
    AssetValue(Rating),
}

/// 情報資産: one line of the register (情報資産台帳): the information itself, not the PC that holds it.
///
/// Texts are as the company wrote them; an empty text means that the register says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Line in the source sheet, counted from 1 as Excel does.
    pub row: u32,
    /// 業務分類
    pub business: String,
    /// 情報資産名称
    pub name: String,
    /// 備考
    pub remarks: String,
    /// 利用者範囲
    pub users: String,
    /// リスク所有者
    pub risk_owner: String,
    /// 管理部署
    pub department: String,
    /// 媒体・保存先, one of the six.
    pub medium: Medium,
    /// 媒体・保存先 in the register's own words (人事担当者のPC).
    pub medium_as_written: String,
    /// 個人情報の種類
    pub personal_data: PersonalData,
    /// Whether an incident would threaten the company's survival, where the register says so.
    pub survival: bool,
    /// 評価値
    pub valuation: Valuation,
    /// 被害発生可能性 given directly (quick approach), 1..=3.
    pub likelihood: Option<Rating>,
    /// 保存期限
    pub retention: String,
    /// 登録日
    pub registered_on: Option<Date>,
    /// Values of the register's own further columns, in the order of the register's `extra_columns`.
    pub extra: Vec<String>,
}
