//! The HTML document around any page.

use maud::{DOCTYPE, Markup, html};

use crate::static_files;

/// htmx without its own style and evaluated code, which the Content-Security-Policy refuses.
const HTMX: &str = r#"{"includeIndicatorCSS":false}"#;

/// A whole document: `heading` is what the page is called, `place` follows it in the window's title.
pub(super) fn document(heading: &str, place: Option<&str>, has_errors: bool, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                meta name="htmx-config" content=(HTMX);
                title {
                    @if has_errors { "エラー：" }
                    (heading)
                    @if let Some(place) = place { "｜" (place) }
                    "｜備え"
                }
                link rel="icon" href=(static_files::url("favicon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(static_files::url("app.css"));
                script src=(static_files::url("htmx.min.js")) defer {}
                script src=(static_files::url("app.js")) defer {}
            }
            body {
                a.skip href="#main" { "本文へ移動" }
                (body)
            }
        }
    }
}
