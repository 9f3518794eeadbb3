//! The importance while a person answers: a part of the form's page.

use axum::Form;
use axum::extract::State as Shared;
use maud::Markup;

use super::criteria;
use super::posted::Posted;
use crate::State;
use crate::request::Person;

pub(super) async fn explain(
    _person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Markup {
    criteria::explanation(&state.catalog, &Posted(pairs).input())
}
