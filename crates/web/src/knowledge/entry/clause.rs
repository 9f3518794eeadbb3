//! 条項: the rule with its blanks, why it is needed, who does it and when, and what remains.

use catalog::Clause;
use maud::html;

use super::blanks::blanks;
use super::condition::for_whom;
use super::links::in_line;
use super::parts::{facts, section, section_of_text};
use super::rule_text::rule_text;
use super::rules::tone;
use super::{Reading, Told};
use crate::components::state;
use crate::knowledge::entry_href;

pub(super) fn clause(reading: &Reading<'_>, clause: &Clause) -> Told {
    let catalog = reading.catalog;
    let whom = for_whom(catalog, &clause.condition);
    let asked = reading.linked("入るかどうかを決める質問");
    let about = facts(&[
        ("行う人", in_line(reading.linked("行う役割"))),
        ("いつ", html! { (clause.frequency) }),
        ("残す記録", html! { (clause.record) }),
        ("助言", html! { (clause.advice) }),
        (
            "当てはまる会社",
            html! {
                @if whom.is_empty() { "どの会社にも当てはまります。" }
                @else { (whom) @if !asked.is_empty() { "（質問：" (in_line(asked)) "）" } }
            },
        ),
    ]);
    let content = html! {
        (section("rule", "規則", html! { p.rule { (rule_text(catalog, clause)) } }))
        (about)
        (section_of_text("reason", "なぜこの規則があるのか", &clause.reason))
        @if !clause.blanks.is_empty() { (section("blanks", "会社が決めること", blanks(&clause.blanks))) }
    };
    let document = catalog.document_of(&clause.id);
    Told {
        beside: Some(state(tone(clause.tier), clause.tier.title())),
        lead: html! {
            @if let Some(document) = document {
                p { "「" a href=(entry_href(document.kind, document.id)) { (document.title) } "」の条項です。" }
            }
        },
        content,
        shown: &["行う役割", "入るかどうかを決める質問", "この条項がある文書"],
    }
}
