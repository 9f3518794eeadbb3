//! What goes with information assets that are removed: their risks, and what people have decided about them.

use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use super::filter::within;
use super::row::risk::{Column, Entity as Row};
use super::write::ROWS;
use crate::asset::Selection;
use crate::treatment::ApprovalState;
use crate::{Context, Permission, Result};

/// The risks that go with assets, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Going {
    /// All of them.
    pub risks: u64,
    /// Those with a decided treatment.
    pub decided: u64,
    /// Those whose treatment is approved, and still so.
    pub approved: u64,
}

/// Counts the risks that go with the assets, of those that the actor may remove.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) unless the actor may change assets;
/// [`Error::Database`](crate::Error::Database).
pub async fn going_with(context: &Context, assets: &Selection) -> Result<Going> {
    let scope = context.scope(Permission::EditAssets)?;
    let risks = within(context, &scope);
    let ids = match assets {
        Selection::Chosen(ids) => ids,
        Selection::Matching(filter) => {
            let found = filter.ids(context, &scope);
            return count(context, risks.add(Column::AssetId.in_subquery(found))).await;
        }
    };
    let mut ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut going = Going::default();
    for ids in ids.chunks(ROWS) {
        let some = count(context, risks.clone().add(Column::AssetId.is_in(ids.iter().copied()))).await?;
        going.risks += some.risks;
        going.decided += some.decided;
        going.approved += some.approved;
    }
    Ok(going)
}

async fn count(context: &Context, risks: Condition) -> Result<Going> {
    let among = |condition: Condition| {
        let one = Expr::case(condition, 1).finally(0);
        Func::coalesce([Func::sum(one).into(), Expr::val(0)])
    };
    let decided = Condition::all().add(Column::Treatment.is_not_null());
    let approved = Condition::all().add(Column::Approval.eq(ApprovalState::Approved.id()));
    let counted: Option<(i64, i64, i64)> = Row::find()
        .select_only()
        .column_as(Column::Id.count(), "risks")
        .expr_as(among(decided), "decided")
        .expr_as(among(approved), "approved")
        .filter(risks)
        .into_tuple()
        .one(context.reader())
        .await?;
    let (risks, decided, approved) = counted.unwrap_or_default();
    Ok(Going { risks: risks.unsigned_abs(), decided: decided.unsigned_abs(), approved: approved.unsigned_abs() })
}
