//! Deciding what is done with a risk.

use catalog::Catalog;

use super::{Decision, Input};
use crate::audit_log::Event;
use crate::risk::{Access, Content, Knowledge, Risk, eligible, works, write};
use crate::{Context, Error, Result, RiskId};

/// Decides the treatment of a risk, over the version that the person saw. An approval of another decision
/// falls; the owner approves anew.
///
/// # Errors
/// [`Error::Stale`] where somebody changed the risk after `seen`; [`Error::Invalid`] with every problem of
/// what was typed; [`Error::Forbidden`]; [`Error::NotFound`].
/// Source: seminar chapter 9-2, ISO/IEC 27001 6.1.3.
pub async fn decide(context: &Context, catalog: &Catalog, id: RiskId, seen: i64, input: Input) -> Result<Risk> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let risk = write::lock(transaction, context, &knowledge, id).await?;
            let risk = access.changeable(risk, seen)?;
            let above = !knowledge.is_acceptable(risk.analysis.level());
            let people = eligible(transaction, context, works).await?;
            let people = people.into_iter().filter(|person| person.covers(risk.about.department));
            let people: Vec<_> = people.map(|person| (person.account, person.name)).collect();
            let current = risk.content.decision.as_ref();
            let mut decision = input
                .check(context, catalog, current, above, &people)
                .map_err(|problems| Error::Invalid { problems })?;
            let same = current.is_some_and(|current| current.is_same(&decision));
            if same {
                return Ok(risk);
            }
            // What the work kept from the last decision has changed, it had changed before this one too.
            let now = risk.analysis.numbers();
            let before = current.and_then(|current| current.before);
            decision.before = before.filter(|before| decision.is_begun() || *before != now);
            decision.replaced =
                current.filter(|current| current.plans_the_same(&decision)).and_then(|current| current.replaced);
            decision.answers = current.map(Decision::wish).unwrap_or_default();
            let content = Content { decision: Some(decision), approval: None, ..risk.content.clone() };
            write::update(transaction, context, &knowledge, &risk, content, Event::Decided, None).await
        })
        .await
}
