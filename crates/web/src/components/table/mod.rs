//! Tables that sort, choose lines, and read on a phone.

mod column;
#[cfg(test)]
mod tests;

use maud::{Markup, html};

pub use column::{Align, Column, Direction, Sort};
use column::{sort_link, sort_state};

/// One line. Its first cell names it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Sent when the line is chosen.
    pub id: String,
    /// The line's name, read out with its checkbox.
    pub name: String,
    /// Whether it is chosen when the page opens.
    pub is_selected: bool,
    /// As many cells as there are columns.
    pub cells: Vec<Markup>,
}

impl Row {
    /// A line that cannot be chosen.
    pub fn new(cells: Vec<Markup>) -> Row {
        Row { cells, ..Row::default() }
    }
}

/// Checkboxes at the start of each line.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// The name they are sent under.
    pub name: &'a str,
    /// The id of the form they belong to.
    pub form: &'a str,
}

/// What becomes of the table where it is narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnPhone {
    /// Each line becomes a card.
    #[default]
    Cards,
    /// The table stays and scrolls sideways by itself.
    Scroll,
}

/// A table: `Table { id: "assets", caption: "情報資産", columns, rows, ..Table::default() }.render()`.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// Its id, unique on the page.
    pub id: &'a str,
    /// What it shows; read out, and written above it when `is_caption_shown`.
    pub caption: &'a str,
    /// Whether the caption is written.
    pub is_caption_shown: bool,
    /// The columns.
    pub columns: Vec<Column<'a>>,
    /// The lines.
    pub rows: Vec<Row>,
    /// Checkboxes, if lines can be chosen.
    pub selection: Option<Selection<'a>>,
    /// What becomes of it where it is narrow.
    pub on_phone: OnPhone,
}

impl Table<'_> {
    /// The table in its frame.
    pub fn render(&self) -> Markup {
        let caption_id = format!("{}-caption", self.id);
        let is_scroll = self.on_phone == OnPhone::Scroll;
        html! {
            div.table-frame role=[is_scroll.then_some("region")] tabindex=[is_scroll.then_some("0")]
                aria-labelledby=[is_scroll.then_some(&caption_id)] {
                @if !is_scroll { (self.sort_menu()) }
                table.table.table-cards[!is_scroll] id=(self.id) role="table" {
                    caption id=(caption_id) .visually-hidden[!self.is_caption_shown] { (self.caption) }
                    thead role="rowgroup" { tr role="row" { (self.head()) } }
                    tbody role="rowgroup" { @for row in &self.rows { (self.line(row)) } }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        html! {
            @if self.selection.is_some() {
                th.table-select role="columnheader" scope="col" {
                    span.visually-hidden { "選ぶ" }
                    label data-select-all hidden { input type="checkbox" aria-label="すべての行を選ぶ"; }
                }
            }
            @for column in &self.columns {
                th role="columnheader" scope="col" class=[column.class()] aria-sort=[sort_state(column)] {
                    @match &column.sort {
                        Some(sort) => { (sort_link(column.title, sort)) }
                        None => { (column.title) }
                    }
                }
            }
        }
    }

    fn line(&self, row: &Row) -> Markup {
        html! {
            tr role="row" {
                @if let Some(selection) = &self.selection {
                    td.table-select role="cell" {
                        label {
                            span.visually-hidden { "「" (row.name) "」を選ぶ" }
                            input type="checkbox" name=(selection.name) value=(row.id) form=(selection.form) checked[row.is_selected];
                        }
                    }
                }
                @for (position, (column, cell)) in self.columns.iter().zip(&row.cells).enumerate() {
                    @if position == 0 {
                        th role="rowheader" scope="row" class=[column.class()] { (cell) }
                    } @else {
                        td role="cell" class=[cell_class(column, cell)] data-label=[column.phone_label()] { (cell) }
                    }
                }
            }
        }
    }

    /// Where the headings are hidden, the ways to sort stand above the cards.
    fn sort_menu(&self) -> Markup {
        let sortable: Vec<_> = self.columns.iter().filter_map(|column| Some((column, column.sort.as_ref()?))).collect();
        html! {
            @if !sortable.is_empty() {
                details.table-sort-menu {
                    summary { "並べかえ" }
                    ul { @for (column, sort) in sortable { li { (sort_link(column.title, sort)) } } }
                }
            }
        }
    }
}

/// An empty cell has nothing to show on a card.
fn cell_class(column: &Column<'_>, cell: &Markup) -> Option<&'static str> {
    if cell.0.is_empty() { Some("is-empty-cell") } else { column.class() }
}
