//! Risks in a few numbers, for the first screen.

use method::RiskCriteria;
use sea_orm::{Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::filter::{Approval, Filter};
use super::row::risk::{Column, Entity as Row};
use super::{Access, HeatMap, heat_map, list};
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
    let count =
        async |filter: Filter| -> Result<u64> { count(context, filter.condition(context, &scope, &criteria)).await };
    let waiting = Filter { approval: Some(Approval::Waiting), ..Filter::default() };
    let above = Condition::all()
        .add(sea_orm::ColumnTrait::gte(&Column::Level, i32::from(criteria.medium_from())))
        .add(Filter { undecided: true, ..Filter::default() }.condition(context, &scope, &criteria));
    let due = Condition::all()
        .add(sea_orm::ColumnTrait::lte(&Column::ReviewOn, asset::today(context).to_string()))
        .add(Filter::default().condition(context, &scope, &criteria));
    Ok(Summary {
        heat_map: heat_map::read(context, &scope).await?,
        exposed: count(Filter { exposed: true, ..Filter::default() }).await?,
        undecided: self::count(context, above).await?,
        waiting_for_me: count(Filter { mine: true, ..waiting.clone() }).await?,
        waiting: count(waiting).await?,
        review_due: self::count(context, due).await?,
        criteria,
    })
}

async fn count(context: &Context, condition: Condition) -> Result<u64> {
    Ok(Row::find().select_only().column(Column::Id).filter(condition).count(context.reader()).await?)
}
