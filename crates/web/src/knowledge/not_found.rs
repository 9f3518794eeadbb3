//! What an address answers that names nothing: how to find what one was looking for.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use catalog::{Catalog, Kind, Wanted};
use maud::html;

use super::address::ENTRANCE;
use super::item::{Around, items};
use super::search_form::search_form;
use super::words;
use crate::components::{Crumb, LinkButton};
use crate::layout::{Page, Section};
use crate::request::Person;

/// Entries that may have been meant.
const NEAR: usize = 5;

/// The page for an address whose last part is `wanted`, below a kind that may be known.
pub(super) fn not_found(person: &Person, catalog: &Catalog, kind: Option<Kind>, wanted: &str) -> Response {
    let wanted: String = wanted.chars().take(super::WORDS).collect();
    let near = catalog.search(&wanted.replace(['-', '.', '/'], " "), NEAR);
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("知識", ENTRANCE)],
        ..Page::new("見つかりません", Section::Knowledge, &frame)
    };
    let entrance = LinkButton { label: "知識のはじめのページへ", href: ENTRANCE, ..LinkButton::default() };
    let what = kind.map_or("知識の種類", words::title);
    let content = html! {
        p { "「" (wanted) "」という" (what) "はありません。アドレスを確かめるか、下の欄に言葉を入れて探してください。" }
        (search_form(""))
        @if !near.is_empty() {
            section aria-labelledby="near" {
                h2 #near { "近いもの" }
                (items(catalog, &near, &Wanted::default(), Around::Kind))
            }
        }
        div.actions { (entrance.render()) }
    };
    (StatusCode::NOT_FOUND, page.render(content)).into_response()
}
