//! The lines below the header, from the first to the last.

use method::Asset;

use super::{
    ReadOptions,
    error::ReadError,
    filled::{Gap, Line, classify},
    header::{Header, Role},
    headings::Column,
    limits,
    line::{LineReader, Suspect},
    medium_names::UnknownMedium,
    problem::{Kind, Problem, Problems},
    row::{Cell, Row, RowSource, column_name},
    scale::Scale,
    valuation::Mode,
};

/// What a table holds.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) assets: Vec<Asset>,
    pub(super) problems: Vec<Problem>,
    pub(super) extra_columns: Vec<String>,
    pub(super) rows_read: u64,
    pub(super) rows_skipped: u64,
    pub(super) unknown_media: Vec<UnknownMedium>,
}

/// A table that is about to be read.
pub(super) struct Task<'a> {
    pub(super) header: &'a Header,
    pub(super) mode: Mode,
    /// Name of the sheet; empty for CSV.
    pub(super) sheet: &'a str,
    pub(super) date_1904: bool,
}

/// Lines after which progress is told.
const PROGRESS: u64 = 1_000;

impl Task<'_> {
    /// Reads every line below the header.
    pub(super) fn read(&self, source: &mut dyn RowSource, options: &ReadOptions<'_>) -> Result<Table, ReadError> {
        let mut reader =
            LineReader::new(self.header, self.mode, &options.media, self.sheet, self.header.extra_columns());
        reader.scale = options.scale;
        reader.date_1904 = self.date_1904;
        let (mut assets, mut rows_read, mut rows_skipped) = (Vec::new(), 0u64, 0u64);
        let mut row = Row::default();
        let mut gap = Gap::below(self.header);
        while source.next_row(&mut row)? {
            if row.number <= self.header.last_row {
                continue;
            }
            rows_read += 1;
            if let Some(progress) = options.progress.filter(|_| rows_read.is_multiple_of(PROGRESS)) {
                progress(rows_read);
            }
            let line = classify(&row, self.header, self.mode, gap.reaches(&row));
            gap.passes(line);
            match line {
                Line::Blank | Line::Remark => {}
                Line::Lone(cell, role) => tell_lone(&mut reader, &row, cell, role),
                Line::Foot(cell) => tell_foot(&mut reader, &row, cell),
                Line::Header => {
                    let what = "見出しの繰り返しとみなして読み飛ばしました。";
                    reader.problems.note_line(Kind::RepeatedHeader, row.number, "", what);
                }
                Line::Total => {
                    let what = "合計の行とみなして読み飛ばしました。";
                    reader.problems.note_line(Kind::Total, row.number, "", what);
                }
                Line::Asset => match reader.asset(&row) {
                    Some(asset) => assets.push(asset),
                    None => rows_skipped += 1,
                },
            }
            if assets.len() as u64 + rows_skipped > limits::LINES {
                return Err(ReadError::TooManyLines { limit: limits::LINES });
            }
            if reader.errors() > limits::ERRORS {
                self.settle_scale(&reader)?;
                let example = reader.first_error().unwrap_or_default();
                let place = self.place();
                return Err(ReadError::TooManyProblems { place, limit: limits::ERRORS, example });
            }
        }
        self.settle_scale(&reader)?;
        if assets.is_empty() && rows_skipped == 0 {
            return Err(ReadError::NoAssets { place: self.place_of(), row: self.header.last_row });
        }
        reader.tell_suspects();
        let unknown_media = std::mem::take(&mut reader.unknown_media);
        let (mut problems, extras) = reader.into_problems();
        let extra_columns = self.extra_titles(&extras, &mut problems);
        // A column without a heading may have been met late.
        for asset in assets.iter_mut().filter(|asset: &&mut Asset| asset.extra.len() < extra_columns.len()) {
            asset.extra.resize(extra_columns.len(), String::new());
        }
        Ok(Table { assets, problems: problems.finish(), extra_columns, rows_read, rows_skipped, unknown_media })
    }

    /// Refuses a register that uses another scale throughout than the one it is read in.
    fn settle_scale(&self, reader: &LineReader<'_>) -> Result<(), ReadError> {
        let place = self.place();
        match (reader.scale, reader.watch.other_scale()) {
            (None, Some(scale)) => {
                let example = reader.suspects.iter().find(|suspect| scale == Scale::Words || &*suspect.value == "0");
                let example = example.or(reader.suspects.first()).map(|suspect| self.example(suspect));
                Err(ReadError::OtherScale { place, scale, example: example.unwrap_or_default() })
            }
            (Some(scale), _) if reader.watch.is_plain() => {
                let example = reader.first_error().unwrap_or_default();
                Err(ReadError::PlainScale { place, scale, example })
            }
            _ => Ok(()),
        }
    }

    fn example(&self, suspect: &Suspect) -> String {
        let heading = self.header.heading(suspect.column);
        let cell = super::row::cell_name(suspect.row, suspect.column);
        format!("{}行目『{heading}』（{cell}）の『{}』", suspect.row, suspect.value)
    }

    /// 「シート「台帳」」, or 「CSV」.
    fn place(&self) -> String {
        if self.sheet.is_empty() { "CSV".to_owned() } else { format!("シート「{}」", self.sheet) }
    }

    /// 「シート「台帳」の」, or 「CSV の」.
    pub(super) fn place_of(&self) -> String {
        if self.sheet.is_empty() { "CSV の".to_owned() } else { format!("シート「{}」の", self.sheet) }
    }

    fn extra_titles(&self, extras: &[u32], problems: &mut Problems) -> Vec<String> {
        let mut titles = Vec::with_capacity(extras.len());
        for column in extras {
            let words = self.header.words.get(*column as usize).filter(|words| !words.is_empty());
            titles.push(words.cloned().unwrap_or_else(|| {
                let title = format!("見出しなし（{}列）", column_name(*column));
                let place = problems.place();
                problems.note_sheet(format!(
                    "{place}{}列には見出しがないため、「{title}」という独自の列として読みました。",
                    column_name(*column)
                ));
                title
            }));
        }
        titles
    }
}

impl Header {
    /// Columns of the company's own, in the order of `Asset::extra`: that of numbers first, for the
    /// register that is written back begins with it.
    pub(super) fn extra_columns(&self) -> Vec<u32> {
        let own = self.columns.iter().enumerate().filter(|(_, role)| **role == Role::Extra);
        let own = own.filter_map(|(column, _)| u32::try_from(column).ok());
        self.position(Column::Number).into_iter().chain(own).collect()
    }
}

fn tell_lone(reader: &mut LineReader<'_>, row: &Row, cell: Cell<'_>, role: Role) {
    let value = super::cells::shown(cell.value, reader.date_1904);
    let shown = super::problem::shortened(&value);
    if role == Role::Known(Column::Name) {
        let what = format!(
            "名称の『{shown}』だけが書かれているため、情報資産として扱いませんでした。情報資産であれば、媒体・保存先と評価値を入力してください。"
        );
        reader.problems.note_line(Kind::LoneName, row.number, &value, &what);
    } else {
        let what = format!("『{shown}』だけが書かれているため、注記とみなして読み飛ばしました。");
        reader.problems.note_line(Kind::LoneCell, row.number, &value, &what);
    }
}

fn tell_foot(reader: &mut LineReader<'_>, row: &Row, cell: Cell<'_>) {
    let value = super::cells::shown(cell.value, reader.date_1904);
    let shown = super::problem::shortened(&value);
    let what = format!(
        "『{shown}』で始まり、媒体・保存先も評価値もないため、表の下の注記とみなして読み飛ばしました。情報資産であれば、媒体・保存先と評価値を入力してください。"
    );
    reader.problems.note_line(Kind::Foot, row.number, &value, &what);
}

impl LineReader<'_> {
    /// The message of the first cell that cannot be used.
    fn first_error(&self) -> Option<String> {
        let told = self.problems.first_error().map(str::to_owned);
        told.or_else(|| self.suspects.first().map(|suspect| format!("{}行目『{}』", suspect.row, suspect.value)))
    }

    /// Ratings of another scale that only some cells use are errors like any other.
    fn tell_suspects(&mut self) {
        for Suspect { row, column, value } in std::mem::take(&mut self.suspects) {
            let heading = self.header.heading(column);
            let place = super::problem::Place { row, column, heading: &heading };
            let expected = Scale::expected(self.scale);
            let what = format!("使えません。{expected}で入力してください。");
            self.problems.unusable(place, &value, &what, expected);
        }
    }
}
