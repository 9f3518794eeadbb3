//! Who belongs to the organization.

use app::people;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::PersonBody;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = People, description = "組織の人の一覧。")]
pub(super) struct ListBody {
    /// 人。加わった順です。
    items: Vec<PersonBody>,
}

#[utoipa::path(
    get, path = "/people", tag = TAG, operation_id = "list_people",
    summary = "組織の人の一覧",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn list(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let people = people::list(&context).await?;
    Ok(Json(ListBody { items: people.into_iter().map(PersonBody::from).collect() }))
}
