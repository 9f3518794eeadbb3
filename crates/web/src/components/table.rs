//! Tables that sort, choose lines, and read on a phone.

use maud::{Markup, html};

use super::button::given;
use super::icon::{Icon, small_icon};

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

    fn phone_label(&self) -> Option<&str> {
        if self.is_unlabelled { None } else { given(self.label).or(given(self.title)) }
    }

    fn class(&self) -> Option<&'static str> {
        match (self.align, self.is_block) {
            (Align::Start, false) => None,
            (Align::Start, true) => Some("is-block"),
            (Align::Center, _) => Some("is-center"),
            (Align::End, _) => Some("is-end"),
        }
    }
}

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

fn sort_state(column: &Column<'_>) -> Option<&'static str> {
    column.sort.as_ref().map(|sort| match sort.now {
        Some(Direction::Ascending) => "ascending",
        Some(Direction::Descending) => "descending",
        None => "none",
    })
}

fn sort_link(title: &str, sort: &Sort) -> Markup {
    let (picture, words) = match sort.now {
        Some(Direction::Ascending) => (Icon::Ascending, "（小さい順に表示中）"),
        Some(Direction::Descending) => (Icon::Descending, "（大きい順に表示中）"),
        None => (Icon::Sortable, "で並べかえ"),
    };
    html! {
        a.table-sort-link href=(sort.href) { (title) span.visually-hidden { (words) } (small_icon(picture)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> Table<'static> {
        Table {
            id: "assets",
            caption: "情報資産",
            columns: vec![
                Column::new("情報資産名称").sorted("?sort=-name", Some(Direction::Ascending)),
                Column::new("重要度").sorted("?sort=importance", None),
                Column::new("リスク").unlabelled(),
            ],
            rows: vec![Row {
                id: "1".into(),
                name: "<顧客>".into(),
                is_selected: true,
                cells: vec![html! { "<顧客>" }, html! { "3" }, html! { "高 6" }],
            }],
            selection: Some(Selection { name: "asset", form: "bulk" }),
            ..Table::default()
        }
    }

    #[test]
    fn says_how_it_is_sorted() {
        let page = register().render().into_string();
        assert!(page.contains(r#"aria-sort="ascending"><a class="table-sort-link" href="?sort=-name">"#), "{page}");
        assert!(page.contains(r#"aria-sort="none"><a class="table-sort-link" href="?sort=importance">"#), "{page}");
    }

    #[test]
    fn each_value_keeps_its_heading_for_a_phone() {
        let page = register().render().into_string();
        assert!(page.contains(r#"<td role="cell" data-label="重要度">3</td>"#), "{page}");
        assert!(page.contains(r#"<td role="cell">高 6</td>"#), "{page}");
    }

    #[test]
    fn checkboxes_name_their_line_and_their_form() {
        let page = register().render().into_string();
        assert!(page.contains("「&lt;顧客&gt;」を選ぶ"), "{page}");
        assert!(page.contains(r#"name="asset" value="1" form="bulk" checked>"#), "{page}");
    }

    #[test]
    fn a_scrolling_table_can_be_reached_with_the_keyboard() {
        let page = Table { on_phone: OnPhone::Scroll, ..register() }.render().into_string();
        assert!(
            page.starts_with(
                r#"<div class="table-frame" role="region" tabindex="0" aria-labelledby="assets-caption">"#
            ),
            "{page}"
        );
    }
}
