//! How many risks of each importance and likelihood.

use method::{Band, Rating, RiskCriteria, RiskLevel};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::filter::within;
use super::row::risk::{Column, Entity as Row};
use crate::{Context, Result, Scope};

/// リスクの分布: importance down, likelihood across.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeatMap([[u64; 3]; 3]);

impl HeatMap {
    /// Counts risks one by one.
    pub fn count_all(risks: impl IntoIterator<Item = (Rating, Rating)>) -> Self {
        let mut map = Self::default();
        for (importance, likelihood) in risks {
            map.add(importance, likelihood, 1);
        }
        map
    }

    pub(crate) fn add(&mut self, importance: Rating, likelihood: Rating, count: u64) {
        self.0[usize::from(importance.value()) - 1][usize::from(likelihood.value()) - 1] += count;
    }

    /// Risks of that importance and likelihood.
    pub const fn count(&self, importance: Rating, likelihood: Rating) -> u64 {
        self.0[importance.value() as usize - 1][likelihood.value() as usize - 1]
    }

    /// Risks in a band of those criteria.
    pub fn band(&self, band: Band, criteria: &RiskCriteria) -> u64 {
        self.levels(|level| criteria.band(level) == band)
    }

    /// Risks of the levels that are looked for.
    pub fn levels(&self, wanted: impl Fn(RiskLevel) -> bool) -> u64 {
        let cells =
            Rating::ALL.into_iter().flat_map(|importance| Rating::ALL.map(|likelihood| (importance, likelihood)));
        let found = cells.filter(|(importance, likelihood)| wanted(RiskLevel::new(*importance, *likelihood)));
        found.map(|(importance, likelihood)| self.count(importance, likelihood)).sum()
    }

    /// All of them.
    pub fn total(&self) -> u64 {
        self.0.iter().flatten().sum()
    }
}

/// Counts what is stored within `scope`.
pub(super) async fn read(context: &Context, scope: &Scope) -> Result<HeatMap> {
    let counted: Vec<(i32, i32, i64)> = Row::find()
        .select_only()
        .column(Column::Importance)
        .column(Column::Likelihood)
        .column_as(Column::Importance.count(), "risks")
        .filter(within(context, scope))
        .group_by(Column::Importance)
        .group_by(Column::Likelihood)
        .into_tuple()
        .all(context.reader())
        .await?;
    let mut map = HeatMap::default();
    for (importance, likelihood, count) in counted {
        map.add(super::convert::rating(importance)?, super::convert::rating(likelihood)?, count.unsigned_abs());
    }
    Ok(map)
}
