//! Tables and figures. Word gets no picture: the figure's table is drawn in its colours instead.

use std::io;

use document::{Align, Cell, Column, Figure, Table, Tone, column_widths};

use crate::DocxError;
use crate::body::{Body, Shape};
use crate::page::{field, gap};
use crate::text::{Look, run};

/// More columns Word does not open.
const MOST_COLUMNS: usize = 63;
/// More rows a table of Word cannot have (32,767, the head among them); longer ones go on in a further table.
const MOST_ROWS: usize = 32_000;
/// Size of the letters in tables, in points, as the styles say.
const LETTER: f64 = 9.5;
/// What a cell leaves free at its left and right together, in points, as the styles say.
const CELL_INSET: f64 = 9.0;
/// Figures with at most so many rows stay on one page.
const ROWS_KEPT_TOGETHER: usize = 12;

impl Body<'_> {
    /// A table with its numbered caption above.
    pub(crate) fn captioned_table(&mut self, table: &Table) -> Result<(), DocxError> {
        self.tables += u32::from(!table.caption.is_empty());
        self.caption("表", self.tables, &table.caption)?;
        self.table(table, "", false)
    }

    /// The figure's content as a coloured table: caption above, its meaning in words below.
    pub(crate) fn figure(&mut self, figure: &Figure) -> Result<(), DocxError> {
        self.figures += u32::from(!figure.caption.is_empty());
        self.caption("図", self.figures, &figure.caption)?;
        if !figure.table.caption.is_empty() {
            self.words(&figure.table.caption, Shape { style: "Caption", ..Shape::default() })?;
        }
        self.table(&figure.table, &figure.alternative, true)?;
        if !figure.alternative.is_empty() {
            self.words(&figure.alternative, Shape { style: "FigureText", ..Shape::default() })?;
        }
        Ok(())
    }

    /// 「表1　リスクの一覧」; the number is a field, so a table that is added in Word is counted too.
    /// Where there are no words, a gap keeps the table off the text above and carries a page break.
    fn caption(&mut self, kind: &str, number: u32, words: &str) -> io::Result<()> {
        if words.is_empty() {
            return self.words("", Shape { style: "Gap", keep_next: true, ..Shape::default() });
        }
        self.open_paragraph(Shape { style: "Caption", ..Shape::default() })?;
        run(&mut self.xml, kind)?;
        field(&mut self.xml, &format!(" SEQ {kind} \\* ARABIC "), &number.to_string())?;
        run(&mut self.xml, &format!("\u{3000}{words}"))?;
        self.xml.close("w:p")
    }

    fn table(&mut self, table: &Table, description: &str, keep_together: bool) -> Result<(), DocxError> {
        check(table)?;
        if table.columns.is_empty() {
            return Ok(());
        }
        let keep_together = keep_together && table.rows.len() <= ROWS_KEPT_TOGETHER;
        let widths = widths(table, self.page.text_width());
        let mut first = 0;
        loop {
            let rows = &table.rows[first..table.rows.len().min(first + MOST_ROWS)];
            self.open_table(table, &widths, description)?;
            for row in rows {
                self.open_row()?;
                for ((cell, column), width) in row.iter().zip(&table.columns).zip(&widths) {
                    self.cell(cell, column, width, keep_together)?;
                }
                self.xml.close("w:tr")?;
            }
            self.xml.close("w:tbl")?;
            gap(&mut self.xml)?;
            first += rows.len();
            if first >= table.rows.len() {
                return Ok(());
            }
        }
    }

    fn open_table(&mut self, table: &Table, widths: &[String], description: &str) -> io::Result<()> {
        let total = self.page.text_width().to_string();
        let xml = &mut self.xml;
        xml.open("w:tbl")?;
        xml.open("w:tblPr")?;
        xml.val("w:tblStyle", "DataTable")?;
        xml.empty_with("w:tblW", &[("w:w", &total), ("w:type", "dxa")])?;
        xml.empty_with("w:tblLayout", &[("w:type", "fixed")])?;
        xml.empty_with(
            "w:tblLook",
            &[
                ("w:val", "0620"),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:firstColumn", "0"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ],
        )?;
        if !table.caption.is_empty() {
            xml.val("w:tblCaption", &table.caption)?;
        }
        if !description.is_empty() {
            xml.val("w:tblDescription", description)?;
        }
        xml.close("w:tblPr")?;
        xml.open("w:tblGrid")?;
        for width in widths {
            xml.empty_with("w:gridCol", &[("w:w", width)])?;
        }
        xml.close("w:tblGrid")?;
        xml.open("w:tr")?;
        xml.open("w:trPr")?;
        xml.empty("w:cantSplit")?;
        xml.empty("w:tblHeader")?;
        xml.close("w:trPr")?;
        for (column, width) in table.columns.iter().zip(widths) {
            self.open_cell(width, None)?;
            self.words(&column.title, Shape { style: "TableHead", align: column.align, ..Shape::default() })?;
            self.xml.close("w:tc")?;
        }
        self.xml.close("w:tr")
    }

    /// A row that no page break cuts in two.
    pub(crate) fn open_row(&mut self) -> io::Result<()> {
        self.xml.open("w:tr")?;
        self.xml.open("w:trPr")?;
        self.xml.empty("w:cantSplit")?;
        self.xml.close("w:trPr")
    }

    fn cell(&mut self, cell: &Cell, column: &Column, width: &str, keep_next: bool) -> io::Result<()> {
        let colors = cell.tone.colors();
        self.open_cell(width, colors.map(|(ground, _)| ground))?;
        let align = if cell.number.is_some() && column.align == Align::Left { Align::Center } else { column.align };
        let style = if colors.is_some() && cell.tone != Tone::Muted { "TableMark" } else { "TableText" };
        self.open_paragraph(Shape { style, align, keep_next, ..Shape::default() })?;
        self.text(&cell.text, Look { color: colors.map(|(_, ink)| ink), ..Look::default() })?;
        self.xml.close("w:p")?;
        self.xml.close("w:tc")
    }

    fn open_cell(&mut self, width: &str, ground: Option<&str>) -> io::Result<()> {
        let xml = &mut self.xml;
        xml.open("w:tc")?;
        xml.open("w:tcPr")?;
        xml.empty_with("w:tcW", &[("w:w", width), ("w:type", "dxa")])?;
        if let Some(ground) = ground {
            xml.empty_with("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)])?;
        }
        xml.close("w:tcPr")
    }
}

fn check(table: &Table) -> Result<(), DocxError> {
    let columns = table.columns.len();
    if columns > MOST_COLUMNS {
        return Err(DocxError::TooManyColumns { caption: table.caption.clone(), columns });
    }
    match table.rows.iter().enumerate().find(|(_, row)| row.len() != columns) {
        Some((index, row)) => {
            Err(DocxError::RowLength { caption: table.caption.clone(), row: index + 1, cells: row.len(), columns })
        }
        None => Ok(()),
    }
}

/// The width of each column, in twentieths of a point; together exactly `total`.
fn widths(table: &Table, total: u32) -> Vec<String> {
    let (mut edge, mut sum) = (0, 0.0);
    let whole = |width: f64| {
        sum += width;
        let next = (sum * 20.0).round() as u32;
        (next - std::mem::replace(&mut edge, next)).to_string()
    };
    column_widths(table, f64::from(total) / 20.0, LETTER, CELL_INSET).into_iter().map(whole).collect()
}

#[cfg(test)]
mod tests {
    use document::{Cell, Column, Table};

    use super::{CELL_INSET, LETTER, widths};

    fn table(columns: [(&str, u16); 3], cells: [&str; 3]) -> Table {
        Table {
            caption: String::new(),
            columns: columns.map(|(title, width)| Column::left(title, width)).into(),
            rows: vec![cells.map(Cell::plain).into()],
        }
    }

    #[test]
    fn widths_follow_the_shares_and_fill_the_line() {
        let table = table([("あ", 1), ("い", 2), ("う", 4)], ["", "", ""]);
        assert_eq!(widths(&table, 7_000), ["1000", "2000", "4000"]);
        assert_eq!(widths(&table, 9_069), ["1296", "2591", "5182"]);
    }

    #[test]
    fn short_words_stay_in_one_line() {
        let table =
            table([("レベル", 1), ("影響の範囲", 20), ("担当", 20)], ["1（小）", "被害はない。", "システム管理者"]);
        let widths: Vec<f64> = widths(&table, 9_069).iter().map(|width| width.parse().unwrap_or(0.0)).collect();
        assert!(widths[0] >= (3.8 * LETTER + CELL_INSET) * 20.0 - 1.0, "{widths:?}");
        assert_eq!(widths.iter().sum::<f64>(), 9_069.0);
    }

    #[test]
    fn the_styles_say_the_same() {
        let styles = include_str!("../parts/styles.xml");
        let letters = styles.split("w:styleId=\"TableText\"").nth(1).and_then(|style| style.split("</w:style>").next());
        assert!(letters.is_some_and(|style| style.contains(&format!("<w:sz w:val=\"{}\"/>", LETTER * 2.0))));
        let cells = styles.split("w:styleId=\"DataTable\"").nth(1).and_then(|style| style.split("</w:style>").next());
        assert!(cells.is_some_and(|style| style.contains(&format!("<w:left w:w=\"{}\" w:type", CELL_INSET * 10.0))));
    }
}
