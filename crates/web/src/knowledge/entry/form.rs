//! 様式: what the form is for, and what is written where.

use catalog::{Field, FieldKind, FormFile};
use maud::{Markup, html};

use super::links::in_line;
use super::parts::{facts, points, section, section_of_text};
use super::{Reading, Told};
use crate::components::{Column, Row, Table};
use crate::knowledge::words;

pub(super) fn form(reading: &Reading<'_>, file: &FormFile) -> Told {
    let form = &file.form;
    let about = facts(&[
        ("形", html! { (words::form_kind(form.kind)) }),
        ("保管する人", in_line(reading.linked("保管する役割"))),
        ("保管する期間", html! { (form.retention) }),
    ]);
    let fields = Table {
        id: "fields",
        caption: "書く欄",
        columns: vec![
            Column::new("欄"),
            Column::new("書き方"),
            Column::new("必須").unlabelled(),
            Column::new("書くときの手がかり").block(),
        ],
        rows: file.fields.iter().map(field).collect(),
        ..Table::default()
    };
    let content = html! {
        (section_of_text("purpose", "何のための様式か", &form.purpose))
        (about)
        (section("form-fields", "書く欄", fields.render()))
        @if !form.notes.is_empty() { (section("notes", "記入の注意", points(&form.notes))) }
    };
    Told { beside: None, lead: html! {}, content, shown: &["保管する役割"] }
}

fn field(field: &Field) -> Row {
    let hint: Markup = html! {
        @if !field.choices.is_empty() { "選ぶもの：" (field.choices.join("、")) @if !field.hint.is_empty() { br; } }
        (field.hint)
    };
    Row::new(vec![html! { (field.label) }, html! { (kind(field.kind)) }, html! { @if field.required { "必須" } }, hint])
}

const fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "短い文",
        FieldKind::LongText => "長い文",
        FieldKind::Date => "日付",
        FieldKind::Choice => "選択",
        FieldKind::YesNo => "はい・いいえ",
        FieldKind::Signature => "署名",
    }
}
