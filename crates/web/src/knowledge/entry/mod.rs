//! One entry, told in the way of its kind; then what stands with it, and where it comes from.

mod blanks;
mod case;
mod check;
mod clause;
mod condition;
mod control;
mod document;
mod form;
mod guideline;
mod handbook;
mod links;
mod neighbours;
mod parts;
mod rule_text;
mod rules;
mod small;
mod source;
mod threat;
mod threat_line;
mod topic;

use axum::extract::{Path, State as Shared};
use axum::response::{IntoResponse, Response};
use catalog::{Catalog, Entry, Item, Kind, Link, LinkGroup};
use maud::{Markup, html};

use super::address::{ENTRANCE, kind_href};
use super::not_found::not_found;
use super::own_risks::own_risks;
use super::words;
use crate::components::Crumb;
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

/// An entry with what stands with it.
struct Reading<'a> {
    catalog: &'a Catalog,
    entry: Entry<'a>,
    links: Vec<LinkGroup<'a>>,
}

impl<'a> Reading<'a> {
    /// What stands with it under that label of the catalog.
    fn linked(&self, label: &str) -> &[Link<'a>] {
        self.links.iter().find(|group| group.label == label).map_or(&[], |group| &group.links)
    }
}

/// What a kind tells of its entry.
struct Told {
    /// Beside the title.
    beside: Option<Markup>,
    /// A line below the title: what it belongs to.
    lead: Markup,
    content: Markup,
    /// Labels of the links that the content shows already.
    shown: &'static [&'static str],
}

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path((kind, id)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let catalog = &*state.catalog;
    let Some(known) = Kind::from_word(&kind) else { return Ok(not_found(&person, catalog, None, &kind)) };
    let Some(entry) = catalog.entry(known, &id) else {
        return Ok(not_found(&person, catalog, Some(known), &id));
    };
    let reading = Reading { catalog, entry, links: catalog.links(&entry) };
    let told = tell(&reading);
    let own = own_risks(&person, &entry).await?;
    let list = kind_href(known);
    let above = above(&reading);
    let mut crumbs = vec![Crumb::link("知識", ENTRANCE), Crumb::link(words::title(known), &list)];
    if let Some((title, href)) = &above {
        crumbs.push(Crumb::link(title, href));
    }
    let title = words::name(&entry);
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &crumbs,
        beside_title: told.beside,
        lead: (!told.lead.0.is_empty()).then_some(told.lead),
        ..Page::new(&title, Section::Knowledge, &frame)
    };
    let page = page.render(html! {
        div.knowledge {
            (told.content)
            @if let Some(own) = own { (own) }
            (links::links(&reading, told.shown))
            (source::source(&reading))
            (neighbours::neighbours(&reading))
        }
    });
    Ok(page.into_response())
}

/// The document or guideline that an entry is a part of, with its page.
fn above(reading: &Reading<'_>) -> Option<(String, String)> {
    let parent = match reading.entry.item {
        Item::Clause(clause) => reading.catalog.document_of(&clause.id)?,
        Item::Check(file, _) => reading.catalog.entry(Kind::Guideline, &file.guideline.id)?,
        _ => return None,
    };
    Some((words::name(&parent), super::entry_href(parent.kind, parent.id)))
}

fn tell(reading: &Reading<'_>) -> Told {
    match reading.entry.item {
        Item::Topic(file) => topic::topic(reading, file),
        Item::Case(file) => case::case(reading, file),
        Item::Guideline(file) => guideline::guideline(file),
        Item::Check(file, check) => check::check(reading, file, check),
        Item::Policy(file) => document::policy(reading, file),
        Item::Regulation(file) => document::regulation(reading, file),
        Item::Form(file) => form::form(reading, file),
        Item::Page(file) => handbook::page(reading, file),
        Item::Clause(clause) => clause::clause(reading, clause),
        Item::ThreatLine(line) => threat_line::line(reading, line),
        Item::Threat(threat) => threat::threat(reading, threat),
        Item::Vulnerability(weak) => threat::vulnerability(reading, weak),
        Item::Control(control) => control::control(control),
        Item::Medium(medium) => small::medium(medium),
        Item::Measure(measure) => small::measure(measure),
        Item::Question(question) => small::question(question),
        Item::Role(role) => small::role(reading, role),
        Item::Treatment(treatment) => small::treatment(treatment),
        Item::Term(term) => small::term(term),
    }
}
