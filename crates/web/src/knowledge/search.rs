//! What is found by words, of all kinds or of one.

use axum::extract::{Query, State as Shared};
use catalog::{Catalog, Entry, Kind, Wanted};
use maud::{Markup, html};
use serde::Deserialize;

use super::address::{ENTRANCE, SEARCH, with_query};
use super::item::{Around, items};
use super::search_form::search_form;
use super::{typed, words};
use crate::State;
use crate::asset::words::thousands;
use crate::components::{Crumb, EmptyState, LinkButton, Pager};
use crate::layout::{Page, Section};
use crate::request::Person;

/// Entries of a page.
const SHOWN: usize = 30;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    /// Word of a kind; empty for all.
    kind: String,
    /// From 1.
    page: String,
}

impl Asked {
    fn href(&self, kind: &str, page: usize) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        with_query(SEARCH, &[("q", &self.q), ("kind", kind), ("page", &page)])
    }
}

pub(super) async fn search(person: Person, Shared(state): Shared<State>, Query(asked): Query<Asked>) -> Markup {
    let asked = Asked { q: typed(&asked.q), ..asked };
    let catalog = &*state.catalog;
    let wanted = catalog.wanted(&asked.q);
    let found = catalog.found(&wanted);
    let frame = person.frame();
    let title =
        if wanted.is_empty() { "知識から探す".to_owned() } else { format!("「{}」の検索結果", asked.q) };
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("知識", ENTRANCE)],
        ..Page::new(&title, Section::Knowledge, &frame)
    };
    page.render(html! {
        (search_form(&asked.q))
        @if wanted.is_empty() { p { "探す言葉を入れてください。いくつか入れると、すべてを含むものを探します。" } }
        @else if found.is_empty() { (nothing()) }
        @else { (results(catalog, &asked, &wanted, &found)) }
    })
}

fn nothing() -> Markup {
    let entrance = LinkButton { label: "知りたいことから選ぶ", href: ENTRANCE, ..LinkButton::default() };
    EmptyState {
        title: "合うものはありません。",
        text: "言葉を短くするか、減らすか、別の言い方で探してください。",
        actions: entrance.render(),
    }
    .render()
}

fn results(catalog: &Catalog, asked: &Asked, wanted: &Wanted, found: &[Entry<'_>]) -> Markup {
    let kind = Kind::from_word(&asked.kind);
    let of_kind: Vec<Entry<'_>> =
        found.iter().filter(|entry| kind.is_none_or(|kind| entry.kind == kind)).copied().collect();
    let pages = of_kind.len().div_ceil(SHOWN).max(1);
    let page = asked.page.parse::<usize>().unwrap_or(1).clamp(1, pages);
    let first = (page - 1) * SHOWN;
    let shown: Vec<Entry<'_>> = of_kind.iter().skip(first).take(SHOWN).copied().collect();
    let word = kind.map_or("", Kind::word);
    let pager = Pager {
        total: Some(of_kind.len() as u64),
        first: Some(first as u64 + 1),
        shown: shown.len() as u64,
        page_size: SHOWN as u64,
        previous_href: (page > 1).then(|| asked.href(word, page - 1)),
        next_href: (page < pages).then(|| asked.href(word, page + 1)),
        ..Pager::default()
    };
    html! {
        (kinds(asked, found, kind))
        section aria-labelledby="results" {
            h2 #results { (kind.map_or("すべての種類", words::title)) span.count { (thousands(of_kind.len() as u64)) "件" } }
            (items(catalog, &shown, wanted, Around::Kind))
            (pager.render())
        }
    }
}

/// How many of each kind were found, each a way to those alone.
fn kinds(asked: &Asked, found: &[Entry<'_>], current: Option<Kind>) -> Markup {
    let counted = Kind::ALL.into_iter().map(|kind| (kind, found.iter().filter(|entry| entry.kind == kind).count()));
    let counted: Vec<(Kind, usize)> = counted.filter(|(_, count)| *count > 0).collect();
    html! {
        nav.jumps aria-label="種類でしぼり込む" {
            ul {
                li { a href=(asked.href("", 1)) aria-current=[current.is_none().then_some("page")] { "すべて" } span.count { (found.len()) } }
                @for (kind, count) in counted {
                    li {
                        a href=(asked.href(kind.word(), 1)) aria-current=[(current == Some(kind)).then_some("page")] { (words::title(kind)) }
                        span.count { (count) }
                    }
                }
            }
        }
    }
}
