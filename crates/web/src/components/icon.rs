//! The few pictures, drawn by us. They only accompany words, so assistive technology does not see them.

use maud::{Markup, html};

/// A picture of 24 by 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A tick in a circle.
    Success,
    /// An i in a circle.
    Information,
    /// An exclamation mark in a triangle.
    Warning,
    /// An exclamation mark in an octagon.
    Error,
    /// Three lines.
    Menu,
    /// An angle pointing down.
    Down,
    /// A tick.
    Tick,
    /// An arrow up: sorted from small to large.
    Ascending,
    /// An arrow down: sorted from large to small.
    Descending,
    /// Both arrows: may be sorted.
    Sortable,
}

/// The picture at its usual size.
pub fn icon(icon: Icon) -> Markup {
    draw(icon, "icon")
}

/// The picture at the size of small text.
pub fn small_icon(icon: Icon) -> Markup {
    draw(icon, "icon icon-small")
}

fn draw(icon: Icon, class: &str) -> Markup {
    let path = match icon {
        Icon::Success => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12.2l2.8 2.8L16 9.5",
        Icon::Information => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.5v.1",
        Icon::Warning => "M12 4 2.8 20h18.4ZM12 10v5M12 17.5v.1",
        Icon::Error => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.5v6M12 16.5v.1",
        Icon::Menu => "M4 7h16M4 12h16M4 17h16",
        Icon::Down => "m7 10 5 5 5-5",
        Icon::Tick => "m4 12.5 5.5 5.5L20 7",
        Icon::Ascending => "M12 20V5M6 11l6-6 6 6",
        Icon::Descending => "M12 4v15M6 13l6 6 6-6",
        Icon::Sortable => "M8 20V5M4 9l4-4 4 4M16 4v15M12 15l4 4 4-4",
    };
    html! {
        svg class=(class) viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false" { path d=(path); }
    }
}
