//! Writing assets, one or 100,000 of them: the rows, the register's counters and the audit records, in the
//! caller's transaction. The caller has asked for the permission and checked the contents.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect};

use super::row::asset::{Column, Entity as Row, Stored};
use super::{Asset, Content, Snapshot, convert, department, register};
use crate::audit_log::{self, Change, Entity, Event};
use crate::risk::follow;
use crate::store::Transaction;
use crate::{AssetId, Context, Result};

/// Assets per statement: some 34 bound values each, under SQLite's limit of 32,766.
pub(super) const ROWS: usize = 500;

/// The assets of those ids that exist, by id, locked until the transaction ends.
pub(crate) async fn lock_many(transaction: &Transaction, context: &Context, ids: &[AssetId]) -> Result<Vec<Asset>> {
    let mut ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut assets = Vec::with_capacity(ids.len());
    for ids in ids.chunks(ROWS) {
        let rows = Row::find()
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Id.is_in(ids.iter().copied()))
            .order_by_asc(Column::Id)
            .lock_exclusive()
            .into_partial_model::<Stored>()
            .all(transaction)
            .await?;
        for row in rows {
            assets.push(Asset::try_from(row)?);
        }
    }
    Ok(assets)
}

/// Adds lines at the end of the register, in their order.
pub(crate) async fn insert_many(
    transaction: &Transaction,
    context: &Context,
    contents: Vec<Content>,
) -> Result<Vec<Asset>> {
    let mut register = register::lock(transaction, context).await?;
    let named: Vec<&str> = contents.iter().map(|content| content.line.department.as_str()).collect();
    let departments = department::resolve(transaction, context, &named).await?;
    let now = context.now();
    let new = |content: Content| {
        register.add_columns(content.extra.keys());
        register.count += 1;
        register.last_position += 1;
        let department = departments.get(&content.line.department).copied();
        let (id, position) = (AssetId::new(), register.last_position);
        Asset { id, version: 1, position, content, department, created_at: now, updated_at: now }
    };
    let assets: Vec<Asset> = contents.into_iter().map(new).collect();
    for assets in assets.chunks(ROWS) {
        put(transaction, context, assets).await?;
        record(transaction, context, Event::Created, assets.iter().map(|asset| (None, Some(asset))), None).await?;
    }
    register::save(transaction, context, &register).await?;
    Ok(assets)
}

/// Writes new contents into assets that were locked ([`lock_many`]). Those that stay as they are keep their
/// version and leave no record. An asset stays with its department, also where that was renamed, as long as
/// its 管理部署 says the same. Answers the changed ones.
pub(crate) async fn update_many(
    transaction: &Transaction,
    context: &Context,
    changes: Vec<(Asset, Content)>,
    undoes: Option<i64>,
) -> Result<Vec<Asset>> {
    let moves = |asset: &Asset, content: &Content| asset.content.line.department != content.line.department;
    let moving = changes.iter().filter(|(asset, content)| moves(asset, content));
    let named: Vec<&str> = moving.map(|(_, content)| content.line.department.as_str()).collect();
    let departments = department::resolve(transaction, context, &named).await?;
    let now = context.now();
    let mut updated = Vec::new();
    let mut before = Vec::new();
    for (asset, content) in changes {
        let named = departments.get(&content.line.department).copied();
        let department = if moves(&asset, &content) { named } else { asset.department };
        if asset.content != content {
            let version = asset.version + 1;
            let after = Asset { version, content, department, updated_at: now, ..asset.clone() };
            before.push(asset);
            updated.push(after);
        }
    }
    for (before, after) in before.chunks(ROWS).zip(updated.chunks(ROWS)) {
        put(transaction, context, after).await?;
        follow::assets_changed(transaction, context, after).await?;
        let pairs = before.iter().zip(after).map(|(before, after)| (Some(before), Some(after)));
        record(transaction, context, Event::Changed, pairs, undoes).await?;
    }
    Ok(updated)
}

/// Removes assets that were locked, the register before them ([`register::lock`]).
pub(crate) async fn remove_many(
    transaction: &Transaction,
    context: &Context,
    assets: &[Asset],
    undoes: Option<i64>,
) -> Result<()> {
    let mut register = register::lock(transaction, context).await?;
    for assets in assets.chunks(ROWS) {
        follow::assets_removed(transaction, context, assets, undoes).await?;
        let deleted = Row::delete_many()
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Id.is_in(assets.iter().map(|asset| asset.id.0)))
            .exec(transaction)
            .await?;
        register.count = register.count.saturating_sub(deleted.rows_affected);
        record(transaction, context, Event::Removed, assets.iter().map(|asset| (Some(asset), None)), undoes).await?;
    }
    register::save(transaction, context, &register).await
}

/// Puts an asset that was removed back in its place, with its id, as its next version.
pub(crate) async fn put_back(
    transaction: &Transaction,
    context: &Context,
    mut asset: Asset,
    undoes: Option<i64>,
) -> Result<Asset> {
    let mut register = register::lock(transaction, context).await?;
    let departments = department::resolve(transaction, context, &[&asset.content.line.department]).await?;
    asset.department = departments.get(&asset.content.line.department).copied();
    register.add_columns(asset.content.extra.keys());
    register.count += 1;
    register.last_position = register.last_position.max(asset.position);
    put(transaction, context, std::slice::from_ref(&asset)).await?;
    record(transaction, context, Event::Created, [(None, Some(&asset))], undoes).await?;
    register::save(transaction, context, &register).await?;
    Ok(asset)
}

/// Inserts rows, or overwrites those of the same ids.
async fn put(transaction: &Transaction, context: &Context, assets: &[Asset]) -> Result<()> {
    let rows = assets.iter().map(|asset| Ok(convert::to_row(context.organization, asset)?.into_active_model()));
    let rows = rows.collect::<Result<Vec<_>>>()?;

    let others = Column::iter().filter(|column| !matches!(column, Column::OrganizationId | Column::Id));
    let overwrite = OnConflict::columns([Column::OrganizationId, Column::Id]).update_columns(others).to_owned();
    Row::insert_many(rows).on_conflict(overwrite).exec_without_returning(transaction).await?;
    Ok(())
}

async fn record<'a>(
    transaction: &Transaction,
    context: &Context,
    event: Event,
    pairs: impl IntoIterator<Item = (Option<&'a Asset>, Option<&'a Asset>)>,
    undoes: Option<i64>,
) -> Result<()> {
    let mut changes = Vec::new();
    for (before, after) in pairs {
        let Some(named) = after.or(before) else { continue };
        let mut change = Change::new(event, Entity::Asset, named.id, named.content.line.name.clone());
        if let Some(before) = before {
            change = change.before(&Snapshot::from(before))?;
        }
        if let Some(after) = after {
            change = change.after(&Snapshot::from(after))?;
        }
        change.undoes = undoes;
        changes.push(change);
    }
    audit_log::record_all(transaction, context, changes).await?;
    Ok(())
}
