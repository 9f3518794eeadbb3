//! The register as a whole.

use app::asset;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Register, description = "情報資産台帳の全体。")]
pub(super) struct RegisterBody {
    /// 会社が加えた列の見出し。`extra` に書けるのはこれらです。
    extra_columns: Vec<String>,
}

#[utoipa::path(
    get, path = "/register", tag = TAG, operation_id = "find_register",
    summary = "台帳の列",
    responses((status = 200, description = "台帳の列", body = RegisterBody))
)]
pub(super) async fn register(Caller(context): Caller) -> Result<Json<RegisterBody>, Problem> {
    Ok(Json(RegisterBody { extra_columns: asset::register(&context).await?.extra_columns }))
}
