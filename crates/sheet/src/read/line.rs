//! From a line of the table to an asset, or to what is wrong with it.

use std::collections::HashMap;

use method::{Asset, Medium, PersonalData, Rating};

use super::{
    cells,
    header::{Header, Role},
    headings::Column,
    medium_names::{MediumNames, MediumProblem},
    problem::{Kind, Place, Problems},
    row::{Cell, Row, Value},
    scale::{Rated, Scale, ScaleWatch},
    valuation::Mode,
};

/// Reads the lines of one table.
pub(super) struct LineReader<'a> {
    pub(super) header: &'a Header,
    pub(super) mode: Mode,
    pub(super) scale: Option<Scale>,
    pub(super) date_1904: bool,
    pub(super) problems: Problems,
    pub(super) watch: ScaleWatch,
    /// Ratings of another scale: errors, unless all ratings turn out to be of that scale.
    pub(super) suspects: Vec<Suspect>,
    names: &'a MediumNames,
    resolved: HashMap<String, Result<Medium, MediumProblem>>,
    /// Columns of the company's own, in the order of `Asset::extra`.
    extras: Vec<u32>,
    single_personal_column: bool,
}

/// A rating that belongs to another scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suspect {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) value: Box<str>,
}

/// The cells of a line by their meaning.
pub(super) struct Cells<'a>([Option<Cell<'a>>; Column::COUNT]);

impl<'a> Cells<'a> {
    pub(super) fn get(&self, column: Column) -> Option<Cell<'a>> {
        self.0[column as usize]
    }
}

/// Different texts for media that are remembered; registers use a few dozen.
const REMEMBERED: usize = 4_096;

impl<'a> LineReader<'a> {
    /// For the lines below a header. `extras` are the columns of the company's own.
    pub(super) fn new(header: &'a Header, mode: Mode, names: &'a MediumNames, sheet: &str, extras: Vec<u32>) -> Self {
        let others = [Column::PersonalDataKinds, Column::Sensitive, Column::MyNumber];
        Self {
            header,
            mode,
            scale: None,
            date_1904: false,
            problems: Problems::of(sheet),
            watch: ScaleWatch::default(),
            suspects: Vec::new(),
            names,
            resolved: HashMap::new(),
            extras,
            single_personal_column: !others.into_iter().any(|column| header.has(column)),
        }
    }

    /// What was found to be told, and the columns of the company's own.
    pub(super) fn into_problems(self) -> (Problems, Vec<u32>) {
        (self.problems, self.extras)
    }

    /// How many cells cannot be used so far.
    pub(super) fn errors(&self) -> usize {
        self.problems.errors() + self.suspects.len()
    }

    /// The asset of a line; `None` where one of its cells cannot be used, which is then told.
    pub(super) fn asset(&mut self, row: &Row) -> Option<Asset> {
        let before = self.errors();
        let mut cells = Cells([None; Column::COUNT]);
        for cell in row.cells() {
            if let Role::Known(column) = self.header.role(cell.column) {
                cells.0[column as usize] = Some(cell);
            }
        }
        let name = self.text(row, &cells, Column::Name);
        if name.is_empty() && self.errors() == before {
            self.missing(row, Column::Name, "情報資産の名称");
        }
        let medium = self.medium(row, &cells);
        let personal_data = self.personal_data(row, &cells);
        let survival = self.flag(row, &cells, Column::Survival);
        let valuation = self.valuation(row, &cells);
        let likelihood = self.likelihood(row, &cells);
        let asset = Asset {
            row: row.number,
            business: self.text(row, &cells, Column::Business),
            name,
            remarks: self.text(row, &cells, Column::Remarks),
            users: self.text(row, &cells, Column::Users),
            risk_owner: self.text(row, &cells, Column::RiskOwner),
            department: self.text(row, &cells, Column::Department),
            medium: medium.unwrap_or(Medium::Paper),
            medium_as_written: cells
                .get(Column::Medium)
                .and_then(|cell| cells::text(cell.value, self.date_1904))
                .unwrap_or_default()
                .into_owned(),
            personal_data,
            survival,
            valuation: valuation.unwrap_or(method::Valuation::AssetValue(Rating::LOW)),
            likelihood,
            retention: self.text(row, &cells, Column::Retention),
            registered_on: self.day(row, &cells, Column::RegisteredOn),
            extra: self.extra(row),
        };
        if self.errors() > before || medium.is_none() || valuation.is_none() {
            return None;
        }
        self.compare(row, &cells, &asset);
        Some(asset)
    }

    pub(super) fn place<'h>(&self, row: &Row, column: u32, heading: &'h str) -> Place<'h> {
        Place { row: row.number, column, heading }
    }

    /// A cell cannot be used; see [`Problems::unusable`].
    pub(super) fn unusable(&mut self, row: &Row, cell: Cell<'_>, what: &str, expected: &str) {
        let heading = self.header.heading(cell.column);
        let place = self.place(row, cell.column, &heading);
        if cell.value == Value::NoResult {
            self.problems.without_result(place);
        } else {
            let value = cells::shown(cell.value, self.date_1904);
            self.problems.unusable(place, &value, what, expected);
        }
    }

    /// A required cell is empty.
    pub(super) fn missing(&mut self, row: &Row, column: Column, expected: &str) {
        let Some(position) = self.header.position(column) else { return };
        let heading = self.header.heading(position);
        self.problems.missing(self.place(row, position, &heading), expected);
    }

    /// Something to know about a cell; see [`Problems::note`].
    pub(super) fn note(&mut self, kind: Kind, row: &Row, cell: Cell<'_>, what: &str) {
        let heading = self.header.heading(cell.column);
        let value = cells::shown(cell.value, self.date_1904);
        self.problems.note(kind, self.place(row, cell.column, &heading), &value, what);
    }

    fn text(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> String {
        let Some(cell) = cells.get(column) else { return String::new() };
        match cells::text(cell.value, self.date_1904) {
            Some(text) => text.into_owned(),
            None => {
                self.unusable(row, cell, "数式のエラーです。正しい文字を入力してください。", "文字");
                String::new()
            }
        }
    }

    fn medium(&mut self, row: &Row, cells: &Cells<'_>) -> Option<Medium> {
        let six = Medium::ALL.map(Medium::title).join("、");
        let Some(cell) = cells.get(Column::Medium) else {
            self.missing(row, Column::Medium, &format!("媒体・保存先（{six}のどれか）"));
            return None;
        };
        let text = cells::text(cell.value, self.date_1904).unwrap_or_default();
        let resolved = match self.resolved.get(text.as_ref()) {
            Some(resolved) => resolved.clone(),
            None => {
                let resolved = self.names.resolve(&text);
                if self.resolved.len() < REMEMBERED {
                    self.resolved.insert(text.into_owned(), resolved.clone());
                }
                resolved
            }
        };
        let what = match resolved {
            Ok(medium) => return Some(medium),
            Err(problem) => problem.explanation(&six),
        };
        self.unusable(row, cell, &what, &format!("{six}のどれか"));
        None
    }

    fn personal_data(&mut self, row: &Row, cells: &Cells<'_>) -> PersonalData {
        let mut held = PersonalData {
            sensitive: self.flag(row, cells, Column::Sensitive),
            my_number: self.flag(row, cells, Column::MyNumber),
            ..PersonalData::default()
        };
        if self.single_personal_column {
            return self.kinds(row, cells, Column::Personal);
        }
        held.personal = self.flag(row, cells, Column::Personal);
        let named = self.kinds(row, cells, Column::PersonalDataKinds);
        held.personal |= named.personal;
        held.sensitive |= named.sensitive;
        held.my_number |= named.my_number;
        held
    }

    fn kinds(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> PersonalData {
        let Some(cell) = cells.get(column) else { return PersonalData::default() };
        let kinds = cells::personal_data_kinds(cell.value);
        if kinds.is_none() {
            let what = format!("使えません。{}を書いてください。", cells::KINDS);
            self.unusable(row, cell, &what, cells::KINDS);
        }
        kinds.unwrap_or_default()
    }

    fn flag(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> bool {
        let Some(cell) = cells.get(column) else { return false };
        let flag = cells::flag(cell.value);
        if flag.is_none() {
            let what = format!("使えません。{}にしてください。", cells::FLAGS);
            self.unusable(row, cell, &what, cells::FLAGS);
        }
        flag.unwrap_or(false)
    }

    fn day(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> Option<jiff::civil::Date> {
        let cell = cells.get(column)?;
        match cells::day(cell.value, self.date_1904) {
            Ok(day) => Some(day),
            Err(what) => {
                self.unusable(row, cell, &what, "日付（2025/4/1 や 令和7年4月1日）");
                None
            }
        }
    }

    /// Likelihood as the register gives it. A formula without a usable result gives none: it is
    /// computed again, and a stored 0 is never read.
    fn likelihood(&mut self, row: &Row, cells: &Cells<'_>) -> Option<Rating> {
        let cell = cells.get(Column::Likelihood)?;
        let rated = Rated::leading(cell.value);
        let rating = rated.rating(None).or_else(|| rated.rating(self.scale.filter(|scale| *scale == Scale::Words)));
        if rating.is_none() && cell.formula {
            self.note(Kind::NoResult, row, cell, "の数式の結果は使えないため、脅威と対策の状況から計算し直します。");
        } else if rating.is_none() {
            self.unusable(row, cell, "使えません。1〜3の数字で入力してください。", "1〜3の数字");
        }
        rating
    }

    /// The company's own columns; one without a heading is added when it first holds something.
    fn extra(&mut self, row: &Row) -> Vec<String> {
        for cell in row.cells() {
            if self.header.role(cell.column) == Role::Unnamed && !self.extras.contains(&cell.column) {
                self.extras.push(cell.column);
            }
        }
        if self.extras.is_empty() {
            return Vec::new();
        }
        let mut values = vec![String::new(); self.extras.len()];
        for cell in row.cells() {
            let Some(position) = self.extras.iter().position(|column| *column == cell.column) else { continue };
            if cell.value == Value::NoResult {
                self.note(Kind::NoResult, row, cell, "の数式は結果が保存されていないため、空欄として扱いました。");
            }
            values[position] = cells::shown(cell.value, self.date_1904);
        }
        values
    }
}

impl MediumProblem {
    /// Goes on from 「の値『…』は」. `six` are the titles of the six media.
    pub(super) fn explanation(&self, six: &str) -> String {
        match self {
            Self::Unknown => format!("どの媒体か分かりません。{six}のどれかを書いてください。"),
            Self::Ambiguous(candidates) => {
                let candidates: Vec<_> = candidates.iter().map(|medium| medium.title()).collect();
                let hint = match candidates.as_slice() {
                    [] | [_] => String::new(),
                    several => format!("（{}が考えられます）", several.join("と")),
                };
                format!("どの媒体か決められません{hint}。{six}のどれかを書いてください。")
            }
        }
    }
}
