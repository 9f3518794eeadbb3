//! Whether a record can be undone, and what to do where it cannot.

use app::audit_log::{Effect, Entity, Entry, Event, Overtaken, Record, Undoing};
use app::{Context, Permission};
use maud::{Markup, html};

use crate::components::{Column, LinkButton, Row, Table};

/// What undoing the record does, in sentences.
pub(super) fn effect(effect: Effect, without_approval: bool, record: &Record) -> String {
    let (label, is_asset) = (&record.entry.label, record.entry.entity == Some(Entity::Asset));
    let mut words = match effect {
        Effect::Remove if is_asset => {
            format!("「{label}」を削除します。この情報資産のリスクがあれば、いっしょに削除します。")
        }
        Effect::Remove => format!("「{label}」を削除します。"),
        Effect::BringBack if is_asset => {
            format!("「{label}」を、削除する前の内容で元に戻します。いっしょに削除されたリスクがあれば、それも戻します。")
        }
        Effect::BringBack => format!("「{label}」を、削除する前の内容で元に戻します。"),
        Effect::SetBack if record.entry.event == Some(Event::Approved) => {
            format!("「{label}」の承認を取り消し、承認する前の内容に戻します。")
        }
        Effect::SetBack => format!("「{label}」の変わった項目を、変更前の内容に戻します。"),
        Effect::Import if record.after.is_some() => {
            "取り込みで追加した情報資産を、そのリスクとともに削除し、変わった情報資産を、取り込む前の内容に戻します。"
                .to_owned()
        }
        Effect::Import => {
            "この記録で削除された情報資産を、そのリスクとともに元に戻し、変わった情報資産を、取り込んだときの内容に戻します。"
                .to_owned()
        }
    };
    if without_approval {
        words.push_str(
            "前の承認は戻りません（戻るのは、承認した人かリスク所有者が取り消したときだけです）。リスク所有者に、もう一度承認してもらってください。",
        );
    }
    words
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
            Undoing::Possible { effect: what, without_approval } => {
                p { (effect(*what, *without_approval, record)) "今の記録は消えず、取り消したことが新しい記録として残ります。" }
                (LinkButton { label: "この変更を取り消す", href: &format!("/audit-log/{}/undo", entry.sequence), ..LinkButton::default() }.render())
            },
            Undoing::Overtaken(overtaken) => { (explain(entry, overtaken)) },
        }
    }
}

/// What has changed since, and the two ways on.
fn explain(entry: &Entry, overtaken: &Overtaken) -> Markup {
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
                        a href={ "/audit-log/" (later.sequence) } { "記録" (later.sequence) }
                    }
                    @for later in &overtaken.later {
                        @if let Some(instead) = later.instead { br; "記録" (later.sequence) "：" (instead) }
                    }
                }
            }
            @if let Some((href, words)) = elsewhere(entry, overtaken.exists) {
                li { a href=(href) { (words) } }
            }
        }
    }
}

/// The screen on which such a thing is mended by hand.
fn elsewhere(entry: &Entry, exists: bool) -> Option<(String, &'static str)> {
    match entry.entity? {
        Entity::Asset if exists => Some((format!("/assets/{}", entry.thing), "情報資産の画面を開いて、直接直す")),
        Entity::Risk if exists => Some((format!("/risks/{}", entry.thing), "リスクの画面を開いて、直接直す")),
        Entity::Organization => Some(("/organization".to_owned(), "組織の画面を開いて、直接直す")),
        Entity::Department => Some(("/departments".to_owned(), "部署の画面を開いて、直接直す")),
        Entity::Membership => Some(("/people".to_owned(), "人と役割の画面を開いて、直接直す")),
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
