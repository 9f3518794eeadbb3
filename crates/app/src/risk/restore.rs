//! Bringing a risk back to a state that the audit log kept.

use sea_orm::{ColumnTrait, Condition};

use super::row::risk::Column;
use super::{Access, Content, Knowledge, about, write};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::{Context, Error, Result, RiskId};

/// Makes the risk what `content` says, as a new change that undoes the record of that sequence: written over
/// what it is now, put back with its id where it was removed, removed where there is no content. Nobody
/// approves by undoing: an approval comes back only where it stands now too.
///
/// # Errors
/// [`Error::Forbidden`] where the risk of now or then lies outside of the actor's departments;
/// [`Error::Refused`] where its asset is gone.
pub(crate) async fn restore(
    transaction: &Transaction,
    context: &Context,
    knowledge: &Knowledge<'_>,
    id: RiskId,
    content: Option<Content>,
    undoes: i64,
) -> Result<()> {
    let access = Access::editing(context)?;
    let current = write::lock(transaction, context, knowledge, id).await?;
    if current.as_ref().is_some_and(|current| !access.may_change(current.about.department)) {
        return Err(Error::Forbidden);
    }
    let Some(mut content) = content else {
        let rows = write::lock_rows(transaction, context, Condition::all().add(Column::Id.eq(id.0))).await?;
        return write::remove_rows(transaction, context, &rows, Some(undoes)).await;
    };
    let approved = current.as_ref().and_then(|current| current.content.approval.as_ref());
    content.approval = content.approval.filter(|approval| Some(approval) == approved);
    let about = about::read(transaction, context, &content).await.map_err(|error| match error {
        Error::NotFound(_) => Error::Refused(
            "このリスクの情報資産が台帳にないため、取り消せません。先に、情報資産の削除を取り消してください。".into(),
        ),
        other => other,
    })?;
    if !access.may_change(about.department) {
        return Err(Error::Forbidden);
    }
    match current {
        Some(current) => {
            let undoes = Some(undoes);
            write::update(transaction, context, knowledge, &current, content, Event::Changed, undoes).await?;
        }
        None => {
            write::put_back(transaction, context, knowledge, id, content, undoes).await?;
        }
    }
    Ok(())
}
