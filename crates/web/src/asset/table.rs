//! The table of the list.

use app::asset::{Asset, Sort};
use jiff::civil::Date;
use maud::{Markup, html};
use method::{RiskCriteria, RiskLevel, Valuation};

use super::address::Address;
use super::columns::Column;
use super::words;
use crate::components::{self as part, Band, OnPhone, Row, Selection, Table};
use crate::request::ListAddress as _;

/// What a table is made from.
pub(super) struct Lines<'a> {
    pub(super) assets: &'a [Asset],
    pub(super) columns: &'a [Column],
    pub(super) address: &'a Address,
    pub(super) criteria: &'a RiskCriteria,
    pub(super) today: Date,
    /// Whether lines can be ticked.
    pub(super) is_changeable: bool,
}

/// The form to which the ticked lines belong.
pub(super) const FORM: &str = "bulk";
/// The table's id.
pub(super) const TABLE: &str = "assets";

impl Lines<'_> {
    pub(super) fn render(&self) -> Markup {
        let mut columns = vec![self.sorted(part::Column::new("情報資産名称"), Sort::Name)];
        columns.extend(self.columns.iter().flat_map(|column| self.headings(*column)));
        Table {
            id: TABLE,
            caption: "情報資産の一覧",
            columns,
            rows: self.assets.iter().map(|asset| self.line(asset)).collect(),
            selection: self.is_changeable.then_some(Selection { name: "asset", form: FORM }),
            on_phone: OnPhone::Cards,
            ..Table::default()
        }
        .render()
    }

    fn sorted<'a>(&self, column: part::Column<'a>, sort: Sort) -> part::Column<'a> {
        column.sorted(self.address.sorted(sort).href("/assets"), self.address.direction(sort))
    }

    fn headings(&self, column: Column) -> Vec<part::Column<'static>> {
        let plain = part::Column::new(column.title());
        vec![match column {
            Column::Ratings => {
                let titles = ["機密性", "完全性", "可用性"];
                return titles.map(|title| part::Column::new(title).centered()).into();
            }
            Column::Owner => plain.labelled("所有者"),
            Column::Medium => plain.labelled("保存先"),
            Column::Importance => self.sorted(plain, Sort::Importance),
            Column::Review => self.sorted(plain.labelled("見直し"), Sort::Review),
            Column::Updated => self.sorted(plain, Sort::Updated),
            Column::Risk => plain.unlabelled(),
            Column::Remarks => plain.block(),
            _ => plain,
        }]
    }

    fn line(&self, asset: &Asset) -> Row {
        let line = &asset.content.line;
        let mut cells = vec![html! {
            a href={ "/assets/" (asset.id) } { (line.name) }
            @if !line.business.is_empty() { small { (line.business) } }
            @if !self.columns.contains(&Column::Review) && self.is_due(asset) {
                small { (part::state(part::State::Warning, "見直しの予定日です")) }
            }
        }];
        cells.extend(self.columns.iter().flat_map(|column| self.cells(asset, *column)));
        Row { id: asset.id.to_string(), name: line.name.clone(), is_selected: false, cells }
    }

    fn cells(&self, asset: &Asset, column: Column) -> Vec<Markup> {
        let line = &asset.content.line;
        vec![match column {
            Column::Ratings => return ratings(line.valuation).into(),
            Column::Reading => html! { (asset.content.name_reading) },
            Column::Department => html! { (line.department) },
            Column::Owner => html! { (line.risk_owner) },
            Column::Medium => html! {
                span.nowrap { (line.medium.title()) }
                @if line.medium_as_written != line.medium.title() { small { (line.medium_as_written) } }
            },
            Column::Personal => html! { (line.personal_data.titles().join("、")) },
            Column::Importance => {
                let importance = asset.content.importance();
                html! { b { (importance.value) } small { (importance.explanation()) } }
            }
            Column::Risk => self.risk(asset),
            Column::Users => html! { (line.users) },
            Column::Remarks => html! { (shortened(&line.remarks)) },
            Column::Retention => html! { (line.retention) },
            Column::Registered => html! { @if let Some(date) = line.registered_on { (words::day(date)) } },
            Column::Review => self.review(asset),
            Column::Updated => html! { (words::day_of(asset.updated_at)) },
        }]
    }

    fn risk(&self, asset: &Asset) -> Markup {
        let Some(likelihood) = asset.content.line.likelihood else { return html! {} };
        let level = RiskLevel::new(asset.content.importance().value, likelihood);
        let band = match self.criteria.band(level) {
            method::Band::High => Band::High,
            method::Band::Medium => Band::Middle,
            method::Band::Low => Band::Low,
        };
        part::band(band, level)
    }

    fn review(&self, asset: &Asset) -> Markup {
        html! {
            @if let Some(date) = asset.content.review_on {
                (words::day(date))
                @if self.is_due(asset) { " " (part::state(part::State::Warning, "予定日です")) }
            }
        }
    }

    fn is_due(&self, asset: &Asset) -> bool {
        asset.content.review_on.is_some_and(|date| date <= self.today)
    }
}

/// The three ratings, or the one value that stands for them.
fn ratings(valuation: Valuation) -> [Markup; 3] {
    match valuation {
        Valuation::Ratings(ratings) => method::Property::ALL.map(|property| html! { (ratings.of(property)) }),
        Valuation::AssetValue(value) => [html! { "資産価値 " (value) }, html! { "－" }, html! { "－" }],
    }
}

/// The beginning of a long text: the whole stands on the asset's own screen.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
