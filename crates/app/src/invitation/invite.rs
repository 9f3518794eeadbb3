//! Inviting somebody.

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};

use super::{Invitation, Issued, LASTS, row};
use crate::account::row::{account, membership};
use crate::account::{email_key, is_address};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Error, FieldProblem, InvitationId, Permission, Result, Role, Secret, people};

/// What the form asks.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// メールアドレス of the person.
    pub email: String,
    /// 役割, once chosen.
    pub role: Option<Role>,
    /// 部署, for roles that are of one.
    pub department: Option<DepartmentId>,
}

/// Invites an address into the context's organization, for [`LASTS`]. Whether that address has an account
/// with another organization is nobody's business here, and makes no difference.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may give that role; [`Error::Invalid`] for address, role or
/// department, also where the address belongs here already or waits for an answer.
pub async fn invite(context: &Context, wanted: NewInvitation) -> Result<Issued> {
    context.require(Permission::ManagePeople)?;
    context
        .transaction(async |transaction| {
            let organization = people::lock(transaction, context.organization).await?;
            let email = wanted.email.trim().to_owned();
            let mut problems = Vec::new();
            if let Some(problem) = address_problem(transaction, context, &email).await? {
                problems.push(FieldProblem::new("email", problem));
            }
            let checked =
                people::check_role(transaction, context, wanted.role, wanted.department, &mut problems).await?;
            let (Some((role, department)), true) = (checked, problems.is_empty()) else {
                return Err(Error::Invalid { problems });
            };
            let secret = Secret::new()?;
            let row = row::Model {
                organization_id: context.organization.0,
                id: InvitationId::new().0,
                email_key: email_key(&email),
                email,
                role: role.id().to_owned(),
                department_id: department.map(|department| department.0),
                secret_hash: secret.hash().0,
                created_at: context.now().0,
                expires_at: context.now().plus(LASTS).0,
                accepted_at: None,
                revoked_at: None,
                invited_by: context.actor_name().to_owned(),
                invited_by_account_id: context.account().map(|account| account.0),
            };
            let invitation = insert(transaction, context, row).await?;
            Ok(Issued { invitation, organization, secret })
        })
        .await
}

async fn insert(transaction: &Transaction, context: &Context, row: row::Model) -> Result<Invitation> {
    row::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let invitation = Invitation::read(transaction, context, row).await?;
    let change = Change::new(Event::Created, Entity::Invitation, invitation.id, invitation.email.clone());
    audit_log::record(transaction, context, change.after(&invitation.snapshot())?).await?;
    Ok(invitation)
}

/// What stands against inviting that address, in Japanese.
async fn address_problem(transaction: &Transaction, context: &Context, email: &str) -> Result<Option<String>> {
    if !is_address(email) {
        return Ok(Some("『メールアドレス』を、name@example.co.jp のような形で入力してください。".to_owned()));
    }
    let key = email_key(email);
    let member = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .find_also_related(account::Entity)
        .filter(account::Column::EmailKey.eq(key.as_str()))
        .one(transaction)
        .await?
        .and_then(|(_, account)| account);
    if let Some(member) = member {
        return Ok(Some(format!(
            "「{email}」の{}さんは、もうこの組織にいます。役割を増やすときは、「人と役割」でその人を開いてください。",
            member.name
        )));
    }
    let waiting = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::EmailKey.eq(key))
        .filter(row::Column::AcceptedAt.is_null())
        .filter(row::Column::RevokedAt.is_null())
        .count(transaction)
        .await?;
    Ok((waiting > 0).then(|| {
        format!(
            "「{email}」にはもう招待を出しています。「人と役割」にある招待の「リンクを作り直す」を使うか、取り消してから招待し直してください。"
        )
    }))
}
