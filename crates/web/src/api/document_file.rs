//! Documents as files.

use axum::response::Response;
use document::Document;
use serde::Deserialize;
use utoipa::IntoParams;

use super::Problem;
use super::query::Check;
use crate::State;
use crate::download::{Format, answer};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct FormatQuery {
    /// `xlsx` Excel（指定がないとき）、`docx` Word、`pdf` PDF
    #[param(value_type = Option<String>)]
    format: String,
}

impl FormatQuery {
    pub(super) fn read(&self, check: &mut Check) -> Format {
        let known = |text: &str| Format::ALL.into_iter().find(|format| format.id() == text);
        check.read("format", &self.format, known, "xlsx、docx、pdf のどれかにしてください。").unwrap_or(Format::Xlsx)
    }
}

/// The document as a file of that name. `plain` is the name for programs that cannot read the other.
///
/// # Errors
/// Where it cannot be written so, with the place of what is in the way.
pub(super) async fn document_file(
    state: &State,
    document: Document,
    format: Format,
    name: &str,
    plain: &str,
) -> Result<Response, Problem> {
    let file = answer(state, document, format, name, plain).await;
    file.map_err(|failure| failure.into_error().into())
}
