//! 評価値: ratings or one asset value, and what the register's own computed columns say.

use method::{Asset, Rating, Ratings, RiskLevel, Valuation, importance};

use super::{
    header::Header,
    headings::Column,
    line::{Cells, LineReader, Suspect},
    problem::Kind,
    row::{Cell, Row, Value},
    scale::{Rated, Scale},
};

/// Which columns value the assets of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// 機密性・完全性・可用性, and for lines without them 資産価値 where there is such a column.
    Ratings,
    /// One column alone: 資産価値, or 重要度 where a register has nothing else.
    Value(Column),
}

impl Mode {
    /// Of a header that has what it needs.
    pub(super) fn of(header: &Header) -> Option<Self> {
        let ratings = [Column::Confidentiality, Column::Integrity, Column::Availability];
        if ratings.into_iter().all(|column| header.has(column)) {
            return Some(Self::Ratings);
        }
        let none = !ratings.into_iter().any(|column| header.has(column));
        let single = [Column::AssetValue, Column::Importance].into_iter().find(|column| header.has(*column));
        single.filter(|_| none).map(Self::Value)
    }
}

impl LineReader<'_> {
    /// How the line values its asset; `None` where a cell is empty or cannot be used.
    pub(super) fn valuation(&mut self, row: &Row, cells: &Cells<'_>) -> Option<Valuation> {
        if let Mode::Value(column) = self.mode {
            return self.rating(row, cells, column).map(Valuation::AssetValue);
        }
        let columns = [Column::Confidentiality, Column::Integrity, Column::Availability];
        let without_ratings = columns.into_iter().all(|column| cells.get(column).is_none());
        if without_ratings && cells.get(Column::AssetValue).is_some() {
            return self.rating(row, cells, Column::AssetValue).map(Valuation::AssetValue);
        }
        // All three are looked at, so that every problem of the line is told at once.
        let [confidentiality, integrity, availability] = columns.map(|column| self.rating(row, cells, column));
        Some(Valuation::Ratings(Ratings {
            confidentiality: confidentiality?,
            integrity: integrity?,
            availability: availability?,
        }))
    }

    fn rating(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> Option<Rating> {
        let expected = Scale::expected(self.scale);
        let Some(cell) = cells.get(column) else {
            self.missing(row, column, expected);
            return None;
        };
        let rated = Rated::of(cell.value);
        if !cell.formula {
            self.watch.see(rated);
        }
        let rating = rated.rating(self.scale);
        if rating.is_some() {
            return rating;
        }
        if self.scale.is_none() && rated != Rated::Other && !cell.formula {
            let value = super::cells::shown(cell.value, self.date_1904).into();
            self.suspects.push(Suspect { row: row.number, column: cell.column, value });
        } else {
            self.unusable(row, cell, &format!("使えません。{expected}で入力してください。"), expected);
        }
        None
    }

    /// What the register computed or typed itself, against what we compute; ours wins.
    pub(super) fn compare(&mut self, row: &Row, cells: &Cells<'_>, asset: &Asset) {
        // Numbers of the 2019 edition mean something else, and differ by design.
        if self.scale == Some(Scale::ZeroToTwo) {
            return;
        }
        let computed = importance(asset);
        let typed = |column| cells.get(column).filter(|cell: &Cell<'_>| !cell.formula);
        if let Some(cell) = typed(Column::Importance).filter(|_| self.mode != Mode::Value(Column::Importance))
            && Rated::leading(cell.value).rating(self.scale) != Some(computed.value)
        {
            let typed = super::cells::shown(cell.value, self.date_1904);
            let (value, why) = (computed.value, computed.explanation());
            let what = format!("は{typed}と書かれていますが、{why}{value}として扱います。");
            self.note(Kind::Importance, row, cell, &what);
        }
        if let (Some(cell), Valuation::Ratings(ratings)) = (typed(Column::AssetValue), asset.valuation)
            && Rated::leading(cell.value).rating(self.scale) != Some(ratings.highest())
        {
            let typed = super::cells::shown(cell.value, self.date_1904);
            let highest = ratings.highest();
            let what = format!("は{typed}と書かれていますが、評価値の最大の{highest}を使います。");
            self.note(Kind::AssetValue, row, cell, &what);
        }
        if let (Some(cell), Some(likelihood)) = (typed(Column::RiskLevel), asset.likelihood) {
            let level = RiskLevel::new(computed.value, likelihood).value();
            if leading_number(cell.value) != Some(level) {
                let typed = super::cells::shown(cell.value, self.date_1904);
                let what = format!(
                    "は{typed}と書かれていますが、重要度{} × 被害発生可能性{likelihood} の{level}として扱います。",
                    computed.value
                );
                self.note(Kind::RiskLevel, row, cell, &what);
            }
        }
    }
}

/// 9 of `9` and of `9 リスク大`.
fn leading_number(value: Value<'_>) -> Option<u8> {
    match value {
        Value::Number(number) => (0u8..=9).find(|whole| f64::from(*whole) == number),
        Value::Text(text) => {
            let key = japanese::matching_key(text);
            let digits: String = key.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        }
        _ => None,
    }
}
