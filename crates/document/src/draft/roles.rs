//! The table of roles: who does what, and who holds the role in this company.

use catalog::{Clause, Part};

use super::Drafter;
use super::blanks::Blanks;
use crate::words::{heading, table};
use crate::{Block, Cell, Column, Inline, Text};

impl Drafter<'_> {
    /// Heading and table of the roles that clauses name.
    pub(super) fn roles<'c>(&self, clauses: impl Iterator<Item = &'c Clause>, blanks: &mut Blanks<'_>) -> [Block; 2] {
        let clauses: Vec<&Clause> = clauses.collect();
        let named = |id: &str| {
            clauses.iter().any(|clause| {
                clause.role == id || clause.text.0.iter().any(|part| matches!(part, Part::Role(role) if role == id))
            })
        };
        let rows = self.catalog.roles.iter().filter(|role| named(&role.id)).map(|role| {
            let holder = if role.id == "employee" {
                Inline::Plain("全員".into())
            } else {
                blanks.role_holder(&role.id, &role.title)
            };
            vec![Cell::plain(&role.title), Cell::plain(&role.duty), Cell::from(Text(vec![holder]))]
        });
        let rows = rows.collect();
        let columns = vec![Column::left("役割", 5), Column::left("すること", 9), Column::left("担当", 5)];
        [heading(1, "役割と担当"), table("", columns, rows)]
    }
}
