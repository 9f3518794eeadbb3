//! The log as a workbook.

use app::audit_log;
use axum::Form;
use axum::extract::State as Shared;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::filter::Wanted;
use crate::components::FieldErrors;
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn export(
    Shared(state): Shared<State>,
    person: Person,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let filter = wanted.filter(&mut FieldErrors::new());
    let bytes = audit_log::export(&person.context, &state.catalog, &filter).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        // 記録.xlsx
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"records.xlsx\"; filename*=UTF-8''%E8%A8%98%E9%8C%B2.xlsx",
        ),
    ];
    Ok((headers, bytes).into_response())
}
