//! The invitations of the organization.

use app::invitation;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::InvitationBody;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invitations, description = "招待の一覧。")]
pub(super) struct ListBody {
    /// 招待。新しいほうからです。終わったものも入ります。
    items: Vec<InvitationBody>,
}

#[utoipa::path(
    get, path = "/invitations", tag = TAG, operation_id = "list_invitations",
    summary = "招待の一覧",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn list(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let invitations = invitation::list(&context).await?;
    Ok(Json(ListBody { items: invitations.into_iter().map(InvitationBody::from).collect() }))
}
