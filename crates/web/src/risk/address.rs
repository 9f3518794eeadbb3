//! The list's address: what is looked for, in which order, from where. Empty parts are left out.

use app::risk::{Approval, Filter, Named, Order, Query, Sort};
use method::{Band, Medium, Rating, Treatment};
use serde::Deserialize;

use crate::components::Direction;
use crate::request::{ListAddress, Position};

/// What the address of the list says, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Address {
    pub(super) q: String,
    /// `high`, `medium`, `low`
    pub(super) band: String,
    pub(super) importance: String,
    pub(super) likelihood: String,
    pub(super) medium: String,
    pub(super) department: String,
    /// Id of a treatment, or `undecided`.
    pub(super) treatment: String,
    /// `yes` for 未対応 alone.
    pub(super) exposed: String,
    pub(super) approval: String,
    /// `yes` for those that the person owns.
    pub(super) mine: String,
    /// `due` for those whose day of review has come.
    pub(super) review: String,
    /// `asset` or `event`.
    pub(super) kind: String,
    pub(super) asset: String,
    /// Ids of entries of the catalog that the risks name.
    pub(super) line: String,
    pub(super) threat: String,
    pub(super) vulnerability: String,
    pub(super) control: String,
    #[serde(flatten)]
    pub(super) position: Position,
}

/// Of a risk without a decision.
pub(super) const UNDECIDED: &str = "undecided";

impl Address {
    /// What is looked for. What nobody could have chosen looks for nothing in particular.
    pub(crate) fn filter(&self) -> Filter {
        let rating = |text: &str| text.parse().ok().and_then(Rating::new);
        Filter {
            search: self.q.chars().take(200).collect(),
            band: Band::WORST_FIRST.into_iter().find(|band| band_id(*band) == self.band),
            importance: rating(&self.importance),
            likelihood: rating(&self.likelihood),
            medium: Medium::from_id(&self.medium),
            department: self.department.parse().ok(),
            asset: self.asset.parse().ok(),
            event: match self.kind.as_str() {
                "event" => Some(true),
                "asset" => Some(false),
                _ => None,
            },
            treatment: Treatment::ALL.into_iter().find(|known| known.id() == self.treatment),
            undecided: self.treatment == UNDECIDED,
            exposed: self.exposed == "yes",
            approval: Approval::from_id(&self.approval),
            mine: self.mine == "yes",
            review_due: self.review == "due",
            named: self.named(),
        }
    }

    /// The entry of the catalog that the risks name.
    pub(super) fn named(&self) -> Option<Named> {
        let is_id = |id: &&String| {
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
        };
        let typed = |id| Some(id).filter(is_id).cloned();
        let all = [
            typed(&self.line).map(Named::Line),
            typed(&self.threat).map(Named::Threat),
            typed(&self.vulnerability).map(Named::Vulnerability),
            typed(&self.control).map(Named::Control),
        ];
        all.into_iter().flatten().next()
    }

    fn order(&self) -> Order {
        let (sort, descending) = self.position.order();
        Sort::from_id(sort).map_or_else(Order::default, |sort| Order { sort, descending })
    }

    /// The page that is asked for.
    pub(super) fn query(&self) -> Query {
        Query { filter: self.filter(), order: self.order(), from: self.position.place(), limit: 0 }
    }

    /// How the list is sorted by that now.
    pub(super) fn direction(&self, sort: Sort) -> Option<Direction> {
        let order = self.order();
        let way = if order.descending { Direction::Descending } else { Direction::Ascending };
        (order.sort == sort).then_some(way)
    }

    /// The list sorted by that: the way in which people look first, or the other where it is so already.
    pub(super) fn sorted(&self, sort: Sort) -> Self {
        let highest_first = matches!(sort, Sort::Level | Sort::Updated);
        self.sorted_by(sort.id(), self.direction(sort), highest_first)
    }
}

impl ListAddress for Address {
    fn parts(&mut self) -> (Vec<(&'static str, &mut String)>, &mut Position) {
        let narrowing = vec![
            ("q", &mut self.q),
            ("band", &mut self.band),
            ("importance", &mut self.importance),
            ("likelihood", &mut self.likelihood),
            ("medium", &mut self.medium),
            ("department", &mut self.department),
            ("treatment", &mut self.treatment),
            ("exposed", &mut self.exposed),
            ("approval", &mut self.approval),
            ("mine", &mut self.mine),
            ("review", &mut self.review),
            ("kind", &mut self.kind),
            ("asset", &mut self.asset),
            ("line", &mut self.line),
            ("threat", &mut self.threat),
            ("vulnerability", &mut self.vulnerability),
            ("control", &mut self.control),
        ];
        (narrowing, &mut self.position)
    }
}

/// The word of a band in addresses.
pub(super) const fn band_id(band: Band) -> &'static str {
    band.id()
}
