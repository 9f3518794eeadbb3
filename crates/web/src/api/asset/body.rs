//! An asset as the API shows it.

use std::collections::BTreeMap;

use app::asset::{Asset, Snapshot};
use app::{AssetId, DepartmentId};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use method::{Medium, Rating};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::moment::Moment;
use crate::api::word::MediumWord;
use crate::api::Tagged;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Asset, description = "情報資産1件。台帳の1行にあたります。")]
pub(super) struct AssetBody {
    /// この情報資産の id
    #[schema(value_type = String, format = Uuid)]
    id: AssetId,
    #[serde(flatten)]
    state: AssetState,
    /// 台帳に加えた日時
    created_at: Moment,
    /// 最後に変えた日時
    updated_at: Moment,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(description = "情報資産の、ある版の内容。")]
pub(super) struct AssetState {
    /// 版。1から始まり、変えるたびに増えます。ETag と同じ数です。
    #[schema(minimum = 1)]
    version: i64,
    /// 台帳での並び順。小さいほうが先です。
    position: i64,
    /// 業務分類
    business: String,
    /// 情報資産名称
    name: String,
    /// 名称のふりがな
    name_reading: String,
    /// 備考
    remarks: String,
    /// 利用者範囲
    users: String,
    /// リスク所有者
    risk_owner: String,
    /// 管理部署の名前
    department: String,
    /// 管理部署の id。部署として登録されていない名前のときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    department_id: Option<DepartmentId>,
    /// 媒体・保存先
    #[schema(value_type = MediumWord)]
    medium: Medium,
    /// 媒体・保存先の、台帳での書き方
    medium_as_written: String,
    /// 個人情報・要配慮個人情報・特定個人情報のどれかを含むか
    personal_data: bool,
    /// 個人情報を含むか
    personal: bool,
    /// 要配慮個人情報を含むか
    sensitive: bool,
    /// 特定個人情報（マイナンバー）を含むか
    my_number: bool,
    /// 事故が会社の存続に関わるか
    survival: bool,
    /// 機密性の評価値（1〜3）。資産価値だけが決まっている台帳では null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    confidentiality: Option<Rating>,
    /// 完全性の評価値（1〜3）。資産価値だけが決まっている台帳では null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    integrity: Option<Rating>,
    /// 可用性の評価値（1〜3）。資産価値だけが決まっている台帳では null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    availability: Option<Rating>,
    /// 資産価値（1〜3）。機密性・完全性・可用性の評価値があるときは null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    asset_value: Option<Rating>,
    /// 重要度（1〜3）。ほかの項目から計算されます。
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    importance: Rating,
    /// 重要度がそうなる理由
    importance_reason: String,
    /// 被害発生可能性（1〜3）。決めていないときは null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    likelihood: Option<Rating>,
    /// 保存期限
    retention: String,
    /// 登録日
    #[schema(value_type = Option<String>, format = Date)]
    registered_on: Option<Date>,
    /// 見直し予定日
    #[schema(value_type = Option<String>, format = Date)]
    review_on: Option<Date>,
    /// 会社が加えた列。見出しと値です。
    extra: BTreeMap<String, String>,
}

impl AssetState {
    /// A state with the reason of its 重要度.
    pub(super) fn new(state: Snapshot, importance_reason: String) -> Self {
        Self {
            version: state.version,
            position: state.position,
            business: state.business,
            name: state.name,
            name_reading: state.name_reading,
            remarks: state.remarks,
            users: state.users,
            risk_owner: state.risk_owner,
            department: state.department,
            department_id: state.department_id,
            medium: state.medium,
            medium_as_written: state.medium_as_written,
            personal_data: state.personal || state.sensitive || state.my_number,
            personal: state.personal,
            sensitive: state.sensitive,
            my_number: state.my_number,
            survival: state.survival,
            confidentiality: state.confidentiality,
            integrity: state.integrity,
            availability: state.availability,
            asset_value: state.asset_value,
            importance: state.importance,
            importance_reason,
            likelihood: state.likelihood,
            retention: state.retention,
            registered_on: state.registered_on,
            review_on: state.review_on,
            extra: state.extra,
        }
    }
}

impl From<&Asset> for AssetBody {
    fn from(asset: &Asset) -> Self {
        Self {
            id: asset.id,
            state: AssetState::new(Snapshot::from(asset), asset.content.importance().explanation()),
            created_at: asset.created_at.into(),
            updated_at: asset.updated_at.into(),
        }
    }
}

/// The asset with its version as `ETag`.
pub(super) fn tagged(asset: &Asset) -> Tagged<AssetBody> {
    Tagged { version: asset.version, value: asset.into() }
}

/// The answer to a new asset.
pub(super) fn created(asset: &Asset) -> Response {
    let mut response = (StatusCode::CREATED, tagged(asset)).into_response();
    if let Ok(place) = HeaderValue::from_str(&format!("/api/v1/assets/{}", asset.id)) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}
