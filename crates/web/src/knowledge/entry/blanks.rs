//! The blanks of a clause: what the company decides, with what may stand there and a value to begin with.

use catalog::{Blank, BlankKind, BlankValue};
use maud::{Markup, html};

use super::parts::points;

pub(super) fn blanks(all: &[Blank]) -> Markup {
    html! {
        p { "規則の中で色のついた枠は空欄です。会社に合わせて決め、文書にするときに確かめます。" }
        @for blank in all {
            div.blank-row {
                h3 { (blank.label) }
                @if !blank.hint.is_empty() { p { (blank.hint) } }
                p.soft { "書くもの：" (expected(blank)) }
                @if let Some(Ok(value)) = blank.default_value() { (default(blank, &value)) }
            }
        }
    }
}

/// What may stand in a blank, in words for people.
fn expected(blank: &Blank) -> String {
    match blank.kind {
        BlankKind::Integer => {
            let unit = &blank.unit;
            match (blank.min, blank.max) {
                (Some(min), Some(max)) => format!("{min}から{max}{unit}までの数"),
                (Some(min), None) => format!("{min}{unit}以上の数"),
                (None, Some(max)) => format!("{max}{unit}以下の数"),
                (None, None) => "数".to_owned(),
            }
        }
        BlankKind::Text => "言葉".to_owned(),
        BlankKind::Choice => format!("{}のどれか", blank.choices.join("、")),
        BlankKind::Role => "役割か、会社の役職".to_owned(),
        BlankKind::Person => "人の名前".to_owned(),
        BlankKind::Weekday => "曜日".to_owned(),
        BlankKind::DayOfMonth => "月のうちの日（末日も選べます）".to_owned(),
        BlankKind::Interval => "毎日、毎週、毎月、3か月ごと、半年ごと、毎年のどれか".to_owned(),
        BlankKind::List => "いくつかの言葉".to_owned(),
        BlankKind::Table => format!("「{}」の表", blank.columns.join("」「")),
    }
}

fn default(blank: &Blank, value: &BlankValue) -> Markup {
    match value {
        BlankValue::Words(words) => html! { p { "例：" b { (words) } } },
        BlankValue::List(texts) => html! { p { "例：" } (points(texts)) },
        BlankValue::Table(rows) => html! { @if !rows.is_empty() { (table(blank, rows)) } },
    }
}

fn table(blank: &Blank, rows: &[Vec<String>]) -> Markup {
    html! {
        div.table-frame role="region" tabindex="0" aria-label={ "「" (blank.label) "」の例" } {
            table.table {
                caption { "例" }
                thead { tr { @for column in &blank.columns { th scope="col" { (column) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}
