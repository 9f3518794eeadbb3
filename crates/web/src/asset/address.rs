//! The list's address: what is looked for, in which order, from where. Empty parts are left out.

use app::asset::{Filter, Order, Query, Review, Sort};
use method::{Medium, Rating};
use serde::Deserialize;

use crate::components::Direction;
use crate::request::{ListAddress, Position};

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
    #[serde(flatten)]
    pub(super) position: Position,
}

impl Address {
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
        let (sort, descending) = self.position.order();
        Order { sort: Sort::from_id(sort).unwrap_or_default(), descending }
    }

    /// The page that is asked for.
    pub(super) fn query(&self) -> Query {
        Query { filter: self.filter(), order: self.order(), from: self.position.place(), limit: 0 }
    }

    /// The same in the register's own order.
    pub(super) fn in_order(&self) -> Self {
        self.at(Position::default())
    }

    /// How the list is sorted by that now.
    pub(super) fn direction(&self, sort: Sort) -> Option<Direction> {
        let order = self.order();
        let way = if order.descending { Direction::Descending } else { Direction::Ascending };
        (order.sort == sort && !self.position.sort.is_empty()).then_some(way)
    }

    /// The list sorted by that: the way in which people look first, or the other where it is so already.
    pub(super) fn sorted(&self, sort: Sort) -> Self {
        let highest_first = matches!(sort, Sort::Importance | Sort::Updated);
        self.sorted_by(sort.id(), self.direction(sort), highest_first)
    }
}

impl ListAddress for Address {
    fn parts(&mut self) -> (Vec<(&'static str, &mut String)>, &mut Position) {
        let narrowing = vec![
            ("q", &mut self.q),
            ("department", &mut self.department),
            ("medium", &mut self.medium),
            ("importance", &mut self.importance),
            ("personal", &mut self.personal),
            ("review", &mut self.review),
        ];
        (narrowing, &mut self.position)
    }
}
