//! How many assets there are, and how many of them without any risk, medium by medium.

use method::Medium;
use sea_orm::sea_query::{Expr, Func, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use super::Access;
use super::row::risk::{Column, Entity as Row};
use crate::asset::{Filter, row::asset};
use crate::{Context, Permission, Result};

/// The assets of one medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediumCount {
    /// Where they are kept.
    pub medium: Medium,
    /// How many there are.
    pub assets: u64,
    /// How many of them have no risk yet.
    pub without_risks: u64,
}

/// Counts the assets that the actor may see, in the order of [`Medium::ALL`]; media without assets among them.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) unless the actor may see register and risks.
pub async fn unidentified(context: &Context) -> Result<Vec<MediumCount>> {
    context.scope(Permission::ReadAssets)?;
    let access = Access::reading(context)?;
    let without = Expr::case(asset::Column::Id.not_in_subquery(with_risks(context)), 1).finally(0);
    let counted: Vec<(String, i64, i64)> = asset::Entity::find()
        .select_only()
        .column(asset::Column::Medium)
        .column_as(asset::Column::Id.count(), "assets")
        .expr_as(Func::sum(without), "without_risks")
        .filter(Filter::default().condition(context, &access.read))
        .group_by(asset::Column::Medium)
        .into_tuple()
        .all(context.reader())
        .await?;
    let of = |medium: Medium| {
        let found = counted.iter().find(|(id, ..)| id == medium.id());
        let (assets, without_risks) =
            found.map_or((0, 0), |(_, all, without)| (all.unsigned_abs(), without.unsigned_abs()));
        MediumCount { medium, assets, without_risks }
    };
    Ok(Medium::ALL.map(of).into())
}

/// The assets that have a risk, for a query of assets.
pub(super) fn with_risks(context: &Context) -> SelectStatement {
    Row::find()
        .select_only()
        .column(Column::AssetId)
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::AssetId.is_not_null())
        .into_query()
}
