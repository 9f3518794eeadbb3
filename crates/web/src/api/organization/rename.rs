//! Another name for the organization.

use app::organization;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::{OrganizationBody, tagged};
use crate::api::etag::SeenVersion;
use crate::api::{Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RenameOrganization, description = "組織の新しい名前。")]
pub(super) struct Wanted {
    /// 組織名
    #[schema(max_length = 100)]
    name: String,
}

#[utoipa::path(
    patch, path = "/organization", tag = TAG, operation_id = "rename_organization",
    summary = "組織の名前を変える",
    params(SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "変わった組織", body = OrganizationBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn rename(
    Caller(context): Caller,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<OrganizationBody>, Problem> {
    Ok(tagged(organization::rename(&context, &wanted.name, seen).await?))
}
