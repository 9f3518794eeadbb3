//! What can be done with the chosen lines of a table.

use maud::{Markup, html};

/// The bar above a table with [`super::Selection`].
#[derive(Debug, Clone)]
pub struct Toolbar<'a> {
    /// The table's id: how many of its lines are chosen is counted while choosing (with JavaScript).
    pub table_id: &'a str,
    /// How many are chosen when the page opens.
    pub selected: usize,
    /// Fields and buttons; they name the form of the selection with `form`.
    pub actions: Markup,
}

impl Toolbar<'_> {
    /// The bar.
    pub fn render(&self) -> Markup {
        html! {
            div.toolbar role="group" aria-label="選んだ行の操作" {
                p.toolbar-label {
                    "選んだ行"
                    // Only true while it is counted: shown by the script.
                    span hidden { "：" span.number data-selected-count=(self.table_id) { (self.selected) } "件" }
                }
                (self.actions)
            }
        }
    }
}
