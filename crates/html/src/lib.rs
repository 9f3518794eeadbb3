//! Document -> one HTML page that carries everything with it: no script, no network, prints on A4.

#![forbid(unsafe_code)]

mod body;
mod contents;
mod head;
mod style;
mod table;
mod text;

use document::Document;
use maud::{DOCTYPE, html};

use crate::body::Body;

/// Even if something strange got in, the page may load nothing and run nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as one self-contained page in UTF-8.
///
/// Every word is escaped; the one thing taken as it is are the pictures ([`document::Figure::svg`]),
/// which our own `chart` draws. Same document, same bytes.
pub fn render(document: &Document) -> String {
    let front = &document.front;
    let mut body = Body::default();
    let main = body.blocks(&document.blocks);
    let entries = if front.contents { body.into_entries() } else { Vec::new() };
    let page = html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="format-detection" content="telephone=no, date=no, address=no, email=no";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (front.title) "｜" (front.organization) }
                (style::style(front.landscape))
            }
            body {
                div.page.wide[front.landscape].aside[!entries.is_empty()] {
                    (head::head(front))
                    @if !entries.is_empty() { (contents::contents(&entries)) }
                    main #main { (main) }
                }
            }
        }
    };
    page.into_string()
}
