//! Takes a snapshot.

use app::assessment::{self, Input};
use axum::Form;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::list;
use crate::components::{Notice, thousands};
use crate::failure::field_errors;
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TakeForm {
    name: String,
    department: String,
}

pub(super) async fn take(
    person: Person,
    Shared(state): Shared<State>,
    Form(form): Form<TakeForm>,
) -> Result<Response, Failure> {
    let input = Input { name: form.name, department: form.department.parse().ok() };
    match assessment::take(&person.context, &state.catalog, input.clone()).await {
        Ok(taken) => {
            let count = thousands(taken.heat_map.total());
            let notice = Notice::success(format!("リスク{count}件を「{}」として残しました。", taken.name));
            Ok(see_other_with(&format!("/assessments/{}", taken.id), &notice))
        }
        Err(error) => {
            let page = list::page(&person, &input, &field_errors(error)?).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
