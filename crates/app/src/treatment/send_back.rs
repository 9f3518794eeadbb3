//! The owner sends a decision back instead of approving it.

use catalog::Catalog;

use super::Decision;
use super::approve::owned;
use crate::audit_log::Event;
use crate::risk::{Content, Knowledge, Risk, write};
use crate::{Context, Error, Permission, Result, RiskId};

/// Most letters of what is to be changed.
const LONGEST: usize = 4_000;

/// Asks for another decision, in words for whoever decided. An approval that stood falls.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor owns the risk; [`Error::Invalid`] (`reason`) without words;
/// [`Error::Stale`]; [`Error::Refused`] where nothing is decided.
pub async fn send_back(context: &Context, catalog: &Catalog, id: RiskId, seen: i64, reason: &str) -> Result<Risk> {
    context.scope(Permission::AcceptRisk)?;
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        let message = format!("『直してほしいこと』を1〜{LONGEST}文字で入力してください。");
        return Err(Error::invalid("reason", message));
    }
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let (risk, _) = owned(transaction, context, &knowledge, id, seen).await?;
            let back = |decision: &Decision| Decision { sent_back: reason.to_owned(), ..decision.clone() };
            let decision = risk.content.decision.as_ref().map(back);
            let content = Content { decision, approval: None, ..risk.content.clone() };
            write::update(transaction, context, &knowledge, &risk, content, Event::SentBack, None).await
        })
        .await
}
