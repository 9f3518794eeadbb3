//! How likely each threat is.

use axum::extract::State as Shared;

use super::TAG;
use super::body::{RatingsBody, tagged};
use crate::State;
use crate::api::{Caller, Problem, Tagged};

#[utoipa::path(
    get, path = "/threat-ratings", tag = TAG, operation_id = "list_threat_ratings",
    summary = "脅威の起こりやすさ",
    description = "つけ込みやすさを決める対策への答えは、会社の状況（`/organization/profile` の `measures.`）にあります。",
    responses((
        status = 200, description = "起こりやすさ", body = RatingsBody,
        headers(("ETag" = String, description = "組織の版。答えを変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn list(
    Shared(state): Shared<State>,
    Caller(context): Caller,
) -> Result<Tagged<RatingsBody>, Problem> {
    tagged(&context, &state.catalog).await
}
