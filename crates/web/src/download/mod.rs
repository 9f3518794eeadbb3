//! Documents as files. How a document becomes a file is not known here: the command that serves brings the
//! [`Renderers`]. They work beside the requests, a few at a time, so that screens stay quick meanwhile.

mod format;
mod rendering;
mod risks;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use document::Document;
use maud::{Markup, html};
use url::form_urlencoded::byte_serialize;

pub(crate) use format::Format;
pub use rendering::Renderers;
pub(crate) use rendering::Rendering;

use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new().route("/risks/export.{format}", get(risks::export))
}

/// The document as a file of that name. `plain` is the name for programs that cannot read the other.
///
/// # Errors
/// [`app::Error::Refused`] where it cannot be written so, with the place of what is in the way.
pub(crate) async fn answer(
    state: &State,
    document: Document,
    format: Format,
    name: &str,
    plain: &str,
) -> Result<Response, Failure> {
    let bytes = state.rendering.render(document, format).await?;
    Ok(file(bytes, format, name, plain))
}

fn file(bytes: Vec<u8>, format: Format, name: &str, plain: &str) -> Response {
    let extension = format.id();
    let disposition = format!(
        "attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{}",
        encoded(&format!("{}.{extension}", usable(name)))
    );
    let headers = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// A name without what file systems refuse.
fn usable(name: &str) -> String {
    let refused = |letter: char| letter.is_control() || "\\/:*?\"<>|".contains(letter);
    name.trim().chars().map(|letter| if refused(letter) { '_' } else { letter }).collect()
}

/// As RFC 8187 writes it. A form writes spaces as plus signs; in headers they are %20.
fn encoded(name: &str) -> String {
    byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20")
}

/// The ways out of a screen: 「Excel」「Word」「PDF」 of `what`, below `path` (`/risks/export`), with that query.
pub(crate) fn links(what: &str, path: &str, query: &str) -> Markup {
    let mark = if query.is_empty() { "" } else { "?" };
    html! {
        p.downloads {
            (what) "を出力："
            @for format in Format::ALL {
                " " a href={ (path) "." (format.id()) (mark) (query) } { (format.title()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        assert_eq!(usable(" 2026/4 定期:営業*部 "), "2026_4 定期_営業_部");
        assert_eq!(encoded("a b+c*.pdf"), "a%20b%2Bc*.pdf");
        assert_eq!(encoded("計画.pdf"), "%E8%A8%88%E7%94%BB.pdf");
    }

    #[test]
    fn a_screen_leads_to_all_formats() {
        let page = links("計画", "/treatments/export", "mine=1").into_string();
        assert!(page.contains("<a href=\"/treatments/export.docx?mine=1\">Word</a>"), "{page}");
        assert!(links("計画", "/x", "").into_string().contains("\"/x.pdf\""));
    }
}
