//! Tables: columns that keep their shares, heads that screen readers find, cards on a phone.

use document::{Align, Cell, Column, Table, Tone};
use maud::{Markup, html};

use crate::style::{tone_class, tone_word};
use crate::text::text;

/// Tables from that many columns on become cards where the screen is as narrow as a phone.
const CARDS_FROM: usize = 4;
/// Heads up to that many characters stand on one line.
const SHORT_HEAD: usize = 6;

/// Where a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Between paragraphs.
    Body,
    /// Beside a picture: small, and laid out like it, so it never becomes cards.
    Figure,
}

/// A table in a frame that scrolls sideways, also with the keyboard, where it is wider than the page.
pub(crate) fn table(table: &Table, shape: Shape) -> Markup {
    let cards = shape == Shape::Body && table.columns.len() >= CARDS_FROM;
    let name = if table.caption.is_empty() { "表" } else { &table.caption };
    html! {
        div.scroll role="group" aria-label=(name) tabindex="0" {
            table.cards[cards] {
                @if !table.caption.is_empty() { caption { (table.caption) } }
                (columns(&table.columns))
                thead { tr { @for column in &table.columns { (head(column)) } } }
                tbody { @for row in &table.rows { tr { (cells(row, &table.columns, cards)) } } }
            }
        }
    }
}

fn columns(columns: &[Column]) -> Markup {
    let sum: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
    let share = |column: &Column| u32::from(column.width) * 1000 / sum.max(1);
    html! {
        colgroup {
            @for column in columns {
                col style={ "width:" (share(column) / 10) "." (share(column) % 10) "%" };
            }
        }
    }
}

/// A corner without words heads nothing.
fn head(column: &Column) -> Markup {
    let short = column.title.chars().count() <= SHORT_HEAD;
    html! {
        @if column.title.is_empty() {
            td {}
        } @else {
            th.short[short].(align(column.align)) scope="col" { (column.title) }
        }
    }
}

fn cells(row: &[Cell], columns: &[Column], cards: bool) -> Markup {
    html! {
        @for (cell, column) in row.iter().zip(columns) {
            @let class = format!("{}{}", align(column.align), tone_class(cell.tone));
            @let shown = words(cell, row);
            @if !cards {
                td class=[some(&class)] { (shown) }
            } @else if shown.0.is_empty() {
                td class=[some(&class)] {}
            } @else {
                td class=[some(&class)] data-label=(column.title) { div { (shown) } }
            }
        }
    }
}

fn some(class: &str) -> Option<&str> {
    (!class.is_empty()).then_some(class)
}

/// The words of a cell; where only the colour of a number says its band, the band's word too.
fn words(cell: &Cell, row: &[Cell]) -> Markup {
    let word = tone_word(cell.tone).filter(|word| is_number(cell) && !says(row, cell.tone, word));
    html! {
        (text(&cell.text))
        @if let Some(word) = word { " " small.tone-word { (word) } }
    }
}

/// Whether the cell is a bare number; other words say themselves what their colour means.
fn is_number(cell: &Cell) -> bool {
    let words = cell.text.to_plain();
    !words.is_empty() && words.chars().all(|one| one.is_ascii_digit() || ",.-".contains(one))
}

/// Whether a cell of that tone in the row says the word.
fn says(row: &[Cell], tone: Tone, word: &str) -> bool {
    row.iter().any(|other| other.tone == tone && other.text.to_plain().contains(word))
}

const fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Center => "center ",
        Align::Right => "right ",
    }
}
