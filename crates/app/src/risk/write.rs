//! Writing risks, one or thousands: rows, tasks and audit records, in the caller's transaction. The caller
//! has asked for the permission and checked the contents.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect, SqlErr};

use super::convert::{to_row, to_task_rows};
use super::row::risk::{Column, Entity as Row, Model};
use super::row::task;
use super::{About, Content, Knowledge, Risk, about};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, Error, Result, RiskId};

/// Risks per statement: some 28 bound values each, under SQLite's limit of 32,766.
pub(crate) const ROWS: usize = 500;

/// The risk of that id, locked until the transaction ends.
pub(crate) async fn lock(
    transaction: &Transaction,
    context: &Context,
    knowledge: &Knowledge<'_>,
    id: RiskId,
) -> Result<Option<Risk>> {
    let row = Row::find_by_id((context.organization.0, id.0)).lock_exclusive().one(transaction).await?;
    let Some(row) = row else { return Ok(None) };
    let content: Content = serde_json::from_str(&row.content)?;
    let about = about::read(transaction, context, &content).await?;
    Ok(Some(Risk::of(&row, content, about, knowledge)))
}

/// Adds risks.
pub(crate) async fn insert_many(
    transaction: &Transaction,
    context: &Context,
    knowledge: &Knowledge<'_>,
    contents: Vec<(Content, About)>,
) -> Result<Vec<Risk>> {
    let now = context.now();
    let new = |(content, about)| Risk::compute(RiskId::new(), 1, content, about, knowledge, (now, now));
    let risks: Vec<Risk> = contents.into_iter().map(new).collect();
    for risks in risks.chunks(ROWS) {
        put(transaction, context, risks).await?;
        record(transaction, context, Event::Created, risks.iter().map(|risk| (None, Some(risk))), None).await?;
    }
    Ok(risks)
}

/// Writes a new content into a risk that was locked. One that stays as it is keeps its version and leaves
/// no record.
pub(crate) async fn update(
    transaction: &Transaction,
    context: &Context,
    knowledge: &Knowledge<'_>,
    before: &Risk,
    mut content: Content,
    event: Event,
    undoes: Option<i64>,
) -> Result<Risk> {
    // Whoever undoes brings the former state back as it was.
    if undoes.is_none()
        && let Some(approval) = &mut content.approval
    {
        approval.ended |= content.owner != before.content.owner && content.owner != Some(approval.account);
    }
    if before.content == content {
        return Ok(before.clone());
    }
    let about = about::read(transaction, context, &content).await?;
    let times = (before.created_at, context.now());
    let after = Risk::compute(before.id, before.version + 1, content, about, knowledge, times);
    put(transaction, context, std::slice::from_ref(&after)).await?;
    record(transaction, context, event, [(Some(before), Some(&after))], undoes).await?;
    Ok(after)
}

/// Puts a risk that was removed back with its id; [`Error::Stale`] where somebody has done so meanwhile. Its version is higher than every one it had: each of them
/// left a record, and `undoes` is the number of a later one.
pub(crate) async fn put_back(
    transaction: &Transaction,
    context: &Context,
    knowledge: &Knowledge<'_>,
    id: RiskId,
    content: Content,
    undoes: i64,
) -> Result<Risk> {
    let about = about::read(transaction, context, &content).await?;
    let now = context.now();
    let risk = Risk::compute(id, undoes + 1, content, about, knowledge, (now, now));
    // Inserted, not overwritten: somebody else may have put it back meanwhile.
    let inserted = Row::insert(to_row(context, &risk)?.into_active_model()).exec_without_returning(transaction).await;
    inserted.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Error::Stale,
        _ => error.into(),
    })?;
    put_tasks(transaction, context, std::slice::from_ref(&risk)).await?;
    record(transaction, context, Event::Created, [(None, Some(&risk))], Some(undoes)).await?;
    Ok(risk)
}

/// Removes rows that were locked, with their tasks; each with the number of the record that this undoes, if any.
pub(crate) async fn remove_rows(
    transaction: &Transaction,
    context: &Context,
    rows: &[(Model, Option<i64>)],
) -> Result<()> {
    for rows in rows.chunks(ROWS) {
        Row::delete_many()
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Id.is_in(rows.iter().map(|(row, _)| row.id)))
            .exec(transaction)
            .await?;
        let mut changes = Vec::new();
        for (row, undoes) in rows {
            let content: Content = serde_json::from_str(&row.content)?;
            let label = super::label(&row.name, &content);
            let mut change = Change::new(Event::Removed, Entity::Risk, row.id, label).before(&content)?;
            change.undoes = *undoes;
            changes.push(change);
        }
        audit_log::record_all(transaction, context, changes).await?;
    }
    Ok(())
}

/// Rows of the organization that meet a condition, by id, locked until the transaction ends.
pub(crate) async fn lock_rows(
    transaction: &Transaction,
    context: &Context,
    condition: sea_orm::Condition,
) -> Result<Vec<Model>> {
    let rows = Row::find()
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(condition)
        .order_by_asc(Column::Id)
        .lock_exclusive();
    Ok(rows.all(transaction).await?)
}

/// Inserts risks, or overwrites those of the same ids, with their tasks.
async fn put(transaction: &Transaction, context: &Context, risks: &[Risk]) -> Result<()> {
    let rows = risks.iter().map(|risk| to_row(context, risk)).collect::<Result<Vec<_>>>()?;
    put_rows(transaction, rows).await?;
    put_tasks(transaction, context, risks).await
}

async fn put_tasks(transaction: &Transaction, context: &Context, risks: &[Risk]) -> Result<()> {
    let ids = risks.iter().map(|risk| risk.id.0);
    task::Entity::delete_many()
        .filter(task::Column::OrganizationId.eq(context.organization.0))
        .filter(task::Column::RiskId.is_in(ids))
        .exec(transaction)
        .await?;
    let tasks: Vec<_> = risks.iter().flat_map(|risk| to_task_rows(context, risk)).collect();
    for tasks in tasks.chunks(ROWS) {
        let tasks = tasks.iter().cloned().map(IntoActiveModel::into_active_model);
        task::Entity::insert_many(tasks).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Inserts rows, or overwrites those of the same ids.
pub(super) async fn put_rows(transaction: &Transaction, rows: Vec<Model>) -> Result<()> {
    let others = Column::iter().filter(|column| !matches!(column, Column::OrganizationId | Column::Id));
    let overwrite = OnConflict::columns([Column::OrganizationId, Column::Id]).update_columns(others).to_owned();
    for rows in rows.chunks(ROWS) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        Row::insert_many(rows).on_conflict(overwrite.clone()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

async fn record<'a>(
    transaction: &Transaction,
    context: &Context,
    event: Event,
    pairs: impl IntoIterator<Item = (Option<&'a Risk>, Option<&'a Risk>)>,
    undoes: Option<i64>,
) -> Result<()> {
    let mut changes = Vec::new();
    for (before, after) in pairs {
        let Some(named) = after.or(before) else { continue };
        let mut change = Change::new(event, Entity::Risk, named.id, named.label());
        if let Some(before) = before {
            change = change.before(&before.content)?;
        }
        if let Some(after) = after {
            change = change.after(&after.content)?;
        }
        change.undoes = undoes;
        changes.push(change);
    }
    audit_log::record_all(transaction, context, changes).await?;
    Ok(())
}
