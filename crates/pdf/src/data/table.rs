//! Tables as data: the rows' cells one after another, each a bare text unless it looks different.

use document::{Align, Block, Cell, Document, Table, column_widths};
use serde::Serialize;

use super::lines::Lines;
use crate::error::PdfError;
use crate::page::{CELL_INSET, Page, SMALL};
use crate::text::TextData;

/// A row of up to that many lines stays on one page by itself, for typst leaves no single line of a paragraph behind.
const WHOLE_LINES: f64 = 2.0;
/// A row of more lines, up to that many, is told to stay on one page, which has typst lay it out once more, unless its
/// height is known, which holds it together anyway; a longer one may go on over the page's end.
const KEPT_LINES: f64 = 12.0;
/// The words of a row of up to that many lines stand in the middle of its height, of a taller one at
/// its top.
const CENTERED_LINES: f64 = 4.0;

/// A table of more rows is laid out in parts; at most one page in some dozens stays partly empty.
const PART_ROWS: usize = 500;

/// A table.
#[derive(Debug, Serialize)]
pub(crate) struct TableData<'a> {
    caption: TextData<'a>,
    columns: Vec<ColumnData<'a>>,
    /// How many lines each row has; 0 where typst has to find out.
    lines: Vec<u32>,
    cells: Vec<CellData<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct ColumnData<'a> {
    title: TextData<'a>,
    /// In points.
    width: f64,
    align: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum CellData<'a> {
    /// Black on white, free to break.
    Bare(TextData<'a>),
    /// Anything else.
    Looking {
        text: TextData<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ground: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ink: Option<&'static str>,
        keep: bool,
        top: bool,
    },
}

impl<'a> TableData<'a> {
    pub(crate) fn new(table: &'a Table, caption: TextData<'a>, page: Page) -> Self {
        let columns = column_widths(table, page.measure(), SMALL, CELL_INSET);
        let widths: Vec<f64> = columns.iter().map(|width| width - CELL_INSET).collect();
        let columns = table.columns.iter().zip(columns).map(|(column, width)| ColumnData {
            title: TextData::words(&column.title, SMALL, width - CELL_INSET),
            width,
            align: match column.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
            },
        });
        let (mut lines, mut cells) = (Vec::new(), Vec::new());
        for row in &table.rows {
            let of_row = row.iter().zip(&widths).map(|(cell, width)| Lines::of(cell, *width));
            let of_row = of_row.fold(Lines::NONE, Lines::max);
            let certain = of_row.certain().filter(|certain| f64::from(*certain) <= KEPT_LINES);
            lines.push(certain.unwrap_or_default());
            for (index, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let keep = index == 0 && certain.is_none() && of_row.about > WHOLE_LINES && of_row.about <= KEPT_LINES;
                cells.push(CellData::new(cell, *width, keep, of_row.about > CENTERED_LINES));
            }
        }
        Self { caption, columns: columns.collect(), lines, cells }
    }

    #[cfg(test)]
    pub(crate) fn forget_lines(&mut self) -> usize {
        let known = self.lines.iter().filter(|lines| **lines > 0).count();
        self.lines.fill(0);
        known
    }

    /// The table in parts of at most [`PART_ROWS`] rows, each to begin on a new page: typst lays out
    /// what stands between two page breaks on a processor of its own.
    pub(crate) fn parts(mut self) -> Vec<Self> {
        let columns = self.columns.len().max(1);
        let mut parts = Vec::new();
        while self.lines.len() > PART_ROWS {
            let lines = self.lines.split_off(PART_ROWS);
            let cells = self.cells.split_off(PART_ROWS * columns);
            let rest = Self { caption: TextData::Words("".into()), columns: self.columns.clone(), lines, cells };
            parts.push(std::mem::replace(&mut self, rest));
        }
        parts.push(self);
        parts
    }
}

impl<'a> CellData<'a> {
    /// `keep`: the row that the cell begins stays on one page; `top`: its words stand at its top.
    fn new(cell: &'a Cell, width: f64, keep: bool, top: bool) -> Self {
        let text = TextData::new(&cell.text, SMALL, width);
        let colors = cell.tone.colors();
        if colors.is_none() && !keep && !top {
            return Self::Bare(text);
        }
        Self::Looking { text, ground: colors.map(|(ground, _)| ground), ink: colors.map(|(_, ink)| ink), keep, top }
    }
}

/// Every row must have as many cells as there are columns: neither is a cell dropped nor one made up.
///
/// # Errors
/// [`PdfError::Row`] with the first row that has not.
pub(crate) fn check_rows(document: &Document) -> Result<(), PdfError> {
    tables(&document.blocks).into_iter().try_for_each(|table| {
        let columns = table.columns.len();
        match table.rows.iter().enumerate().find(|(_, row)| row.len() != columns) {
            None => Ok(()),
            Some((index, row)) => Err(PdfError::Row {
                title: document.front.title.clone(),
                caption: table.caption.clone(),
                row: index + 1,
                cells: row.len(),
                columns,
            }),
        }
    })
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Table(table) => vec![table],
            Block::Article(article) => tables(&article.body),
            _ => Vec::new(),
        })
        .collect()
}
