//! One asset, for those who may only look.

use app::asset::{Asset, Field, Input, Snapshot};
use maud::{Markup, html};

use super::{criteria, edit};
use crate::State;
use crate::components::{Crumb, LinkButton, description_list};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) fn page(person: &Person, state: &State, asset: &Asset) -> Markup {
    let frame = person.frame();
    let history = format!("/assets/{}/history", asset.id);
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets")],
        actions: Some(html! {
            (edit::risk_links(person, asset))
            (LinkButton { label: "変更の履歴", href: &history, ..LinkButton::default() }.render())
        }),
        ..Page::new(&asset.content.line.name, Section::Assets, &frame)
    };
    let snapshot = Snapshot::from(asset);
    let extras: Vec<Field> = snapshot.extra.keys().cloned().map(Field::Extra).collect();
    let repeats = snapshot.medium_as_written == snapshot.medium.title();
    let shown = |field: &&Field| **field != Field::Name && !(repeats && **field == Field::MediumAsWritten);
    let fields = Field::ALL.iter().filter(shown).chain(&extras);
    let entries: Vec<_> = fields.map(|field| (field.title(), value(field, &snapshot))).collect();
    page.render(html! {
        section aria-labelledby="importance-title" {
            h2 #importance-title { "重要度" }
            (criteria::explanation(&state.catalog, &Input::from(&asset.content)))
        }
        section aria-labelledby="content" { h2 #content { "内容" } (description_list(&entries)) }
    })
}

/// The value, each of its lines on one of its own.
fn value(field: &Field, snapshot: &Snapshot) -> Markup {
    let text = field.value(snapshot);
    html! { @for (position, line) in text.lines().enumerate() { @if position > 0 { br; } (line) } }
}
