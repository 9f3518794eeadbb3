//! A snapshot as a file, with what changed since another where asked.

use app::assessment;
use axum::extract::{Path, Query, State as Shared};
use axum::response::Response;

use super::assessment_id;
use super::show::Since;
use crate::download::{Format, answer};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn report(
    person: Person,
    Shared(state): Shared<State>,
    Path((id, format)): Path<(String, String)>,
    Query(wanted): Query<Since>,
) -> Result<Response, Failure> {
    let (id, format): (_, Format) = (assessment_id(&id)?, format.parse()?);
    let since = if wanted.since.is_empty() { None } else { Some(assessment_id(&wanted.since)?) };
    let (assessment, _) = assessment::find(&person.context, id).await?;
    let document = assessment::report(&person.context, id, since, format.id()).await?;
    let name = format!("リスクアセスメント結果_{}", assessment.name);
    answer(&state, document, format, &name, &format!("assessment_{}", assessment.made_on)).await
}
