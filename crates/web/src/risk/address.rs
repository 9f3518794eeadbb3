//! The list's address: what is looked for, in which order, from where. Empty parts are left out.

use app::risk::{Approval, Filter, Named, Order, Query, Sort};
use app::store::paging::Place;
use method::{Band, Medium, Rating, Treatment};
use serde::Deserialize;
use url::form_urlencoded::{Serializer, parse};

use crate::components::Direction;

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
    /// `asset` or `event`.
    pub(super) kind: String,
    pub(super) asset: String,
    /// Ids of entries of the catalog that the risks name.
    pub(super) line: String,
    pub(super) threat: String,
    pub(super) vulnerability: String,
    pub(super) control: String,
    /// `name`, or `-level` for the highest first.
    pub(super) sort: String,
    after: String,
    before: String,
}

/// Of a risk without a decision.
pub(super) const UNDECIDED: &str = "undecided";

impl Address {
    /// The address whose query that is.
    pub(super) fn parse(query: &str) -> Self {
        let mut address = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            if let Some((_, place)) = address.parts_mut().into_iter().find(|(known, _)| *known == name) {
                value.into_owned().clone_into(place);
            }
        }
        address
    }

    fn parts_mut(&mut self) -> [(&'static str, &mut String); 19] {
        [
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
            ("kind", &mut self.kind),
            ("asset", &mut self.asset),
            ("line", &mut self.line),
            ("threat", &mut self.threat),
            ("vulnerability", &mut self.vulnerability),
            ("control", &mut self.control),
            ("sort", &mut self.sort),
            ("after", &mut self.after),
            ("before", &mut self.before),
        ]
    }

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
            named: self.named(),
        }
    }

    /// The entry of the catalog that the risks name.
    pub(super) fn named(&self) -> Option<Named> {
        let all: [(&String, fn(String) -> Named); 4] = [
            (&self.line, Named::Line),
            (&self.threat, Named::Threat),
            (&self.vulnerability, Named::Vulnerability),
            (&self.control, Named::Control),
        ];
        let is_id = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
        all.into_iter().find(|(id, _)| !id.is_empty() && is_id(id)).map(|(id, named)| named(id.clone()))
    }

    fn order(&self) -> Order {
        let sort = Sort::from_id(self.sort.trim_start_matches('-'));
        sort.map_or_else(Order::default, |sort| Order { sort, descending: self.sort.starts_with('-') })
    }

    /// The page that is asked for.
    pub(super) fn query(&self) -> Query {
        let from = match (self.after.as_str(), self.before.as_str()) {
            ("", "") => Place::Start,
            (after, "") => Place::After(after.to_owned()),
            (_, before) => Place::Before(before.to_owned()),
        };
        Query { filter: self.filter(), order: self.order(), from, limit: 0 }
    }

    /// The list's first page.
    pub(super) fn start(&self) -> Self {
        Self { after: String::new(), before: String::new(), ..self.clone() }
    }

    /// The page after that cursor.
    pub(super) fn after(&self, cursor: &str) -> Self {
        Self { after: cursor.to_owned(), ..self.start() }
    }

    /// The page before that cursor.
    pub(super) fn before(&self, cursor: &str) -> Self {
        Self { before: cursor.to_owned(), ..self.start() }
    }

    /// The list in its order, without what it is narrowed by.
    pub(super) fn unfiltered(&self) -> Self {
        Self { sort: self.sort.clone(), ..Self::default() }
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
        let descending = match self.direction(sort) {
            Some(now) => now == Direction::Ascending,
            None => highest_first,
        };
        let sign = if descending { "-" } else { "" };
        Self { sort: format!("{sign}{}", sort.id()), ..self.start() }
    }

    /// `q=…&sort=…`
    pub(super) fn text(&self) -> String {
        let mut copy = self.clone();
        let mut query = Serializer::new(String::new());
        for (name, value) in copy.parts_mut().into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        query.finish()
    }

    /// The address below that path.
    pub(super) fn href(&self, path: &str) -> String {
        let text = self.text();
        if text.is_empty() { path.to_owned() } else { format!("{path}?{text}") }
    }
}

/// The word of a band in addresses.
pub(super) const fn band_id(band: Band) -> &'static str {
    match band {
        Band::High => "high",
        Band::Medium => "medium",
        Band::Low => "low",
    }
}
