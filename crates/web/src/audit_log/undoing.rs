//! Whether a record can be undone, and what to do where it cannot.

use app::audit_log::{Effect, Entity, Entry, Overtaken, Record, Undoing};
use app::{Context, Permission};
use maud::{Markup, html};

use crate::components::{Column, LinkButton, Row, Table};

/// What undoing the record does, in a sentence.
pub(super) fn effect(effect: Effect, entry: &Entry) -> String {
    let label = &entry.label;
    match effect {
        Effect::Remove => format!("「{label}」を削除します。"),
        Effect::BringBack => format!("「{label}」を、削除する前の内容で元に戻します。"),
        Effect::SetBack => format!("「{label}」の変わった項目を、変更前の内容に戻します。"),
        Effect::Import => {
            "取り込みで追加した情報資産を削除し、変えた情報資産を取り込みの前の内容に戻します。".to_owned()
        }
    }
}

/// The part of a record's screen about undoing.
pub(super) fn section(context: &Context, record: &Record) -> Markup {
    let entry = &record.entry;
    html! {
        h2 { "取り消し" }
        @match &record.undoing {
            Undoing::Never(reason) => { p { (*reason) } },
            Undoing::Done(by) => {
                p {
                    "この変更は、" a href={ "/audit-log/" (by) } { "記録" (by) } "で取り消されています。"
                    "取り消しをやめて変更を戻すときは、記録" (by) "を取り消してください。"
                }
            },
            _ if context.require(Permission::UndoChange).is_err() => {
                p { "変更を取り消せるのは、情報セキュリティ責任者です。" }
            },
            Undoing::Possible(what) => {
                p { (effect(*what, entry)) "今の記録は消えず、取り消したことが新しい記録として残ります。" }
                (LinkButton { label: "この変更を取り消す", href: &format!("/audit-log/{}/undo", entry.sequence), ..LinkButton::default() }.render())
            },
            Undoing::Overtaken(overtaken) => { (explain(entry, overtaken)) },
        }
    }
}

/// What has changed since, and the two ways on.
fn explain(entry: &Entry, overtaken: &Overtaken) -> Markup {
    let asset = entry.entity == Some(Entity::Asset);
    html! {
        p {
            @if !overtaken.exists { "「" (entry.label) "」は、この記録のあとで削除されています。" }
            @else if overtaken.differences.is_empty() { "「" (entry.label) "」は、この記録のあとで元に戻されています。" }
            @else { "「" (entry.label) "」は、この記録のあとでさらに変わっているため、このままでは取り消せません。" }
        }
        @if !overtaken.differences.is_empty() { (differences(overtaken)) }
        p { "できること：" }
        ul {
            @if !overtaken.later.is_empty() {
                li {
                    "新しい記録から順に取り消す："
                    @for (position, later) in overtaken.later.iter().enumerate() {
                        @if position > 0 { "、" }
                        a href={ "/audit-log/" (later) } { "記録" (later) }
                    }
                }
            }
            @if asset && overtaken.exists {
                li { a href={ "/assets/" (entry.thing) } { "情報資産の画面を開いて、直接直す" } }
            }
            @if let Some((href, words)) = elsewhere(entry.entity) {
                li { a href=(href) { (words) } }
            }
        }
    }
}

/// The screen on which such a thing is mended by hand.
const fn elsewhere(entity: Option<Entity>) -> Option<(&'static str, &'static str)> {
    match entity {
        Some(Entity::Organization) => Some(("/organization", "組織の画面を開いて、直接直す")),
        Some(Entity::Department) => Some(("/departments", "部署の画面を開いて、直接直す")),
        Some(Entity::Membership) => Some(("/people", "人と役割の画面を開いて、直接直す")),
        _ => None,
    }
}

fn differences(overtaken: &Overtaken) -> Markup {
    let rows = overtaken.differences.iter().map(|field| {
        Row::new(vec![html! { (field.label) }, html! { (shown(&field.before)) }, html! { (shown(&field.after)) }])
    });
    Table {
        id: "overtaken",
        caption: "この記録のあとで変わった項目",
        is_caption_shown: true,
        columns: vec![Column::new("項目"), Column::new("この記録のとき").block(), Column::new("今").block()],
        rows: rows.collect(),
        ..Table::default()
    }
    .render()
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "（空欄）" } else { value }
}
