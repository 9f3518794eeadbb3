//! What happens to information on one medium: how it comes true, and what answers it.

use catalog::{Join, Kind, ThreatLine};
use maud::{Markup, html};

use super::links::in_line;
use super::parts::{facts, section};
use super::threat::properties;
use super::{Reading, Told};
use crate::components::{Column, Row, Table};
use crate::knowledge::entry_href;

pub(super) fn line(reading: &Reading<'_>, line: &ThreatLine) -> Told {
    let level = reading.catalog.threat_levels.iter().find(|level| level.value == line.rating);
    let about = facts(&[
        ("損なう性質", html! { (properties(&line.properties)) }),
        (
            "起こりやすさの目安",
            html! {
                b { (line.rating) } @if let Some(level) = level { "（" (level.title) "）" } br; (line.rating_reason)
            },
        ),
        ("シートでの書かれ方", html! { (line.aliases.join("、")) }),
    ]);
    let content = html! {
        (section("what", "どういうことか", html! {
            p { (line.explanation) }
            p { "起きると、" (line.consequence) "おそれがあります。" }
            (about)
        }))
        (section("ways", "なぜ起きるか、何で防ぐか", ways(reading, line)))
    };
    Told {
        beside: None,
        lead: html! { p { (in_line(reading.linked("起きる媒体"))) "にある情報に起きることです。" } },
        content,
        shown: &["起きる媒体", "つけ込まれる脆弱性", "もとになる脅威", "答える管理策"],
    }
}

/// The ways in which it comes true, most important first.
fn ways(reading: &Reading<'_>, line: &ThreatLine) -> Markup {
    let rows = reading.catalog.joins_of(&line.id).map(|join| row(reading, join));
    let table = Table {
        id: "ways-table",
        caption: "脆弱性、脅威、管理策の組み合わせ",
        columns: vec![
            Column::new("つけ込まれる脆弱性（弱いところ）"),
            Column::new("もとになる脅威").block(),
            Column::new("防ぐ管理策").block(),
            Column::new("なぜ起きるか").block(),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    html! { p { "大切なものから順に並んでいます。" } (table.render()) }
}

fn row(reading: &Reading<'_>, join: &Join) -> Row {
    let catalog = reading.catalog;
    let weak = catalog.vulnerability(&join.vulnerability).map_or("", |weak| &weak.title);
    let threat = catalog.threat(&join.threat).map_or("", |threat| &threat.title);
    let controls = join.controls.iter().filter_map(|id| catalog.control(id));
    Row::new(vec![
        html! { a href=(entry_href(Kind::Vulnerability, &join.vulnerability)) { (weak) } },
        html! { a href=(entry_href(Kind::Threat, &join.threat)) { (threat) } },
        html! {
            @for (position, control) in controls.enumerate() {
                @if position > 0 { br; }
                a href=(entry_href(Kind::Control, &control.id)) { (control.id) " " (control.title) }
            }
        },
        html! { (join.reason) },
    ])
}
