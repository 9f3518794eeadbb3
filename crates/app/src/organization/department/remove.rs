//! A department goes, where nothing refers to it.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Department, find, row};
use crate::account::row::membership;
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Error, Permission, Result, assessment, asset, invitation, people, risk};

/// Removes a department.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::NotFound`]; [`Error::Refused`]
/// where assets, risks, assessments, roles or invitations belong to it: the sentence says how many of which.
pub async fn remove(context: &Context, id: DepartmentId) -> Result<()> {
    context.require(Permission::EditOrganization)?;
    context
        .transaction(async |transaction| {
            people::lock(transaction, context.organization).await?;
            let department = find(transaction, context, id).await?.ok_or(Error::NotFound("部署"))?;
            delete(transaction, context, &department, None).await
        })
        .await
}

/// Deletes a department that nothing refers to, with its record. Who belongs is locked.
pub(super) async fn delete(
    transaction: &Transaction,
    context: &Context,
    department: &Department,
    undoes: Option<i64>,
) -> Result<()> {
    let uses = uses(transaction, context, department.id).await?;
    if !uses.is_empty() {
        return Err(Error::Refused(format!(
            "部署「{}」は{}で使われているため、削除できません。先に、それぞれを別の部署にするか、取り消してください。",
            department.name,
            uses.join("、")
        )));
    }
    invitation::forget_department(transaction, context, department.id).await?;
    assessment::forget_department(transaction, context, department.id).await?;
    row::department::Entity::delete_by_id((context.organization.0, department.id.0)).exec(transaction).await?;
    let change = Change::new(Event::Removed, Entity::Department, department.id, department.name.clone());
    let change = Change { undoes, ..change.before(department)? };
    audit_log::record(transaction, context, change).await?;
    Ok(())
}

/// What refers to it, in words. The foreign keys refuse what comes in between.
async fn uses(transaction: &Transaction, context: &Context, id: DepartmentId) -> Result<Vec<String>> {
    let assets = asset::row::asset::Entity::find()
        .filter(asset::row::asset::Column::OrganizationId.eq(context.organization.0))
        .filter(asset::row::asset::Column::DepartmentId.eq(id.0))
        .count(transaction)
        .await?;
    let roles = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .filter(membership::Column::DepartmentId.eq(id.0))
        .count(transaction)
        .await?;
    // Risks of assets go with these; those of business events are of the department itself.
    let events = risk::row::risk::Entity::find()
        .filter(risk::row::risk::Column::OrganizationId.eq(context.organization.0))
        .filter(risk::row::risk::Column::DepartmentId.eq(id.0))
        .filter(risk::row::risk::Column::AssetId.is_null())
        .count(transaction)
        .await?;
    let assessments = assessment::row::Entity::find()
        .filter(assessment::row::Column::OrganizationId.eq(context.organization.0))
        .filter(assessment::row::Column::DepartmentId.eq(id.0))
        .filter(assessment::row::Column::RemovedAt.is_null())
        .count(transaction)
        .await?;
    let invitations = invitation::waiting_for_department(transaction, context, id).await?;
    let counted = [
        (assets, format!("情報資産{assets}件")),
        (events, format!("事象のリスク{events}件")),
        (assessments, format!("アセスメント{assessments}件")),
        (roles, format!("役割{roles}件")),
        (invitations, format!("招待{invitations}件")),
    ];
    Ok(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect())
}
