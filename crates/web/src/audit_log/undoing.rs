//! Whether a record can be undone, and what to do where it cannot.

use app::audit_log::{Effect, Entity, Entry, Event, Overtaken, Record, Together, Undoing};
use app::{Context, Permission};
use maud::{Markup, html};

use crate::components::{Column, LinkButton, Row, Table, thousands};

/// What is said where an approval does not come back.
const APPROVAL_STAYS_AWAY: &str = "前の承認は戻りません。リスク所有者に、もう一度承認してもらってください。";

/// What is said where risks come back with their assets.
const RISKS_COME_BACK: &str = "リスクの承認は、戻らないことがあります（承認した人かリスク所有者が削除したときなど）。そのときは、リスク所有者に、もう一度承認してもらってください。";

/// What undoing the record does, in sentences.
pub(super) fn effect(effect: Effect, without_approval: bool, record: &Record) -> String {
    let (label, is_asset) = (&record.entry.label, record.entry.entity == Some(Entity::Asset));
    let mut words = match effect {
        Effect::Remove if is_asset => {
            format!("「{label}」を削除します。この情報資産のリスクがあれば、いっしょに削除します。")
        }
        Effect::Remove => format!("「{label}」を削除します。"),
        Effect::BringBack if is_asset => {
            format!(
                "「{label}」を、削除する前の内容で元に戻します。いっしょに削除されたリスクがあれば、それも戻します。{RISKS_COME_BACK}"
            )
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
            format!(
                "この記録で削除された情報資産を、そのリスクとともに元に戻し、変わった情報資産を、取り込んだときの内容に戻します。{RISKS_COME_BACK}"
            )
        }
    };
    if without_approval {
        words.push_str(APPROVAL_STAYS_AWAY);
    }
    words
}

/// What undoing all of an operation does, a sentence each.
pub(super) fn consequences(together: Together) -> Vec<String> {
    let Together { removed, brought_back, set_back, without_approval } = together;
    let told = |risks: u64| (risks > 0).then(|| thousands(risks));
    if together.total() == 0 {
        return vec!["今は、まとめて取り消せるものがありません。".to_owned()];
    }
    let effects = [
        told(removed).map(|risks| format!("この操作で加わったリスク{risks}件を削除します。")),
        told(brought_back)
            .map(|risks| format!("この操作で削除されたリスク{risks}件を、削除する前の内容で元に戻します。")),
        told(set_back).map(|risks| format!("この操作で変わったリスク{risks}件を、変わる前の内容に戻します。")),
        told(without_approval).map(|risks| format!("そのうち{risks}件では、{APPROVAL_STAYS_AWAY}")),
        Some("取り消せないものが1件でもあれば、どれも取り消さずに、理由をお知らせします。".to_owned()),
        Some("今の記録はそのまま残り、取り消したことが新しい記録として加わります。".to_owned()),
    ];
    effects.into_iter().flatten().collect()
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
                @let href = format!("/audit-log/{}/undo", entry.sequence);
                div.actions {
                    (LinkButton { label: "この変更を取り消す", href: &href, ..LinkButton::default() }.render())
                    (together(context, record))
                }
            },
            Undoing::Overtaken(overtaken) => { (explain(entry, overtaken)) },
        }
        @if matches!(record.undoing, Undoing::Done(_)) && record.together.is_some() { div.actions { (together(context, record)) } }
    }
}

/// The way to undo all of the operation, unless this record already stands in the way.
fn together(context: &Context, record: &Record) -> Markup {
    let may = context.require(Permission::UndoChange).is_ok();
    let Some(changes) = record.together.filter(|_| may) else { return html! {} };
    let label = format!("同じ操作で行われたリスクの変更{}件を、まとめて取り消す", thousands(changes));
    let href = format!("/audit-log/{}/undo-together", record.entry.sequence);
    LinkButton { label: &label, href: &href, ..LinkButton::default() }.render()
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
