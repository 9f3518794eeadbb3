//! The first sheet: the document from top to bottom, laid out to be read and printed.

use document::{Align, Article, Block, Document, Figure, FrontMatter, Table, Text, Tone};
use rust_xlsxwriter::Worksheet;

use super::super::WriteError;
use super::grid::{ALL, ARTICLE, FRONT, SCOPE, Span, UNIT_PIXELS, UNITS, width};
use super::lines::{lines, note, packed, revision_date};
use super::looks::{BLUE, Border, Look, Looks, QUIET};
use super::names::Names;
use super::pen::{Area, Pen, Shown, plain};
use super::words::{Stress, Words};
use super::{FIRST, table};

/// Tallest row that spreadsheets take is 409 points; taller words go over several rows merged into one.
const TALLEST: f64 = 400.0;
/// Height of a line in half points of its size: 13.65 points at 10.5.
const LINE: f64 = 0.65;
/// What an indent takes from a line, in digits.
pub(super) const INDENT: f64 = 2.5;
/// Room above and below the words of a row, in points.
const AIR: f64 = 6.0;
/// Height of a printed page between its margins, in points: A4 on its long side.
const PAGE: f64 = 490.0;
/// What goes onto one page: a fifth more than fits is shrunk, since a page of a heading and a link helps nobody.
const SHRUNK: f64 = 1.2;
/// Tables that get a sheet of their own, with its name.
pub(super) type Later<'d> = Vec<(String, &'d Table)>;

/// Writes the first sheet from top to bottom.
pub(super) struct Paper<'a, 'd> {
    pub(super) pen: Pen<'a>,
    /// The next row.
    pub(super) row: u32,
    pub(super) names: Names,
    pub(super) later: Later<'d>,
    /// Words of the heading above, for tables without a caption.
    pub(super) heading: &'d str,
    breaks: Vec<u32>,
    article_head: bool,
    /// Height of the rows so far, in points.
    height: f64,
}

impl<'a, 'd> Paper<'a, 'd> {
    pub(super) fn new(sheet: &'a mut Worksheet, looks: &'a mut Looks) -> Self {
        let (names, pen) = (Names::with(FIRST), Pen { sheet, looks });
        let (later, breaks) = (Vec::new(), Vec::new());
        Self { pen, row: 0, names, later, heading: "", breaks, article_head: false, height: 0.0 }
    }

    /// Writes everything; returns the tables that need a sheet of their own.
    pub(super) fn write(mut self, document: &'d Document) -> Result<Later<'d>, WriteError> {
        table::page_setup(self.pen.sheet, &document.front);
        self.pen.sheet.set_screen_gridlines(false);
        self.pen.sheet.set_column_range_width_pixels(0, UNITS - 1, UNIT_PIXELS)?;
        self.front(&document.front)?;
        self.blocks(&document.blocks)?;
        self.pen.sheet.set_page_breaks(&self.breaks)?;
        if self.breaks.is_empty() && self.height > PAGE && self.height <= SHRUNK * PAGE {
            self.pen.sheet.set_print_fit_to_pages(1, 1);
        }
        Ok(self.later)
    }

    fn front(&mut self, front: &FrontMatter) -> Result<(), WriteError> {
        self.line(ALL, plain(&front.organization, Look { ink: Some(QUIET), ..Look::default() }))?;
        self.line(ALL, plain(&front.title, Look { size: 36, bold: true, ..Look::default() }))?;
        if !front.state.is_empty() {
            self.line(ALL, plain(&front.state, Look { bold: true, ..Look::default() }))?;
        }
        self.gap(AIR)?;
        let label = |words| plain(words, Look::head(Align::Left));
        let value = |words: &str| plain(words, Look::cell(Align::Left));
        let revised = Shown::new(revision_date(front), Look::cell(Align::Left));
        let (number, category) = (value(&front.number), value(&front.category));
        let cells = [label("番号"), number, label("区分"), category, label("改訂日"), revised];
        self.place(FRONT.into_iter().zip(cells).collect())?;
        self.place(SCOPE.into_iter().zip([label("適用範囲"), value(&front.scope)]).collect())?;
        self.gap(2.0 * AIR)
    }

    fn blocks(&mut self, blocks: &'d [Block]) -> Result<(), WriteError> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &'d Block) -> Result<(), WriteError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(_) | Block::List { .. } => {
                for line in lines(block) {
                    for words in packed(&[line], width(ALL)) {
                        self.line(ALL, Shown::new(words, Look::default()))?;
                    }
                }
                Ok(())
            }
            Block::Article(article) => self.article(article),
            Block::Table(shown) => self.table(shown, &shown.caption),
            Block::Figure(shown) => self.figure(shown),
            Block::Callout { title, body, tone } => self.callout(title, body, *tone),
            Block::PageBreak => {
                self.breaks.push(self.row);
                Ok(())
            }
        }
    }

    fn heading(&mut self, level: u8, text: &'d str) -> Result<(), WriteError> {
        self.heading = text;
        self.gap(if level <= 1 { 2.0 * AIR } else { AIR })?;
        let (size, border) = match level {
            0 | 1 => (28, Border::Below),
            2 => (24, Border::None),
            _ => (22, Border::None),
        };
        self.line(ALL, plain(text, Look { size, border, bold: true, middle: true, ..Look::default() }))?;
        self.gap(AIR)
    }

    /// One row: 条, 題, 本文, 記録など. Tables and the like inside follow below it.
    fn article(&mut self, article: &'d Article) -> Result<(), WriteError> {
        if !self.article_head {
            self.article_head = true;
            let titles = ["条", "題", "本文", "記録など"].map(|title| plain(title, Look::head(Align::Left)));
            self.place(ARTICLE.into_iter().zip(titles).collect())?;
        }
        let mut waiting = Vec::new();
        let mut started = false;
        for block in &article.body {
            if matches!(block, Block::Paragraph(_) | Block::List { .. }) {
                waiting.extend(lines(block));
            } else {
                if !(started && waiting.is_empty()) {
                    self.rule(article, !started, &std::mem::take(&mut waiting))?;
                    started = true;
                }
                self.block(block)?;
            }
        }
        if started && waiting.is_empty() { Ok(()) } else { self.rule(article, !started, &waiting) }
    }

    fn rule(&mut self, article: &Article, first: bool, lines: &[Words]) -> Result<(), WriteError> {
        let notes: Vec<Words> = if first { article.notes.iter().map(note).collect() } else { Vec::new() };
        let [_, _, body, small] = ARTICLE.map(width);
        let (bodies, notes) = (packed(lines, body), packed(&notes, small));
        for index in 0..bodies.len().max(notes.len()).max(1) {
            let head = first && index == 0;
            let number = if head { format!("第{}条", article.number) } else { String::new() };
            let title = if head { article.title.as_str() } else { "" };
            let of = |cells: &[Words]| cells.get(index).cloned().unwrap_or_default();
            let look = Look { middle: false, ..Look::cell(Align::Left) };
            let strong = Look { bold: true, ..look.clone() };
            let quiet = Look { ink: Some(QUIET), ..look.clone() };
            let cells = [plain(&number, strong.clone()), plain(title, strong), Shown::new(of(&bodies), look)];
            let cells = cells.into_iter().chain([Shown::new(of(&notes), quiet)]);
            self.place(ARTICLE.into_iter().zip(cells).collect())?;
        }
        Ok(())
    }

    fn callout(&mut self, title: &str, body: &[Text], tone: Tone) -> Result<(), WriteError> {
        let mut lines = vec![Words::default()];
        lines[0].push(Stress::Strong, title);
        lines.extend(body.iter().map(Words::from));
        for words in packed(&lines, width(ALL)) {
            let look = Look { bold: false, ..Look::cell(Align::Left).toned(tone) };
            self.line(ALL, Shown::new(words, look))?;
        }
        self.gap(AIR)
    }

    /// The same content as cells, then what the picture says.
    fn figure(&mut self, figure: &'d Figure) -> Result<(), WriteError> {
        self.table(&figure.table, &figure.caption)?;
        let look = Look { ink: Some(QUIET), ..Look::default() };
        self.line(ALL, plain(&figure.alternative, look))?;
        self.gap(AIR)
    }

    /// A line that leads to another sheet.
    pub(super) fn link(&mut self, words: &str, sheet: &str) -> Result<(), WriteError> {
        let row = self.row;
        let look = Look { ink: Some(BLUE), underline: true, ..Look::default() };
        self.line(ALL, plain(words, look.clone()))?;
        let format = self.pen.looks.of(&look);
        let target = format!("internal:'{sheet}'!A1");
        self.pen.sheet.write_url_with_options(row, 0, target.as_str(), words, "", Some(format))?;
        Ok(())
    }

    /// One cell over a span.
    pub(super) fn line(&mut self, span: Span, shown: Shown) -> Result<(), WriteError> {
        self.place(vec![(span, shown)])
    }

    /// Cells side by side, in a row as high as the highest of them.
    pub(super) fn place(&mut self, cells: Vec<(Span, Shown)>) -> Result<(), WriteError> {
        let heights = cells.iter().map(|(span, shown)| height(shown, width(*span)));
        let height = heights.fold(0.0, f64::max);
        let rows = (height / TALLEST).ceil().max(1.0);
        let last_row = self.row + rows as u32 - 1;
        for ((first, last), shown) in cells {
            self.pen.put(Area { row: self.row, last_row, first, last }, shown)?;
        }
        for row in self.row..=last_row {
            self.pen.sheet.set_row_height(row, height / rows)?;
        }
        self.row = last_row + 1;
        self.height += height;
        Ok(())
    }

    /// An empty row of that many points.
    pub(super) fn gap(&mut self, points: f64) -> Result<(), WriteError> {
        self.pen.sheet.set_row_height(self.row, points)?;
        self.row += 1;
        self.height += points;
        Ok(())
    }
}

/// Height in points that a cell needs.
pub(super) fn height(shown: &Shown, width: f64) -> f64 {
    let size = f64::from(shown.look.size);
    let width = width * 21.0 / size - INDENT * f64::from(shown.look.indent);
    f64::from(shown.words.lines(width)) * size * LINE + AIR
}
