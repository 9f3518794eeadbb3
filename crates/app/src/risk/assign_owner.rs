//! Giving many risks a リスク所有者 who can approve.

use catalog::Catalog;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::filter::within;
use super::owner::{Owner, approvers};
use super::row::risk::{Column, Entity as Row, Model};
use super::{Access, Content, Knowledge, read_all, write};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::treatment::ApprovalState;
use crate::{AccountId, Context, DepartmentId, Error, Result, RiskId};

/// Who can be given some risks, to be shown before one of them is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerPreview {
    /// How many of the risks there are.
    pub risks: u64,
    /// Everybody who may approve all of them, in the order of joining.
    pub choices: Vec<OwnerChoice>,
}

/// Somebody who can be given them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerChoice {
    /// Who.
    pub owner: Owner,
    /// How many of the risks would get another owner.
    pub changed: u64,
    /// How many approvals that hold now are another owner's, and would have to be given anew.
    pub approvals: u64,
}

/// Who may own all of those risks, and what giving them these would change. Nothing is written.
///
/// # Errors
/// [`Error::Forbidden`] where one of them may be seen but not changed.
pub async fn preview_owner(context: &Context, ids: &[RiskId]) -> Result<OwnerPreview> {
    let access = Access::editing(context)?;
    let mut rows = Vec::with_capacity(ids.len());
    for ids in ids.chunks(write::ROWS) {
        let chosen = within(context, &access.read).add(Column::Id.is_in(ids.iter().map(|id| id.0)));
        rows.extend(Row::find().filter(chosen).all(context.reader()).await?);
    }
    let rows = changeable(&access, rows)?;
    let choice = |owner: Owner| {
        let account = Some(owner.account.0);
        let others = || rows.iter().filter(move |row| row.owner_account_id != account);
        let approved = others().filter(|row| row.approval == ApprovalState::Approved.id());
        let (changed, approvals) = (others().count() as u64, approved.count() as u64);
        OwnerChoice { owner, changed, approvals }
    };
    let owners = approvers(context.reader(), context).await?.into_iter();
    let choices = owners.filter(|owner| covers_all(owner, &rows)).map(choice).collect();
    Ok(OwnerPreview { risks: rows.len() as u64, choices })
}

/// Gives the chosen risks that owner, who has to approve anew what another owner has approved; risks that are gone
/// already are no problem. Answers how many have another owner now.
///
/// # Errors
/// [`Error::Forbidden`] where one of them may be seen but not changed, [`Error::Invalid`] where that person may not
/// own one of them: then none changes.
pub async fn assign_owner(context: &Context, catalog: &Catalog, ids: &[RiskId], account: AccountId) -> Result<u64> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let rows = changeable(&access, lock(transaction, context, ids).await?)?;
            let owners = approvers(transaction, context).await?;
            let owner = owners.into_iter().find(|owner| owner.account == account && covers_all(owner, &rows));
            let owner = owner.ok_or_else(|| {
                let message = "選んだ人は、選んだリスクのすべてを承認できる人ではありません。選び直してください。";
                Error::invalid("owner", message)
            })?;
            let mut changed = 0;
            for risk in read_all(transaction, context, &knowledge, &rows).await? {
                let (owner, owner_name) = (Some(owner.account), owner.name.clone());
                let content = Content { owner, owner_name, ..risk.content.clone() };
                let now = write::update(transaction, context, &knowledge, &risk, content, Event::Changed, None).await?;
                changed += u64::from(now.version != risk.version);
            }
            Ok(changed)
        })
        .await
}

/// The rows of those risks. All are locked before the first is written.
async fn lock(transaction: &Transaction, context: &Context, ids: &[RiskId]) -> Result<Vec<Model>> {
    let mut ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut rows = Vec::with_capacity(ids.len());
    for ids in ids.chunks(write::ROWS) {
        let chosen = Condition::all().add(Column::Id.is_in(ids.iter().copied()));
        rows.extend(write::lock_rows(transaction, context, chosen).await?);
    }
    Ok(rows)
}

/// Those that the actor sees, all of which may be changed.
fn changeable(access: &Access, mut rows: Vec<Model>) -> Result<Vec<Model>> {
    rows.retain(|row| access.sees(department(row)));
    if rows.iter().all(|row| access.may_change(department(row))) { Ok(rows) } else { Err(Error::Forbidden) }
}

fn covers_all(owner: &Owner, rows: &[Model]) -> bool {
    rows.iter().all(|row| owner.covers(department(row)))
}

fn department(row: &Model) -> Option<DepartmentId> {
    row.department_id.map(DepartmentId)
}
