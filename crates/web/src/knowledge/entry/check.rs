//! 点検項目: what it means, why, how a small company does it, and with which rules each state begins.

use catalog::{AnswerChoice, Check, GuidelineFile, Kind, Situation};
use maud::{Markup, html};

use super::condition::for_whom;
use super::links::in_line;
use super::parts::{facts, section, section_of_text};
use super::{Reading, Told};
use crate::knowledge::entry_href;

pub(super) fn check(reading: &Reading<'_>, file: &GuidelineFile, check: &Check) -> Told {
    let group = file.groups.iter().find(|group| group.id == check.group);
    let about = facts(&[
        ("答える人", in_line(reading.linked("答える役割"))),
        ("当てはまる会社", html! { (for_whom(reading.catalog, &check.condition)) }),
    ]);
    let content = html! {
        (section_of_text("meaning", "どういうことか", &check.meaning))
        (section_of_text("why", "なぜ要るのか", &check.why))
        (section_of_text("how", "小さな会社では", &check.how))
        (about)
        (section("situations", "自社の状況から始める", html! {
            p { "近いものを選び、その下にある条項から始めます。" }
            @for answer in &file.answers { (answered(reading, answer, check)) }
        }))
    };
    Told {
        beside: None,
        lead: html! {
            p {
                "「" a href=(entry_href(Kind::Guideline, &file.guideline.id)) { (file.guideline.title) } "」"
                @if let Some(group) = group { "の「" (group.title) "」" }
                "の項目です。"
            }
        },
        content,
        shown: &["できていないときに始める条項", "答える役割", "もとのガイドライン"],
    }
}

/// The states that come to one answer.
fn answered(reading: &Reading<'_>, answer: &AnswerChoice, check: &Check) -> Markup {
    let states: Vec<&Situation> = check.situations.iter().filter(|state| state.answer == answer.id).collect();
    html! {
        @if !states.is_empty() {
            h3 { (answer.title) @if let Some(score) = answer.score { span.count { (score) "点" } } }
            ul.situations role="list" { @for state in states { li { (situation(reading, state)) } } }
        }
    }
}

fn situation(reading: &Reading<'_>, situation: &Situation) -> Markup {
    let clauses = situation.clauses.iter().filter_map(|id| reading.catalog.clause(id));
    html! {
        p { (situation.text) }
        @if !situation.clauses.is_empty() {
            p.small {
                span.soft { @if situation.answer == "done" { "支えになる条項：" } @else { "始める条項：" } }
                @for (position, clause) in clauses.enumerate() {
                    @if position > 0 { "、" }
                    a href=(entry_href(Kind::Clause, &clause.id)) { (clause.title) }
                }
            }
        }
    }
}
