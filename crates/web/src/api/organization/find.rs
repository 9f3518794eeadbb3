//! The organization.

use app::organization;

use super::TAG;
use super::body::{OrganizationBody, tagged};
use crate::api::{Caller, Problem, Tagged};

#[utoipa::path(
    get, path = "/organization", tag = TAG, operation_id = "find_organization",
    summary = "組織の情報",
    responses((
        status = 200, description = "組織", body = OrganizationBody,
        headers(("ETag" = String, description = "版。変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn find(Caller(context): Caller) -> Result<Tagged<OrganizationBody>, Problem> {
    Ok(tagged(organization::find(&context).await?))
}
