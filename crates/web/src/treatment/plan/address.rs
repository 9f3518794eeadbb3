//! The plan's address: what is looked for, and from where. Empty parts are left out.

use app::treatment::{Filter, Query, TaskStatus};
use serde::Deserialize;
use url::form_urlencoded::Serializer;

/// Tasks of a page of the list.
pub(super) const PAGE: u64 = 100;

/// What the address says, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub(super) struct Address {
    pub(super) status: String,
    pub(super) department: String,
    /// `overdue`
    pub(super) due: String,
    /// `me`
    pub(super) who: String,
    /// How many tasks stand before the first.
    pub(super) skip: String,
}

impl Address {
    /// What is looked for. What nobody could have chosen looks for nothing in particular.
    pub(super) fn filter(&self) -> Filter {
        Filter {
            status: TaskStatus::from_id(&self.status),
            department: self.department.parse().ok(),
            overdue: self.due == "overdue",
            mine: self.who == "me",
            ..Filter::default()
        }
    }

    pub(super) fn is_filtered(&self) -> bool {
        self.filter() != Filter::default()
    }

    /// How many tasks stand before the first one shown.
    pub(super) fn skip(&self) -> u64 {
        self.skip.parse().unwrap_or(0).min(1_000_000)
    }

    /// The page that is asked for.
    pub(super) fn query(&self) -> Query {
        Query { filter: self.filter(), skip: self.skip(), limit: PAGE }
    }

    /// The page that begins after that many tasks.
    pub(super) fn from(&self, skip: u64) -> Self {
        let skip = if skip == 0 { String::new() } else { skip.to_string() };
        Self { skip, ..self.clone() }
    }

    /// `status=…&skip=…`
    pub(super) fn text(&self) -> String {
        let parts = [
            ("status", &self.status),
            ("department", &self.department),
            ("due", &self.due),
            ("who", &self.who),
            ("skip", &self.skip),
        ];
        let filled = parts.into_iter().filter(|(_, value)| !value.is_empty());
        Serializer::new(String::new()).extend_pairs(filled).finish()
    }

    /// The address below that path.
    pub(super) fn href(&self, path: &str) -> String {
        let text = self.text();
        if text.is_empty() { path.to_owned() } else { format!("{path}?{text}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_could_have_chosen_finds_all() {
        let odd = Address { status: "x".into(), department: "1".into(), due: "?".into(), ..Address::default() };
        assert!(!odd.is_filtered());
        assert_eq!(Address { skip: "-5".into(), ..Address::default() }.skip(), 0);
    }

    #[test]
    fn the_address_keeps_what_is_looked_for() {
        let address = Address { status: "doing".into(), who: "me".into(), ..Address::default() };
        assert!(address.filter().mine);
        assert_eq!(address.from(100).href("/treatments"), "/treatments?status=doing&who=me&skip=100");
        assert_eq!(Address::default().href("/treatments"), "/treatments");
    }
}
