//! The cells that have to be mended, as a file for whoever mends them.

use app::Error;
use app::asset::import::{Preview, Reading, preview};
use axum::extract::{Path, State as Shared};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use url::form_urlencoded::byte_serialize;

use super::{import_id, words};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn download(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let seen = preview(&person.context, &state.catalog, import_id(&id)?).await?;
    let Reading::Ready(preview) = seen.reading else { return Err(Error::NotFound("取り込み").into()) };
    let name: String = byte_serialize("使えないセルの一覧.csv".as_bytes()).collect();
    let disposition = format!("attachment; filename=\"problems.csv\"; filename*=UTF-8''{name}");
    let headers =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, csv(&preview)).into_response())
}

/// With the mark by which Excel knows UTF-8.
fn csv(preview: &Preview) -> String {
    let mut text = String::from("\u{FEFF}シート,行,列,セル,値,直し方\r\n");
    for problem in preview.unusable.iter().flat_map(|line| &line.problems) {
        let row = problem.row.to_string();
        let what = words::what_to_do(&problem.message, &problem.cell);
        let cells = [&problem.sheet, &row, &problem.column, &problem.cell, &problem.value, what];
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// In quotes; what a spreadsheet would take for a formula begins with an apostrophe.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_formula() {
        assert_eq!(cell("=1+2"), "\"'=1+2\"");
        assert_eq!(cell("a\"b,c\n"), "\"a\"\"b,c\n\"");
    }
}
