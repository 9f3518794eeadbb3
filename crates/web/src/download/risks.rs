//! The list of risks as a file: what the list's address looks for.

use app::asset::today;
use app::risk::report;
use axum::extract::{Path, Query, State as Shared};
use axum::response::Response;

use super::{Format, answer};
use crate::request::Person;
use crate::risk::Address;
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
    answer(&state, document, format, &format!("リスク一覧_{date}"), &format!("risks_{date}")).await
}
