//! Bringing a risk back to a state that the audit log kept.

use sea_orm::{ColumnTrait, Condition};

use super::row::risk::Column;
use super::{Access, Content, Knowledge, about, write};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::treatment::ApprovalState;
use crate::{AccountId, Context, Error, Result, RiskId};

/// The record that is undone.
#[derive(Debug, Clone)]
pub(crate) struct Undone {
    /// Its number.
    pub(crate) sequence: i64,
    /// Who has changed the risk from that record on.
    pub(crate) by: Vec<AccountId>,
}

impl Undone {
    /// The content to bring back, for nobody approves for another by undoing. What a decision or a removal merely took
    /// along comes back with it; an approval that its giver or the owner has had in hand since, only where that person
    /// undoes.
    pub(crate) fn brought_back(&self, context: &Context, content: Content) -> Content {
        let Some(approval) = &content.approval else { return content };
        let answering = [Some(approval.account), content.owner];
        let had_in_hand = self.by.iter().any(|account| answering.contains(&Some(*account)));
        if !had_in_hand || context.account().is_some_and(|account| answering.contains(&Some(account))) {
            return content;
        }
        Content { approval: None, ..content }
    }
}

/// Makes the risk what `content` says, as a new change that undoes a record: written over what it is now, put back
/// with its id where it was removed, removed where there is no content.
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
    undone: &Undone,
) -> Result<()> {
    let access = Access::editing(context)?;
    let current = write::lock(transaction, context, knowledge, id).await?;
    if current.as_ref().is_some_and(|current| !access.may_change(current.about.department)) {
        return Err(Error::Forbidden);
    }
    let Some(content) = content else {
        let rows = write::lock_rows(transaction, context, Condition::all().add(Column::Id.eq(id.0))).await?;
        let rows: Vec<_> = rows.into_iter().map(|row| (row, Some(undone.sequence))).collect();
        return write::remove_rows(transaction, context, &rows).await;
    };
    // One that holds no more has to be brought back like one that is gone.
    let holding = current.as_ref().filter(|current| current.approval == ApprovalState::Approved);
    let standing = holding.and_then(|current| current.content.approval.as_ref());
    let content = if content.approval.as_ref() == standing { content } else { undone.brought_back(context, content) };
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
            let undoes = Some(undone.sequence);
            write::update(transaction, context, knowledge, &current, content, Event::Changed, undoes).await?;
        }
        None => {
            write::put_back(transaction, context, knowledge, id, content, undone.sequence).await?;
        }
    }
    Ok(())
}
