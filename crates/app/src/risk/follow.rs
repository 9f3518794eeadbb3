//! Risks follow what their numbers depend on: the assets they are about, and the company's answers. It
//! happens in the transaction of the change itself, which the audit log records; a risk's own record would
//! say nothing more.

use catalog::Catalog;
use method::RiskCriteria;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::convert::{name_sort, rating, search, to_row};
use super::list::criteria;
use super::row::risk::{Column, Model};
use super::row::task;
use super::write::{ROWS, lock_rows, put_rows, remove_rows};
use super::{About, Content, Knowledge, Numbers, read_all};
use crate::asset::Asset;
use crate::organization::Organization;
use crate::store::Transaction;
use crate::treatment::ApprovalState;
use crate::{AssetId, Context, Result};

/// Assets have changed: name, department and importance of their risks follow.
pub(crate) async fn assets_changed(transaction: &Transaction, context: &Context, assets: &[Asset]) -> Result<()> {
    let criteria = criteria(transaction, context).await?;
    for assets in assets.chunks(ROWS) {
        let rows = lock_rows(transaction, context, of_assets(assets.iter().map(|asset| asset.id))).await?;
        let mut changed = Vec::new();
        for row in rows {
            let Some(asset) = assets.iter().find(|asset| Some(asset.id.0) == row.asset_id) else { continue };
            let now = with_asset(row.clone(), &About::from(asset), &criteria)?;
            if now != row {
                changed.push((row, now));
            }
        }
        for (before, now) in changed.iter().filter(|(before, now)| before.department_id != now.department_id) {
            task::Entity::update_many()
                .filter(task::Column::OrganizationId.eq(context.organization.0))
                .filter(task::Column::RiskId.eq(before.id))
                .col_expr(task::Column::DepartmentId, Expr::value(now.department_id))
                .exec(transaction)
                .await?;
        }
        put_rows(transaction, changed.into_iter().map(|(_, now)| now).collect()).await?;
    }
    Ok(())
}

/// Assets go: their risks go first. Each leaves its own record, so that it can come back with its asset.
pub(crate) async fn assets_removed(
    transaction: &Transaction,
    context: &Context,
    assets: &[Asset],
    undoes: Option<i64>,
) -> Result<()> {
    for assets in assets.chunks(ROWS) {
        let rows = lock_rows(transaction, context, of_assets(assets.iter().map(|asset| asset.id))).await?;
        let rows: Vec<_> = rows.into_iter().map(|row| (row, undoes)).collect();
        remove_rows(transaction, context, &rows).await?;
    }
    Ok(())
}

/// The company's answers have changed: threat and vulnerability ratings of all risks follow.
pub(crate) async fn answers_changed(
    transaction: &Transaction,
    context: &Context,
    catalog: &Catalog,
    organization: &Organization,
) -> Result<()> {
    let knowledge = Knowledge::of(organization, catalog)?;
    let rows = lock_rows(transaction, context, Condition::all()).await?;
    for rows in rows.chunks(ROWS) {
        let risks = read_all(transaction, context, &knowledge, rows).await?;
        let now = risks.iter().map(|risk| to_row(context, risk)).collect::<Result<Vec<_>>>()?;
        let is_new = |now: &Model| rows.iter().all(|row| row != now);
        let changed = now.into_iter().filter(is_new).collect();
        put_rows(transaction, changed).await?;
    }
    Ok(())
}

/// The criteria have changed: what was approved may ask for more than was said, or no longer.
pub(crate) async fn criteria_changed(
    transaction: &Transaction,
    context: &Context,
    before: &RiskCriteria,
    now: &RiskCriteria,
) -> Result<()> {
    let lines = [before, now].map(|criteria| i32::from(criteria.medium_from()));
    let [from, to] = [lines.iter().min(), lines.iter().max()].map(|line| line.copied().unwrap_or_default());
    // Only what lies between the two acceptance lines is on another side of it.
    let between = Condition::all()
        .add(Column::Approval.is_in([ApprovalState::Approved.id(), ApprovalState::Stale.id()]))
        .add(Column::ResidualLevel.gte(from))
        .add(Column::ResidualLevel.lt(to));
    let mut changed = Vec::new();
    for mut row in lock_rows(transaction, context, between).await? {
        let content: Content = serde_json::from_str(&row.content)?;
        let state = ApprovalState::of(&content, &numbers(&row)?, now);
        if row.approval != state.id() {
            state.id().clone_into(&mut row.approval);
            changed.push(row);
        }
    }
    put_rows(transaction, changed).await
}

fn numbers(row: &Model) -> Result<Numbers> {
    Ok(Numbers {
        importance: rating(row.importance)?,
        likelihood: rating(row.likelihood)?,
        residual_likelihood: row.residual_likelihood.map(rating).transpose()?,
    })
}

fn of_assets(assets: impl Iterator<Item = AssetId>) -> Condition {
    Condition::all().add(Column::AssetId.is_in(assets.map(|id| id.0)))
}

/// The row, its asset being as it is now.
fn with_asset(mut row: Model, about: &About, criteria: &RiskCriteria) -> Result<Model> {
    row.name.clone_from(&about.name);
    row.name_sort = name_sort(about);
    row.medium = about.medium.map_or_else(String::new, |medium| medium.id().to_owned());
    row.department_id = about.department.map(|department| department.0);
    let content: Content = serde_json::from_str(&row.content)?;
    row.search = search(about, &content);
    row.importance = i32::from(about.importance.value.value());
    let numbers = numbers(&row)?;
    row.level = i32::from(numbers.level().value());
    row.residual_level = numbers.residual_level().map(|level| i32::from(level.value()));
    ApprovalState::of(&content, &numbers, criteria).id().clone_into(&mut row.approval);
    Ok(row)
}
