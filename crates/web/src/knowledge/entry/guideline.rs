//! ガイドライン: whom it is for, how to use it, its items, and what answers count.

use catalog::{CheckGroup, GuidelineFile, Kind};
use jiff::civil::Date;
use maud::{Markup, html};

use super::Told;
use super::parts::{facts, section, steps};
use crate::asset::words::day;
use crate::components::{Column, Row, Table};
use crate::knowledge::entry_href;

pub(super) fn guideline(file: &GuidelineFile) -> Told {
    let guideline = &file.guideline;
    let about = facts(&[
        ("だれのためのものか", html! { (guideline.audience) }),
        ("何のためのものか", html! { (guideline.purpose) }),
        ("自社にどう役立つか", html! { (guideline.explanation) }),
        (
            "発行者と版",
            html! {
                (guideline.publisher) "　" (guideline.edition)
                @if !guideline.published.is_empty() { "（" (published(&guideline.published)) "発行）" }
            },
        ),
    ]);
    let content = html! {
        (section("what", "どんなガイドラインか", about))
        @if !guideline.steps.is_empty() { (section("steps", "使い方", steps(&guideline.steps))) }
        @if !file.checks.is_empty() {
            (section("checks", "点検項目", html! {
                p { (file.checks.len()) "項目あります。項目を押すと、意味と理由、小さな会社でのやり方を読めます。" }
                @for group in &file.groups { (checks(file, group)) }
            }))
        }
        @if !file.bands.is_empty() { (section("score", "点数の見方", score(file))) }
    };
    Told { beside: None, lead: html! {}, content, shown: &["点検項目"] }
}

/// The day as people write it; as much of it as is known.
fn published(text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), day)
}

fn checks(file: &GuidelineFile, group: &CheckGroup) -> Markup {
    let own: Vec<_> = file.checks.iter().filter(|check| check.group == group.id).collect();
    html! {
        @if !own.is_empty() {
            h3 { (group.title) span.count { (own.len()) "項目" } }
            ul.entry-names {
                @for check in own {
                    li { a href=(entry_href(Kind::Check, &check.id)) { (check.number) " " (check.title) } }
                }
            }
        }
    }
}

fn score(file: &GuidelineFile) -> Markup {
    let answers = file.answers.iter().filter_map(|answer| Some(format!("「{}」{}点", answer.title, answer.score?)));
    let rows = file.bands.iter().map(|band| {
        let points =
            if band.from == band.to { format!("{}点", band.to) } else { format!("{}〜{}点", band.from, band.to) };
        Row::new(vec![html! { (points) }, html! { (band.title) }, html! { (band.next) }])
    });
    html! {
        p { "答え方と点数：" (answers.collect::<Vec<_>>().join("、")) "。合計で次の段階を見ます。" }
        (Table {
            id: "bands",
            caption: "合計点の段階",
            columns: vec![Column::new("合計"), Column::new("段階"), Column::new("次にすること").block()],
            rows: rows.collect(),
            ..Table::default()
        }.render())
    }
}
