//! How all risks are spread over importance and likelihood.

use app::Permission;
use app::risk::summary;
use maud::{Markup, html};

use super::heat_map::heat_map;
use super::views::View;
use super::words;
use crate::Failure;
use crate::components::{ButtonKind, EmptyState, LinkButton};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn show(person: Person) -> Result<Markup, Failure> {
    let found = summary(&person.context).await?;
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[],
        lead: Some(
            html! { p { "どのくらい大切なものに（重要度）、どのくらい起こりそうか（被害発生可能性）で、リスクを9つに分けた図です。右上ほど、先に手を打ちます。" } },
        ),
        ..Page::new("リスクの分布", Section::Risks, &frame)
    };
    let identify = LinkButton {
        kind: ButtonKind::Primary,
        label: "リスクを洗い出す",
        href: "/risks/identify",
        ..LinkButton::default()
    };
    let nothing = EmptyState {
        title: "まだリスクがありません。",
        text: "リスクを洗い出すと、ここで分布が見られます。",
        actions: html! { @if person.context.allows(Permission::EditRisks) { (identify.render()) } },
    };
    Ok(page.render(html! {
        (View::Distribution.tabs())
        @if found.heat_map.total() == 0 { (nothing.render()) }
        @else {
            (heat_map(&found.heat_map, &found.criteria))
            (words::what_is_a_level())
        }
    }))
}
