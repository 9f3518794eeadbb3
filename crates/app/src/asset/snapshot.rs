//! An asset as the audit log keeps it and the JSON API shows it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use method::{Medium, PersonalData, Rating, Ratings, Valuation};
use serde::{Deserialize, Serialize};

use super::{Asset, Content};
use crate::DepartmentId;

/// An asset with names that stay: records of years ago are read with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Counts changes, from 1.
    pub version: i64,
    /// Place in the register.
    pub position: i64,
    /// 業務分類
    pub business: String,
    /// 情報資産名称
    pub name: String,
    /// ふりがな
    pub name_reading: String,
    /// 備考
    pub remarks: String,
    /// 利用者範囲
    pub users: String,
    /// リスク所有者
    pub risk_owner: String,
    /// 管理部署
    pub department: String,
    /// The department that it names.
    pub department_id: Option<DepartmentId>,
    /// 媒体・保存先
    pub medium: Medium,
    /// The register's own words for it.
    pub medium_as_written: String,
    /// 個人情報
    pub personal: bool,
    /// 要配慮個人情報
    pub sensitive: bool,
    /// 特定個人情報
    pub my_number: bool,
    /// 存続への影響
    pub survival: bool,
    /// 機密性; like the next two absent where the register gives one asset value.
    pub confidentiality: Option<Rating>,
    /// 完全性
    pub integrity: Option<Rating>,
    /// 可用性
    pub availability: Option<Rating>,
    /// 資産価値
    pub asset_value: Option<Rating>,
    /// 重要度, computed.
    pub importance: Rating,
    /// 被害発生可能性
    pub likelihood: Option<Rating>,
    /// 保存期限
    pub retention: String,
    /// 登録日
    pub registered_on: Option<Date>,
    /// 見直し予定日
    pub review_on: Option<Date>,
    /// The company's own columns.
    pub extra: BTreeMap<String, String>,
}

impl From<&Asset> for Snapshot {
    fn from(asset: &Asset) -> Self {
        let mut snapshot = Self::from(&asset.content);
        snapshot.version = asset.version;
        snapshot.position = asset.position;
        snapshot.department_id = asset.department;
        snapshot
    }
}

/// A content that belongs to no asset yet: version and position are 0.
impl From<&Content> for Snapshot {
    fn from(content: &Content) -> Self {
        let line = content.line.clone();
        let (ratings, asset_value) = match line.valuation {
            Valuation::Ratings(ratings) => (Some(ratings), None),
            Valuation::AssetValue(value) => (None, Some(value)),
        };
        Self {
            version: 0,
            position: 0,
            business: line.business,
            name: line.name,
            name_reading: content.name_reading.clone(),
            remarks: line.remarks,
            users: line.users,
            risk_owner: line.risk_owner,
            department: line.department,
            department_id: None,
            medium: line.medium,
            medium_as_written: line.medium_as_written,
            personal: line.personal_data.personal,
            sensitive: line.personal_data.sensitive,
            my_number: line.personal_data.my_number,
            survival: line.survival,
            confidentiality: ratings.map(|ratings| ratings.confidentiality),
            integrity: ratings.map(|ratings| ratings.integrity),
            availability: ratings.map(|ratings| ratings.availability),
            asset_value,
            importance: content.importance().value,
            likelihood: line.likelihood,
            retention: line.retention,
            registered_on: line.registered_on,
            review_on: content.review_on,
            extra: content.extra.clone(),
        }
    }
}

impl From<Snapshot> for Content {
    fn from(snapshot: Snapshot) -> Self {
        let ratings = (snapshot.confidentiality, snapshot.integrity, snapshot.availability);
        let valuation = match ratings {
            (Some(confidentiality), Some(integrity), Some(availability)) => {
                Valuation::Ratings(Ratings { confidentiality, integrity, availability })
            }
            _ => Valuation::AssetValue(snapshot.asset_value.unwrap_or(snapshot.importance)),
        };
        let line = method::Asset {
            row: 0,
            business: snapshot.business,
            name: snapshot.name,
            remarks: snapshot.remarks,
            users: snapshot.users,
            risk_owner: snapshot.risk_owner,
            department: snapshot.department,
            medium: snapshot.medium,
            medium_as_written: snapshot.medium_as_written,
            personal_data: PersonalData {
                personal: snapshot.personal,
                sensitive: snapshot.sensitive,
                my_number: snapshot.my_number,
            },
            survival: snapshot.survival,
            valuation,
            likelihood: snapshot.likelihood,
            retention: snapshot.retention,
            registered_on: snapshot.registered_on,
            extra: Vec::new(),
        };
        Self { line, name_reading: snapshot.name_reading, review_on: snapshot.review_on, extra: snapshot.extra }
    }
}
