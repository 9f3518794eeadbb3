//! What happened to one asset.

use app::Permission;
use app::asset::{Change, Difference, Field, history};
use app::audit_log::Event;
use axum::extract::Path;
use maud::{Markup, html};
use method::Medium;

use super::{asset_id, words};
use crate::Failure;
use crate::components::{Crumb, Notice, description_list, difference};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn show(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let told = history(&person.context, asset_id(&id)?).await?;
    let frame = person.frame();
    let title = format!("「{}」の変更の履歴", told.name);
    let href = format!("/assets/{id}");
    let mut notices = person.notices().to_vec();
    if told.asset.is_none() {
        notices.push(Notice::information("この情報資産は削除されています。記録から元に戻せます。"));
    }
    let crumbs = [Crumb::link("情報資産台帳", "/assets"), Crumb::link(&told.name, &href)];
    let page = Page {
        notices: &notices,
        breadcrumbs: if told.asset.is_some() { &crumbs } else { &crumbs[..1] },
        lead: Some(html! { p { "新しい変更から順に並んでいます。" } }),
        ..Page::new(&title, Section::Assets, &frame)
    };
    let may_read_log = person.context.allows(Permission::ReadAuditLog);
    Ok(page.render(html! {
        @for change in &told.changes { (entry(change, may_read_log)) }
        @if told.more { p { "これより前の変更は、「記録」で見られます。" } }
    }))
}

fn entry(change: &Change, may_read_log: bool) -> Markup {
    let told = change.differences.iter().filter(|changed| says_something(changed));
    let entries: Vec<_> = told.map(|changed| (changed.field.title(), values(change.event, changed))).collect();
    html! {
        section {
            h2 {
                (words::moment(change.at)) " " (change.event.title())
                @if change.undoes.is_some() { "（取り消し）" }
            }
            p {
                (change.actor)
                @if may_read_log { "　" a href={ "/audit-log/" (change.sequence) } { "記録 " (change.sequence) " を見る・元に戻す" } }
            }
            @if !entries.is_empty() { (description_list(&entries)) }
        }
    }
}

/// The title of a medium as its own description only repeats the medium.
fn says_something(changed: &Difference) -> bool {
    let repeats = |words: &str| words.is_empty() || Medium::ALL.into_iter().any(|medium| medium.title() == words);
    changed.field != Field::MediumAsWritten || !repeats(&changed.before) || !repeats(&changed.after)
}

/// A new or removed asset has one side only.
fn values(event: Event, changed: &Difference) -> Markup {
    match event {
        Event::Created => html! { (changed.after) },
        Event::Removed => html! { (changed.before) },
        _ => difference(&changed.before, &changed.after),
    }
}
