//! A snapshot out of sight and back.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use super::take::state;
use super::{Assessment, row};
use crate::audit_log::{self, Change, Entity, Event};
use crate::risk::Access;
use crate::store::Transaction;
use crate::{AssessmentId, Context, DepartmentId, Error, Result};

/// What the audit log would say of it now; `None` where it is out of sight, or never was.
pub(crate) async fn present(
    connection: &impl ConnectionTrait,
    context: &Context,
    id: AssessmentId,
) -> Result<Option<Value>> {
    let found = head(connection, this(context, id).add(row::Column::RemovedAt.is_null())).await?;
    Ok(found.as_ref().map(state))
}

/// Puts a removed snapshot back, or takes one out of sight that was taken, as a new change that undoes the record of
/// that sequence.
///
/// # Errors
/// [`Error::Forbidden`] where it lies outside of the actor's departments; [`Error::NotFound`].
pub(crate) async fn restore(
    transaction: &Transaction,
    context: &Context,
    id: AssessmentId,
    is_removed: bool,
    undoes: i64,
) -> Result<()> {
    let access = Access::editing(context)?;
    let assessment = head(transaction, this(context, id)).await?.ok_or(Error::NotFound("アセスメント"))?;
    if !access.may_change(assessment.department) {
        return Err(Error::Forbidden);
    }
    set_removed(transaction, context, &assessment, is_removed, Some(undoes)).await
}

/// Takes it out of sight, or back, with its record.
///
/// # Errors
/// [`Error::NotFound`] where somebody was quicker.
pub(super) async fn set_removed(
    transaction: &Transaction,
    context: &Context,
    assessment: &Assessment,
    is_removed: bool,
    undoes: Option<i64>,
) -> Result<()> {
    let removed = row::Column::RemovedAt;
    let (was, now) =
        if is_removed { (removed.is_null(), Some(context.now().0)) } else { (removed.is_not_null(), None) };
    let changed = row::Entity::update_many()
        .col_expr(removed, Expr::value(now))
        .filter(this(context, assessment.id).add(was))
        .exec(transaction)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::NotFound("アセスメント"));
    }
    let event = if is_removed { Event::Removed } else { Event::Created };
    let change = Change::new(event, Entity::Assessment, assessment.id, assessment.name.clone());
    let state = state(assessment);
    let change = if is_removed { change.before(&state)? } else { change.after(&state)? };
    audit_log::record(transaction, context, Change { undoes, ..change }).await?;
    Ok(())
}

/// Removed snapshots of a department that goes: put back, they are seen by whoever sees the whole organization.
pub(crate) async fn forget_department(
    transaction: &Transaction,
    context: &Context,
    department: DepartmentId,
) -> Result<()> {
    row::Entity::update_many()
        .col_expr(row::Column::DepartmentId, Expr::value(None::<uuid::Uuid>))
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::DepartmentId.eq(department.0))
        .filter(row::Column::RemovedAt.is_not_null())
        .exec(transaction)
        .await?;
    Ok(())
}

fn this(context: &Context, id: AssessmentId) -> Condition {
    Condition::all().add(row::Column::OrganizationId.eq(context.organization.0)).add(row::Column::Id.eq(id.0))
}

async fn head(connection: &impl ConnectionTrait, condition: Condition) -> Result<Option<Assessment>> {
    let found = row::Entity::find().filter(condition).into_partial_model::<row::Head>().one(connection).await?;
    found.map(Assessment::try_from).transpose()
}
