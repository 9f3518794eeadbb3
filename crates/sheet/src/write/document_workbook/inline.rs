//! Short tables on the first sheet, and the lines that lead to the long ones.

use document::Table;

use super::super::WriteError;
use super::grid::{ALL, spread};
use super::looks::Look;
use super::paper::Paper;
use super::pen::{Shown, plain};
use super::table::widths;

/// Tables up to that many rows stand on the first sheet.
const INLINE_ROWS: usize = 8;

impl<'d> Paper<'_, 'd> {
    /// A table, here or on a sheet of its own.
    pub(super) fn table(&mut self, table: &'d Table, caption: &str) -> Result<(), WriteError> {
        let spans = spread(&widths(&table.columns, 1.0)).filter(|_| table.rows.len() <= INLINE_ROWS);
        for words in [caption, table.caption.as_str()].into_iter().take(if caption == table.caption { 1 } else { 2 }) {
            if !words.is_empty() {
                self.line(ALL, plain(words, Look { bold: true, ..Look::default() }))?;
            }
        }
        let Some(spans) = spans else {
            return self.elsewhere(table, caption);
        };
        let heads = table.columns.iter().map(|column| plain(&column.title, Look::head(column.align)));
        self.place(spans.iter().copied().zip(heads).collect())?;
        for row in &table.rows {
            let cells = row.iter().zip(&table.columns).map(|(cell, column)| Shown::of(cell, row, column.align));
            self.place(spans.iter().copied().zip(cells).collect())?;
        }
        self.gap(8.0)
    }

    fn elsewhere(&mut self, table: &'d Table, caption: &str) -> Result<(), WriteError> {
        if table.columns.is_empty() {
            return Ok(());
        }
        let name = self.names.give(&[caption, &table.caption, self.heading]);
        self.link(&format!("この表（{}行）はシート「{name}」にあります。", table.rows.len()), &name)?;
        self.later.push((name, table));
        self.gap(8.0)
    }
}
