//! The table of the list.

use app::risk::{Line, Page as Found, Sort};
use app::treatment::ApprovalState;
use maud::{Markup, html};
use method::RiskLevel;

use super::address::Address;
use super::words;
use crate::asset::words as plain;
use crate::components::{self as part, OnPhone, Row, Selection, Table};
use crate::request::ListAddress as _;

/// The form to which the ticked lines belong.
pub(super) const FORM: &str = "chosen";
/// The table's id.
pub(super) const TABLE: &str = "risks";

pub(super) fn lines(found: &Found, address: &Address, is_changeable: bool) -> Markup {
    let sorted = |title: &'static str, sort: Sort| {
        part::Column::new(title).sorted(address.sorted(sort).href("/risks"), address.direction(sort))
    };
    Table {
        id: TABLE,
        caption: "リスクの一覧",
        columns: vec![
            sorted("リスク", Sort::Name),
            sorted("リスクレベル", Sort::Level).unlabelled(),
            part::Column::new("重要度×可能性"),
            part::Column::new("対策").labelled("対策"),
            part::Column::new("対応"),
            part::Column::new("対応のあと"),
            part::Column::new("所有者"),
            sorted("見直し", Sort::Review),
        ],
        rows: found.risks.iter().map(|line| row(found, line)).collect(),
        selection: is_changeable.then_some(Selection { name: "risk", form: FORM }),
        on_phone: OnPhone::Cards,
        ..Table::default()
    }
    .render()
}

fn row(found: &Found, line: &Line) -> Row {
    let place = match line.medium {
        Some(medium) => medium.title(),
        None => "業務で困ること",
    };
    let cells = vec![
        html! { a href={ "/risks/" (line.id) } { (line.label) } small { (place) } },
        words::level(&found.criteria, line.level()),
        html! { span.nowrap { (line.importance) " × " (line.likelihood) } },
        controls(found, line),
        treatment(found, line),
        html! { @if let Some(level) = residual(line) { (words::level(&found.criteria, level)) } },
        html! { @if !line.owner.is_empty() { span.post { (line.owner) } } },
        html! {
            @if let Some(date) = line.review_on {
                (plain::day(date))
                @if date <= found.today { " " (part::state(part::State::Warning, "見直す日です")) }
            }
        },
    ];
    Row { id: line.id.to_string(), name: line.label.clone(), is_selected: false, cells }
}

/// How many controls there are; 「なし」 is what is to be done first.
fn controls(found: &Found, line: &Line) -> Markup {
    // Without a known threat nothing is asked for.
    let is_calm = line.title.is_empty() && line.likelihood == method::Rating::LOW;
    let accepted = is_calm || found.criteria.band(line.level()) == method::Band::Low;
    match line.controls_in_place {
        0 if accepted => html! { "なし" },
        0 => part::state(part::State::Error, "なし"),
        count => html! { (count) "つ" },
    }
}

fn treatment(found: &Found, line: &Line) -> Markup {
    let above = |level: RiskLevel| found.criteria.band(level) != method::Band::Low;
    let Some(treatment) = line.treatment else {
        return html! { @if above(line.level()) { (part::state(part::State::Warning, "未決定")) } @else { "－" } };
    };
    let needs_approval = ApprovalState::is_needed(line.level(), residual(line), &found.criteria);
    let approval = match line.approval {
        ApprovalState::Approved => part::state(part::State::Success, "承認済み"),
        ApprovalState::Stale if !needs_approval => html! {},
        ApprovalState::Stale => part::state(part::State::Warning, "再承認が必要"),
        ApprovalState::SentBack => part::state(part::State::Warning, "差し戻し"),
        ApprovalState::Open if needs_approval => part::state(part::State::Information, "承認待ち"),
        ApprovalState::Open | ApprovalState::None => html! {},
    };
    html! { (treatment.title()) " " (approval) }
}

/// The level that is expected to remain.
fn residual(line: &Line) -> Option<RiskLevel> {
    RiskLevel::ALL.into_iter().find(|level| Some(level.value()) == line.residual_level)
}
