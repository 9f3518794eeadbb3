//! Which columns a written register has, from left to right.

use method::Valuation;

use crate::{
    Register,
    read::{Column, Headings},
};

/// A column of the written register.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OutColumn {
    pub(super) kind: Kind,
    /// Words of its heading.
    pub(super) title: String,
    /// Width in characters of Latin letters.
    pub(super) width: f64,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One that the register format knows.
    Known(Column),
    /// The company's own: its place in `Asset::extra`.
    Extra(usize),
}

/// The columns, and where the ones that formulas need are.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) columns: Vec<OutColumn>,
}

/// Line of the upper header line, counted from 0; the lower one follows, then the assets.
pub(super) const HEADER: u32 = 3;
/// Line of the first asset, counted from 0.
pub(super) const FIRST: u32 = 5;

/// The guideline's columns with their widths, in the guideline's order.
const COLUMNS: [(Column, f64); 21] = [
    (Column::Business, 12.0),
    (Column::Name, 28.0),
    (Column::Remarks, 24.0),
    (Column::Users, 14.0),
    (Column::RiskOwner, 14.0),
    (Column::Department, 14.0),
    (Column::Medium, 16.0),
    (Column::Personal, 7.0),
    (Column::Sensitive, 7.0),
    (Column::MyNumber, 7.0),
    (Column::Survival, 7.0),
    (Column::Confidentiality, 7.0),
    (Column::Integrity, 7.0),
    (Column::Availability, 7.0),
    (Column::AssetValue, 7.0),
    (Column::Importance, 7.0),
    (Column::Retention, 12.0),
    (Column::RegisteredOn, 12.0),
    (Column::Likelihood, 16.0),
    (Column::RiskLevel, 13.0),
    (Column::Number, 6.0),
];

impl Layout {
    /// The columns that a register needs: the guideline's sixteen, further ones where the register has
    /// them or an asset has a value for them, and the company's own at the right. Line numbers come first.
    pub(super) fn of(register: &Register) -> Self {
        let any = |wanted: fn(&method::Asset) -> bool| register.assets.iter().any(wanted);
        let survival = register.columns.survival || any(|asset| asset.survival);
        let value = register.columns.asset_value || any(|asset| matches!(asset.valuation, Valuation::AssetValue(_)));
        let likelihood = register.columns.likelihood || any(|asset| asset.likelihood.is_some());
        let wanted = |column| match column {
            Column::Survival => survival,
            Column::AssetValue => value,
            Column::Likelihood | Column::RiskLevel => likelihood,
            Column::Number => false,
            _ => true,
        };
        let numbers = usize::from(register.numbered && !register.extra_columns.is_empty());
        let known = COLUMNS.iter().filter(|(column, _)| wanted(*column));
        let known: Vec<_> = known.map(|(column, width)| OutColumn::known(*column, *width)).collect();
        let headings = Headings::of_registers();
        let mut columns = Vec::with_capacity(register.extra_columns.len() + known.len());
        for (index, title) in register.extra_columns.iter().enumerate() {
            let meaning = headings.meaning(title).map(|(column, _)| column);
            let taken = known.iter().any(|column| Some(column.kind) == meaning.map(Kind::Known));
            let is_number = index < numbers && meaning == Some(Column::Number);
            // A title that would be read as a column which this register lacks is told apart.
            let clash = !is_number && !taken && meaning.is_some_and(|column| column != Column::Number || numbers == 0);
            let title = if clash { format!("独自の列：{title}") } else { title.clone() };
            columns.push(OutColumn { kind: Kind::Extra(index), title, width: if is_number { 8.0 } else { 16.0 } });
        }
        let own = columns.split_off(numbers);
        columns.extend(known);
        columns.extend(own);
        Self { columns }
    }

    /// Where a column of the register format stands, counted from 0.
    pub(super) fn position(&self, column: Column) -> Option<u16> {
        let found = self.columns.iter().position(|out| out.kind == Kind::Known(column));
        found.and_then(|position| u16::try_from(position).ok())
    }

    /// The last column, counted from 0.
    pub(super) fn last(&self) -> u16 {
        u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }
}

impl OutColumn {
    fn known(column: Column, width: f64) -> Self {
        Self { kind: Kind::Known(column), title: column.title().to_owned(), width }
    }

    /// The words over a group of columns.
    pub(super) fn group(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Known(Column::Personal | Column::Sensitive | Column::MyNumber) => Some("個人情報の種類"),
            Kind::Known(Column::Confidentiality | Column::Integrity | Column::Availability) => Some("評価値"),
            _ => None,
        }
    }
}
