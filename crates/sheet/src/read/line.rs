//! From a line of the table to an asset, or to what is wrong with it.

use std::collections::HashMap;

use method::{Asset, Medium};

use super::{
    cells,
    header::{Header, Role},
    headings::Column,
    medium_names::{MediumNames, MediumProblem, UnknownMedium},
    problem::{Kind, Place, Problems},
    row::{Cell, Row, Value},
    scale::{Scale, ScaleWatch},
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
    pub(super) names: &'a MediumNames,
    pub(super) resolved: HashMap<String, Result<Medium, MediumProblem>>,
    /// Words that mean no medium for sure, in the order of the lines.
    pub(super) unknown_media: Vec<UnknownMedium>,
    /// Columns of the company's own, in the order of `Asset::extra`.
    pub(super) extras: Vec<u32>,
    pub(super) single_personal_column: bool,
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
            unknown_media: Vec::new(),
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

    /// The asset of a line; `None` where one of its cells cannot be used, which is then told. All cells
    /// are looked at, so that every problem of the line is told at once.
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
        let registered_on = self.day(row, &cells, Column::RegisteredOn);
        let extra = self.extra(row);
        let [business, remarks, users, risk_owner, department, retention] = [
            Column::Business,
            Column::Remarks,
            Column::Users,
            Column::RiskOwner,
            Column::Department,
            Column::Retention,
        ]
        .map(|column| self.text(row, &cells, column));
        let ((medium, medium_as_written), valuation) = medium.zip(valuation).filter(|_| self.errors() == before)?;
        let asset = Asset {
            row: row.number,
            business,
            name,
            remarks,
            users,
            risk_owner,
            department,
            medium,
            medium_as_written,
            personal_data,
            survival,
            valuation,
            likelihood,
            retention,
            registered_on,
            extra,
        };
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
}
