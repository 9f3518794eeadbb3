//! Taking a decision back: the risk is open again.

use catalog::Catalog;

use crate::audit_log::Event;
use crate::risk::{Access, Content, Knowledge, Risk, write};
use crate::{Context, Error, Result, RiskId};

/// Takes the decision back, with its tasks and approval.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Forbidden`]; [`Error::NotFound`]; [`Error::Refused`] where nothing is decided.
pub async fn withdraw(context: &Context, catalog: &Catalog, id: RiskId, seen: i64) -> Result<Risk> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let risk = write::lock(transaction, context, &knowledge, id).await?;
            let risk = access.changeable(risk, seen)?;
            if risk.content.decision.is_none() {
                return Err(Error::Refused(
                    "このリスクの対応は、まだ決めていません。取りやめるものがありません。".into(),
                ));
            }
            let content = Content { decision: None, approval: None, ..risk.content.clone() };
            write::update(transaction, context, &knowledge, &risk, content, Event::Withdrawn, None).await
        })
        .await
}
