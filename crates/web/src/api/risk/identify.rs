//! リスク特定: proposals are taken over for many assets at once.

use app::AssetId;
use app::risk::{self, Identified};
use axum::Json;
use axum::extract::State as Shared;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(
    as = IdentifyRisks,
    description = "どの脅威を、どの情報資産のリスクとして加えるか。`asset_ids` か `all_without_risks` のどちらかが要ります。両方書くと、両方が対象になります。"
)]
pub(super) struct Wanted {
    /// 知識にある脅威の id。媒体・保存先が同じ情報資産だけが対象になります。
    lines: Vec<String>,
    /// 情報資産の id
    #[schema(value_type = Vec<uuid::Uuid>)]
    asset_ids: Vec<AssetId>,
    /// 脅威の媒体・保存先にある、リスクがまだない情報資産のすべてを対象にするか
    all_without_risks: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IdentifiedRisks, description = "洗い出した結果。")]
pub(super) struct IdentifiedBody {
    /// 加わったリスクの件数。もうあるものは重ねません。
    added: u64,
}

#[utoipa::path(
    post, path = "/risks/identify", tag = TAG, operation_id = "identify_risks",
    summary = "選んだ候補をリスクとして加える",
    description = "1度に20,000件まで加えられます。すべてが加わるか、何も加わらないかのどちらかです。",
    request_body = Wanted,
    responses((status = 200, description = "結果", body = IdentifiedBody))
)]
pub(super) async fn identify(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<IdentifiedBody>, Problem> {
    let Wanted { lines, asset_ids: assets, all_without_risks } = wanted;
    let added = risk::identify(&context, &state.catalog, &Identified { lines, assets, all_without_risks }).await;
    let added = added.map_err(|error| Problem::from(error).renamed("assets", "asset_ids"))?;
    Ok(Json(IdentifiedBody { added }))
}
