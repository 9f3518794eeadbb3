//! Risks in a few numbers, for the first screen.

use method::RiskCriteria;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};

use super::convert::rating;
use super::filter::{exposed, review_due, sent_back, undecided, waiting, within};
use super::row::risk::{Column, Entity as Row};
use super::{Access, HeatMap, list};
use crate::{Context, Result};

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
    /// Decisions that their owners have sent back.
    pub sent_back: u64,
    /// Whose review is due.
    pub review_due: u64,
    /// Those of them that the actor owns.
    pub review_due_for_me: u64,
}

/// Counts the risks that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn summary(context: &Context) -> Result<Summary> {
    let scope = Access::reading(context)?.read;
    let criteria = list::criteria(context.reader(), context).await?;
    let mine = context.account().map_or_else(|| Column::Id.is_null(), |account| Column::OwnerAccountId.eq(account.0));
    let conditions = [
        ("exposed", exposed(&criteria)),
        ("undecided", undecided(&criteria)),
        ("waiting_for_me", waiting(&criteria).add(mine.clone())),
        ("waiting", waiting(&criteria)),
        ("sent_back", sent_back()),
        ("review_due", review_due(context)),
        ("review_due_for_me", review_due(context).add(mine)),
    ];
    // All in one statement over one index (`m0006_counts`): it grows with the risks, but a row is a few bytes.
    let mut cells = Row::find()
        .select_only()
        .columns([Column::Importance, Column::Likelihood])
        .column_as(Column::Importance.count(), "risks")
        .filter(within(context, &scope))
        .group_by(Column::Importance)
        .group_by(Column::Likelihood);
    for (name, condition) in conditions {
        let one = Expr::case(condition, 1).finally(0);
        cells = cells.expr_as(Func::sum(one), name);
    }
    let cells = cells.into_model::<Cell>().all(context.reader()).await?;
    let mut heat_map = HeatMap::default();
    for cell in &cells {
        heat_map.add(rating(cell.importance)?, rating(cell.likelihood)?, cell.risks.unsigned_abs());
    }
    let total = |count: fn(&Cell) -> i64| cells.iter().map(|cell| count(cell).unsigned_abs()).sum();
    Ok(Summary {
        heat_map,
        exposed: total(|cell| cell.exposed),
        undecided: total(|cell| cell.undecided),
        waiting_for_me: total(|cell| cell.waiting_for_me),
        waiting: total(|cell| cell.waiting),
        sent_back: total(|cell| cell.sent_back),
        review_due: total(|cell| cell.review_due),
        review_due_for_me: total(|cell| cell.review_due_for_me),
        criteria,
    })
}

/// The risks of one cell of the heat map, counted.
#[derive(Debug, FromQueryResult)]
struct Cell {
    importance: i32,
    likelihood: i32,
    risks: i64,
    exposed: i64,
    undecided: i64,
    waiting_for_me: i64,
    waiting: i64,
    sent_back: i64,
    review_due: i64,
    review_due_for_me: i64,
}
