//! The list's address: what is looked for, in which order, from where. Empty parts are left out.

use app::asset::{Filter, Order, Place, Query, Review, Sort};
use method::{Medium, Rating};
use serde::Deserialize;
use url::form_urlencoded::{Serializer, parse};

use crate::components::Direction;

/// What the address of the list says, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub(super) struct Address {
    pub(super) q: String,
    pub(super) department: String,
    pub(super) medium: String,
    pub(super) importance: String,
    pub(super) personal: String,
    pub(super) review: String,
    /// `name`, or `-name` for the highest first.
    pub(super) sort: String,
    after: String,
    before: String,
}

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

    fn parts_mut(&mut self) -> [(&'static str, &mut String); 9] {
        [
            ("q", &mut self.q),
            ("department", &mut self.department),
            ("medium", &mut self.medium),
            ("importance", &mut self.importance),
            ("personal", &mut self.personal),
            ("review", &mut self.review),
            ("sort", &mut self.sort),
            ("after", &mut self.after),
            ("before", &mut self.before),
        ]
    }

    /// What is looked for. What nobody could have chosen looks for nothing in particular.
    pub(super) fn filter(&self) -> Filter {
        Filter {
            search: self.q.chars().take(200).collect(),
            department: self.department.parse().ok(),
            medium: Medium::from_id(&self.medium),
            importance: self.importance.parse().ok().and_then(Rating::new),
            personal_data: match self.personal.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            review: Review::from_id(&self.review),
        }
    }

    fn order(&self) -> Order {
        let descending = self.sort.starts_with('-');
        let sort = Sort::from_id(self.sort.trim_start_matches('-')).unwrap_or_default();
        Order { sort, descending }
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

    /// The list in its own order, without what it is narrowed by.
    pub(super) fn unfiltered(&self) -> Self {
        Self { sort: self.sort.clone(), ..Self::default() }
    }

    /// The same in the register's own order.
    pub(super) fn in_order(&self) -> Self {
        Self { sort: String::new(), ..self.start() }
    }

    /// How the list is sorted by that now.
    pub(super) fn direction(&self, sort: Sort) -> Option<Direction> {
        let order = self.order();
        let way = if order.descending { Direction::Descending } else { Direction::Ascending };
        (order.sort == sort && !self.sort.is_empty()).then_some(way)
    }

    /// The list sorted by that: the way in which people look first, or the other where it is so already.
    pub(super) fn sorted(&self, sort: Sort) -> Self {
        let highest_first = matches!(sort, Sort::Importance | Sort::Updated);
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
