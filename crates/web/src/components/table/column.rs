//! The columns of a table and how they sort.

use maud::{Markup, html};

use crate::components::button::given;
use crate::components::icon::{Icon, small_icon};

/// Where a column's content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Start,
    /// In the middle: single digits.
    Center,
    /// At the right: amounts.
    End,
}

/// The order of a sorted column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From small to large, あ to ん.
    Ascending,
    /// From large to small.
    Descending,
}

/// How a column can be sorted.
#[derive(Debug, Clone)]
pub struct Sort {
    /// The list sorted by this column (the other way round when it already is).
    pub href: String,
    /// How the list is sorted by this column now, if it is.
    pub now: Option<Direction>,
}

/// One column: `Column::new("重要度")`.
#[derive(Debug, Clone, Default)]
pub struct Column<'a> {
    /// Its heading.
    pub title: &'a str,
    /// Stands beside each value on a phone; empty for the heading. Use [`Column::unlabelled`] for none.
    pub label: &'a str,
    /// No words beside the value on a phone, because it explains itself (「高 6」).
    pub is_unlabelled: bool,
    /// A line of its own on a phone: longer content.
    pub is_block: bool,
    /// Where the content stands.
    pub align: Align,
    /// How it can be sorted.
    pub sort: Option<Sort>,
}

impl<'a> Column<'a> {
    /// A column at the left that cannot be sorted.
    pub fn new(title: &'a str) -> Column<'a> {
        Column { title, ..Column::default() }
    }

    /// The same, centred.
    pub fn centered(self) -> Column<'a> {
        Column { align: Align::Center, ..self }
    }

    /// The same, at the right.
    pub fn at_end(self) -> Column<'a> {
        Column { align: Align::End, ..self }
    }

    /// The same with a shorter name beside each value on a phone.
    pub fn labelled(self, label: &'a str) -> Column<'a> {
        Column { label, ..self }
    }

    /// The same without words beside the value on a phone.
    pub fn unlabelled(self) -> Column<'a> {
        Column { is_unlabelled: true, ..self }
    }

    /// The same with a line of its own on a phone.
    pub fn block(self) -> Column<'a> {
        Column { is_block: true, ..self }
    }

    /// The same, sortable.
    pub fn sorted(self, href: impl Into<String>, now: Option<Direction>) -> Column<'a> {
        Column { sort: Some(Sort { href: href.into(), now }), ..self }
    }

    pub(super) fn phone_label(&self) -> Option<&str> {
        if self.is_unlabelled { None } else { given(self.label).or(given(self.title)) }
    }

    pub(super) fn class(&self) -> Option<&'static str> {
        match (self.align, self.is_block) {
            (Align::Start, false) => None,
            (Align::Start, true) => Some("is-block"),
            (Align::Center, _) => Some("is-center"),
            (Align::End, _) => Some("is-end"),
        }
    }
}

/// `aria-sort` of a column that can be sorted.
pub(super) fn sort_state(column: &Column<'_>) -> Option<&'static str> {
    column.sort.as_ref().map(|sort| match sort.now {
        Some(Direction::Ascending) => "ascending",
        Some(Direction::Descending) => "descending",
        None => "none",
    })
}

/// The link that sorts by a column.
pub(super) fn sort_link(title: &str, sort: &Sort) -> Markup {
    let (picture, words) = match sort.now {
        Some(Direction::Ascending) => (Icon::Ascending, "（この順に並んでいます）"),
        Some(Direction::Descending) => (Icon::Descending, "（逆の順に並んでいます）"),
        None => (Icon::Sortable, "で並べかえ"),
    };
    html! {
        a.table-sort-link href=(sort.href) { (title) span.visually-hidden { (words) } (small_icon(picture)) }
    }
}
