//! What a program says about an asset.

use std::collections::BTreeMap;

use app::asset::{Content, Input};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::Problem;
use crate::api::word::MediumWord;

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(
    as = AssetInput,
    description = "情報資産に書く内容。書かない項目は空になります。`name`、`medium` と、`confidentiality`・`integrity`・`availability` の3つ（または `asset_value`）は必ず要ります。"
)]
pub(in crate::api) struct AssetInput {
    /// 業務分類
    business: String,
    /// 情報資産名称。必ず要ります。
    #[schema(max_length = 300)]
    name: String,
    /// 名称のふりがな。ひらがなかカタカナで書きます。
    #[schema(max_length = 300)]
    name_reading: String,
    /// 備考
    remarks: String,
    /// 利用者範囲
    users: String,
    /// リスク所有者
    risk_owner: String,
    /// 管理部署の名前。まだない部署は、加わります。
    department: String,
    /// 媒体・保存先。必ず要ります。
    #[schema(value_type = MediumWord)]
    medium: String,
    /// 媒体・保存先の、台帳での書き方。空なら `medium` の名前になります。
    medium_as_written: String,
    /// 個人情報を含むか
    personal: bool,
    /// 要配慮個人情報を含むか
    sensitive: bool,
    /// 特定個人情報（マイナンバー）を含むか
    my_number: bool,
    /// 事故が会社の存続に関わるか
    survival: bool,
    /// 機密性の評価値（1〜3）
    #[schema(minimum = 1, maximum = 3)]
    confidentiality: Option<u8>,
    /// 完全性の評価値（1〜3）
    #[schema(minimum = 1, maximum = 3)]
    integrity: Option<u8>,
    /// 可用性の評価値（1〜3）
    #[schema(minimum = 1, maximum = 3)]
    availability: Option<u8>,
    /// 資産価値（1〜3）。機密性・完全性・可用性をどれも決めないときだけ書けます。
    #[schema(minimum = 1, maximum = 3)]
    asset_value: Option<u8>,
    /// 被害発生可能性（1〜3）
    #[schema(minimum = 1, maximum = 3)]
    likelihood: Option<u8>,
    /// 保存期限
    retention: String,
    /// 登録日。2026-11-24、2026/11/24、令和8年11月24日 のどれでも書けます。
    registered_on: Option<String>,
    /// 見直し予定日。書き方は登録日と同じです。
    review_on: Option<String>,
    /// 会社が加えた列。台帳にある見出しだけ書けます。
    extra: BTreeMap<String, String>,
}

impl AssetInput {
    /// For the use cases.
    ///
    /// # Errors
    /// Where it gives 資産価値 beside ratings that decide it: neither is left out silently.
    pub(super) fn checked(self) -> Result<Input, Problem> {
        let ratings = [self.confidentiality, self.integrity, self.availability];
        if self.asset_value.is_some() && ratings.iter().any(Option::is_some) {
            return Err(Problem::invalid().with_field(
                "asset_value",
                "『資産価値』は、機密性・完全性・可用性の3つがどれもないときだけ書けます。片方を消してください（null）。",
            ));
        }
        Ok(Input {
            business: self.business,
            name: self.name,
            name_reading: self.name_reading,
            remarks: self.remarks,
            users: self.users,
            risk_owner: self.risk_owner,
            department: self.department,
            medium: self.medium,
            medium_as_written: self.medium_as_written,
            personal: self.personal,
            sensitive: self.sensitive,
            my_number: self.my_number,
            survival: self.survival,
            confidentiality: self.confidentiality,
            integrity: self.integrity,
            availability: self.availability,
            asset_value: self.asset_value,
            likelihood: self.likelihood,
            retention: self.retention,
            registered_on: self.registered_on,
            review_on: self.review_on,
            extra: self.extra,
        })
    }
}

/// What an asset says now, for a change of some of it.
impl From<&Content> for AssetInput {
    fn from(content: &Content) -> Self {
        let Input {
            business,
            name,
            name_reading,
            remarks,
            users,
            risk_owner,
            department,
            medium,
            medium_as_written,
            personal,
            sensitive,
            my_number,
            survival,
            confidentiality,
            integrity,
            availability,
            asset_value,
            likelihood,
            retention,
            registered_on,
            review_on,
            extra,
        } = Input::from(content);
        Self {
            business,
            name,
            name_reading,
            remarks,
            users,
            risk_owner,
            department,
            medium,
            medium_as_written,
            personal,
            sensitive,
            my_number,
            survival,
            confidentiality,
            integrity,
            availability,
            asset_value,
            likelihood,
            retention,
            registered_on,
            review_on,
            extra,
        }
    }
}
