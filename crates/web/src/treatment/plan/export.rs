//! The plan as a file: what its address looks for.

use app::asset::today;
use app::treatment::report;
use axum::extract::{Path, Query, State as Shared};
use axum::response::Response;

use super::address::Address;
use crate::download::{Format, answer};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn export(
    person: Person,
    Shared(state): Shared<State>,
    Path(format): Path<String>,
    Query(address): Query<Address>,
) -> Result<Response, Failure> {
    let format: Format = format.parse()?;
    let document = report(&person.context, &state.catalog, &address.filter(), format.id()).await?;
    let date = today(&person.context);
    answer(&state, document, format, &format!("リスク対応計画_{date}"), &format!("treatment_plan_{date}")).await
}
