//! What happened to one risk.

use app::Permission;
use app::audit_log::{Event, FieldChange};
use app::risk::{Change, history};
use axum::extract::{Path, State as Shared};
use maud::{Markup, html};

use super::risk_id;
use crate::asset::words as plain;
use crate::components::{Crumb, description_list, difference};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let told = history(&person.context, &state.catalog, risk_id(&id)?).await?;
    let frame = person.frame();
    let (title, href) = (format!("「{}」の変更の履歴", told.name), format!("/risks/{id}"));
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&told.name, &href)],
        lead: Some(
            html! { p { "新しい変更から順に並んでいます。台帳や会社の状況の変更で数字が変わったときは、そちらの記録に残ります。" } },
        ),
        ..Page::new(&title, Section::Risks, &frame)
    };
    let may_edit = person.context.allows(Permission::EditRisks);
    let may_read_log = person.context.allows(Permission::ReadAuditLog);
    Ok(page.render(html! {
        @for change in &told.changes { (entry(change, may_read_log, may_edit && change.event != Event::Approved)) }
        @if told.more { p { "これより前の変更は、「記録」で見られます。" } }
    }))
}

fn entry(change: &Change, may_read_log: bool, may_undo: bool) -> Markup {
    let entries: Vec<_> =
        change.changes.iter().map(|changed| (changed.label.as_str(), values(change.event, changed))).collect();
    html! {
        section {
            h2 {
                (plain::moment(change.at)) " " (change.event.title())
                @if change.undoes.is_some() { "（取り消し）" }
            }
            p {
                (change.actor)
                @if may_read_log { "　" a href={ "/audit-log/" (change.sequence) } { "記録 " (change.sequence) @if may_undo { " を見る・元に戻す" } @else { " を見る" } } }
            }
            @if !entries.is_empty() { (description_list(&entries)) }
        }
    }
}

/// A new or removed risk has one side only.
fn values(event: Event, changed: &FieldChange) -> Markup {
    match event {
        Event::Created => html! { (changed.after) },
        Event::Removed => html! { (changed.before) },
        _ => difference(&changed.before, &changed.after),
    }
}
