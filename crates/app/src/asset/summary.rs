//! The register in a few numbers, for the first screen.

use method::Rating;
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::access::Access;
use super::filter::{Filter, Review};
use super::row::asset::{Column, Entity as Row};
use crate::{Context, Result};

/// How many assets there are, as far as the actor sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Of 重要度 3, 2 and 1.
    pub by_importance: [u64; 3],
    /// Whose review is due.
    pub review_due: u64,
}

impl Summary {
    /// All of them.
    pub fn total(&self) -> u64 {
        self.by_importance.iter().sum()
    }
}

/// Counts the assets that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn summary(context: &Context) -> Result<Summary> {
    let scope = Access::reading(context)?.read;
    let counted = Row::find()
        .select_only()
        .column(Column::Importance)
        .column_as(sea_orm::ColumnTrait::count(&Column::Id), "assets")
        .filter(Filter::default().condition(context, &scope))
        .group_by(Column::Importance)
        .into_tuple::<(i32, i64)>();
    let due = Filter { review: Some(Review::Due), ..Filter::default() };
    let due = Row::find().filter(due.condition(context, &scope));
    // Two statements: each follows an index of its own.
    let (counted, review_due) = tokio::try_join!(counted.all(context.reader()), due.count(context.reader()))?;
    let mut by_importance = [0; 3];
    for (place, rating) in by_importance.iter_mut().zip(Rating::ALL.into_iter().rev()) {
        let found = counted.iter().find(|(importance, _)| *importance == i32::from(rating.value()));
        *place = found.map_or(0, |(_, count)| count.unsigned_abs());
    }
    Ok(Summary { by_importance, review_due })
}
