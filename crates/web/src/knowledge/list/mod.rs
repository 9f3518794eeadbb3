//! The entries of one kind, under headings, narrowed by words.

mod filter;
mod group;
mod groups;
mod ranks;

use std::collections::HashSet;

use axum::extract::{Path, Query, State as Shared};
use axum::response::{IntoResponse, Response};
use catalog::{Catalog, Item, Kind, Wanted};
use maud::{Markup, html};

pub(super) use groups::groups;

use super::address::{ENTRANCE, kind_href, search_href};
use super::not_found::not_found;
use super::{typed, words};
use crate::components::{ButtonKind, Crumb, EmptyState, LinkButton};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};
use filter::Filter;
use group::Group;

/// Entries that one sees without searching.
const AT_A_GLANCE: usize = 8;

pub(super) async fn list(
    person: Person,
    Shared(state): Shared<State>,
    Path(kind): Path<String>,
    Query(mut filter): Query<Filter>,
) -> Result<Response, Failure> {
    let catalog = &*state.catalog;
    let Some(kind) = Kind::from_word(&kind) else { return Ok(not_found(&person, catalog, None, &kind)) };
    filter.q = typed(&filter.q);
    let wanted = catalog.wanted(&filter.q);
    let groups = narrowed(catalog, kind, &filter, &wanted);
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("知識", ENTRANCE)],
        lead: Some(html! { p { (words::about(kind)) } }),
        ..Page::new(words::title(kind), Section::Knowledge, &frame)
    };
    let is_narrowed = !filter.is_empty();
    let is_long = is_narrowed || count(&groups) > AT_A_GLANCE;
    let content = html! {
        @if is_long { (filter.render(kind)) }
        @if groups.is_empty() { (nothing(kind, &filter)) }
        @else {
            @if is_long { (counted(&groups, is_narrowed)) }
            (group::render(catalog, &groups, kind, &wanted, is_narrowed))
        }
        @if kind == Kind::Topic && !is_narrowed { (ranks::ranks(catalog)) }
    };
    Ok(page.render(content).into_response())
}

/// The groups of a kind with what is looked for alone.
fn narrowed<'a>(catalog: &'a Catalog, kind: Kind, filter: &Filter, wanted: &Wanted) -> Vec<Group<'a>> {
    let mut groups = groups(catalog, kind);
    let found: Option<HashSet<&str>> = (!wanted.is_empty())
        .then(|| catalog.found(wanted).iter().filter(|entry| entry.kind == kind).map(|entry| entry.id).collect());
    for group in &mut groups {
        group.retain(|entry| {
            let has_words = found.as_ref().is_none_or(|found| found.contains(entry.id));
            has_words && !matches!(entry.item, Item::Control(control) if !filter.takes(control))
        });
    }
    groups.retain(|group| group.count() > 0);
    groups
}

fn counted(groups: &[Group<'_>], is_narrowed: bool) -> Markup {
    let count = count(groups);
    html! {
        p.filter-count role="status" { @if is_narrowed { (count) "件が合いました。" } @else { "全部で" (count) "件です。" } }
    }
}

fn count(groups: &[Group<'_>]) -> usize {
    groups.iter().map(Group::count).sum()
}

fn nothing(kind: Kind, filter: &Filter) -> Markup {
    let (title, href) = (format!("条件に合う{}はありません。", words::title(kind)), kind_href(kind));
    let everywhere = search_href(&filter.q);
    let actions = html! {
        (LinkButton { label: "条件を消す", href: &href, ..LinkButton::default() }.render())
        @if !filter.q.is_empty() {
            (LinkButton { kind: ButtonKind::Text, label: "知識のすべてから探す", href: &everywhere, ..LinkButton::default() }.render())
        }
    };
    EmptyState { title: &title, text: "言葉を短くするか、条件を消してください。", actions }.render()
}
