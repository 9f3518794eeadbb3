//! Risks in a few numbers, for the first screen.

use method::RiskCriteria;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use super::convert::rating;
use super::filter::{exposed, waiting, within};
use super::row::risk::{Column, Entity as Row};
use super::{Access, HeatMap, list};
use crate::{Context, Result, asset};

/// What there is and what is open, as far as the actor sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// By importance and likelihood.
    pub heat_map: HeatMap,
    /// By what they are banded.
    pub criteria: RiskCriteria,
    /// 未対応
    pub exposed: u64,
    /// Above the acceptance line, without a decision.
    pub undecided: u64,
    /// Decisions that wait for the actor's approval.
    pub waiting_for_me: u64,
    /// Decisions that wait for anybody's.
    pub waiting: u64,
    /// Whose review is due.
    pub review_due: u64,
}

/// Counts the risks that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn summary(context: &Context) -> Result<Summary> {
    let scope = Access::reading(context)?.read;
    let criteria = list::criteria(context).await?;
    let above = || Condition::all().add(Column::Level.gte(i32::from(criteria.medium_from())));
    let mine = context.account().map_or_else(|| Column::Id.is_null(), |account| Column::OwnerAccountId.eq(account.0));
    let conditions = [
        exposed(&criteria),
        above().add(Column::Treatment.is_null()),
        waiting(&criteria).add(mine),
        waiting(&criteria),
        Condition::all().add(Column::ReviewOn.lte(asset::today(context).to_string())),
    ];
    // All in one statement over one index (`m0006_counts`): it grows with the risks, but a row is a few bytes.
    let mut cells = Row::find()
        .select_only()
        .columns([Column::Importance, Column::Likelihood])
        .column_as(Column::Importance.count(), "risks")
        .filter(within(context, &scope))
        .group_by(Column::Importance)
        .group_by(Column::Likelihood);
    for (place, condition) in conditions.into_iter().enumerate() {
        let one = Expr::case(condition, 1).finally(0);
        cells = cells.expr_as(Func::sum(one), format!("count_{place}"));
    }
    let counted: Vec<(i32, i32, i64, i64, i64, i64, i64, i64)> = cells.into_tuple().all(context.reader()).await?;
    let mut heat_map = HeatMap::default();
    let mut totals = [0; 5];
    for (importance, likelihood, risks, exposed, undecided, waiting_for_me, waiting, review_due) in counted {
        heat_map.add(rating(importance)?, rating(likelihood)?, risks.unsigned_abs());
        for (total, count) in totals.iter_mut().zip([exposed, undecided, waiting_for_me, waiting, review_due]) {
            *total += count.unsigned_abs();
        }
    }
    let [exposed, undecided, waiting_for_me, waiting, review_due] = totals;
    Ok(Summary { heat_map, criteria, exposed, undecided, waiting_for_me, waiting, review_due })
}
