//! The address of a list that is read page by page: what it is narrowed by, how it is sorted, where the page
//! begins. Empty parts are left out.

use app::store::paging::Place;
use serde::Deserialize;
use url::form_urlencoded::{self, Serializer};

use crate::components::Direction;

/// How a list is sorted and where its page begins, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Position {
    /// `name`, or `-name` for the highest first.
    pub(crate) sort: String,
    after: String,
    before: String,
}

impl Position {
    /// By what, and whether the highest comes first.
    pub(crate) fn order(&self) -> (&str, bool) {
        self.sort.strip_prefix('-').map_or((&self.sort, false), |word| (word, true))
    }

    /// Where the page begins.
    pub(crate) fn place(&self) -> Place {
        match (self.after.as_str(), self.before.as_str()) {
            ("", "") => Place::Start,
            (after, "") => Place::After(after.to_owned()),
            (_, before) => Place::Before(before.to_owned()),
        }
    }
}

/// An address of such a list.
pub(crate) trait ListAddress: Clone + Default {
    /// What narrows the list, as names in the address with their values; and how it is sorted, where the page begins.
    fn parts(&mut self) -> (Vec<(&'static str, &mut String)>, &mut Position);

    /// The address whose query that is.
    fn parse(query: &str) -> Self {
        let mut address = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if let Some((_, place)) = named(&mut address).find(|(known, _)| *known == name) {
                value.into_owned().clone_into(place);
            }
        }
        address
    }

    /// The list from there on.
    fn at(&self, position: Position) -> Self {
        let mut address = self.clone();
        *address.parts().1 = position;
        address
    }

    /// The list's first page.
    fn start(&self) -> Self {
        let sort = self.clone().parts().1.sort.clone();
        self.at(Position { sort, ..Position::default() })
    }

    /// The page after that cursor.
    fn after(&self, cursor: &str) -> Self {
        let mut address = self.start();
        cursor.clone_into(&mut address.parts().1.after);
        address
    }

    /// The page before that cursor.
    fn before(&self, cursor: &str) -> Self {
        let mut address = self.start();
        cursor.clone_into(&mut address.parts().1.before);
        address
    }

    /// The list in its order, without what it is narrowed by.
    fn unfiltered(&self) -> Self {
        Self::default().at(self.start().parts().1.clone())
    }

    /// The list sorted by that word: the other way round where it is sorted by it `now`, else the way in which
    /// people look first.
    fn sorted_by(&self, word: &str, now: Option<Direction>, highest_first: bool) -> Self {
        let descending = now.map_or(highest_first, |now| now == Direction::Ascending);
        let sort = format!("{}{word}", if descending { "-" } else { "" });
        self.at(Position { sort, ..Position::default() })
    }

    /// `q=…&sort=…`
    fn text(&self) -> String {
        let mut address = self.clone();
        let mut query = Serializer::new(String::new());
        for (name, value) in named(&mut address).filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        query.finish()
    }

    /// The address below that path.
    fn href(&self, path: &str) -> String {
        let text = self.text();
        if text.is_empty() { path.to_owned() } else { format!("{path}?{text}") }
    }
}

/// Every part by its name.
fn named(address: &mut impl ListAddress) -> impl Iterator<Item = (&'static str, &mut String)> {
    let (narrowing, position) = address.parts();
    let Position { sort, after, before } = position;
    narrowing.into_iter().chain([("sort", sort), ("after", after), ("before", before)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    struct Address {
        q: String,
        position: Position,
    }

    impl ListAddress for Address {
        fn parts(&mut self) -> (Vec<(&'static str, &mut String)>, &mut Position) {
            (vec![("q", &mut self.q)], &mut self.position)
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let address = Address::parse("q=%E9%A1%A7%E5%AE%A2+%26&sort=-name&after=abc&unknown=1");
        assert_eq!((address.q.as_str(), address.position.order()), ("顧客 &", ("name", true)));
        assert_eq!(address.position.place(), Place::After("abc".into()));
        assert_eq!(Address::parse(&address.text()), address);
        assert_eq!(Address::default().href("/assets"), "/assets", "empty parts are left out");
    }

    #[test]
    fn another_page_keeps_what_is_looked_for_and_how_it_is_sorted() {
        let address = Address::parse("q=x&sort=name&after=abc");
        assert_eq!(address.before("def").text(), "q=x&sort=name&before=def");
        assert_eq!(address.start().text(), "q=x&sort=name");
        assert_eq!(address.unfiltered().text(), "sort=name");
    }

    #[test]
    fn sorting_turns_round_what_is_sorted_already() {
        let address = Address::parse("q=x&after=abc");
        assert_eq!(address.sorted_by("name", None, false).text(), "q=x&sort=name");
        assert_eq!(address.sorted_by("name", Some(Direction::Ascending), false).text(), "q=x&sort=-name");
        assert_eq!(address.sorted_by("level", None, true).text(), "q=x&sort=-level");
        assert_eq!(address.sorted_by("level", Some(Direction::Descending), true).text(), "q=x&sort=level");
    }
}
