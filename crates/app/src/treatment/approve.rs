//! The owner approves what was decided and what remains (残留リスク).

use catalog::Catalog;
use japanese::parse_date;
use jiff::civil::Date;
use method::Treatment;

use super::{Approval, ApprovalState, Decision};
use crate::audit_log::Event;
use crate::risk::{Access, Content, Knowledge, Numbers, Risk, write};
use crate::store::Transaction;
use crate::{AccountId, Context, Error, FieldProblem, Permission, Result, RiskId, asset};

/// Most letters of a reason.
const REASON: usize = 4_000;
/// What to do about a day of review that has passed.
pub(super) const LOOK_AHEAD: &str = "『見直す日』は、今日より後の日にしてください。";

/// What the owner says when approving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Why; required where what remains lies above the acceptance line.
    pub reason: String,
    /// When it is looked at again; required likewise.
    pub review_on: String,
    /// The numbers that the owner saw: they follow the asset and the company's answers, which change no version of
    /// the risk.
    pub numbers: Numbers,
}

/// Approves the decided treatment and accepts the residual risk on behalf of its owner (リスク受容). The
/// numbers seen are frozen: where they change, the approval is stale. Where the day of review has come, the owner
/// approves once more, with another day.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor owns the risk; [`Error::Invalid`] (`reason`, `review_on`) where what
/// remains lies above the acceptance line; [`Error::Stale`] when the risk changed since `seen`, or its
/// numbers are others than those seen;
/// [`Error::Refused`] where nothing is decided, or nobody owns it.
/// Source: seminar chapter 9-2, ISO/IEC 27001 6.1.3 f).
pub async fn approve(
    context: &Context,
    catalog: &Catalog,
    id: RiskId,
    seen: i64,
    acceptance: Acceptance,
) -> Result<Risk> {
    context.scope(Permission::AcceptRisk)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let (risk, account) = owned(transaction, context, &knowledge, id, seen).await?;
            if acceptance.numbers != risk.analysis.numbers() {
                return Err(Error::Stale);
            }
            let today = asset::today(context);
            if risk.approval == ApprovalState::Approved && !risk.is_review_due(today) {
                return Ok(risk);
            }
            let above = risk.analysis.numbers().residual_level().is_some_and(|level| !knowledge.is_acceptable(level));
            let accepting = risk.content.decision.as_ref().is_some_and(|made| made.treatment == Treatment::Accept);
            let (reason, review_on) = checked(acceptance, above, accepting, today)?;
            let approval = Approval {
                account,
                name: context.actor_name().to_owned(),
                at: context.now(),
                reason,
                review_on,
                seen: risk.analysis.numbers(),
                ended: false,
            };
            // Whoever approves has looked at it: a review that was due is held.
            let review_on = risk.content.review_on.filter(|day| *day > today);
            // What was asked for when sending it back is settled.
            let heard =
                |decision: &Decision| Decision { sent_back: String::new(), answers: String::new(), ..decision.clone() };
            let decision = risk.content.decision.as_ref().map(heard);
            let content = Content { decision, approval: Some(approval), review_on, ..risk.content.clone() };
            write::update(transaction, context, &knowledge, &risk, content, Event::Approved, None).await
        })
        .await
}

/// The risk, locked, decided, as the actor saw it, and the actor owning it.
pub(super) async fn owned(
    transaction: &Transaction,
    context: &Context,
    knowledge: &Knowledge<'_>,
    id: RiskId,
    seen: i64,
) -> Result<(Risk, AccountId)> {
    let access = Access::reading(context)?;
    let risk = access.visible(write::lock(transaction, context, knowledge, id).await?)?;
    let Some(owner) = risk.content.owner else {
        return Err(Error::Refused(
            "リスク所有者が決まっていません。先に、リスクの編集の画面で、承認できる人をリスク所有者に選んでください。"
                .into(),
        ));
    };
    if context.account() != Some(owner) || !access.may_accept(risk.about.department) {
        return Err(Error::Forbidden);
    }
    if risk.version != seen {
        return Err(Error::Stale);
    }
    if risk.content.decision.is_none() {
        return Err(Error::Refused("このリスクの対応は、まだ決めていません。先に対応を決めてください。".into()));
    }
    Ok((risk, owner))
}

fn checked(acceptance: Acceptance, above: bool, accepting: bool, today: Date) -> Result<(String, Option<Date>)> {
    let mut problems = Vec::new();
    let reason = acceptance.reason.trim().to_owned();
    if reason.chars().count() > REASON {
        problems.push(FieldProblem::new("reason", format!("『理由』を{REASON}文字までで入力してください。")));
    }
    let text = acceptance.review_on.trim();
    let review_on = match text {
        "" => None,
        text => parse_date(text)
            .map_err(|error| problems.push(FieldProblem::new("review_on", format!("『見直す日』：{error}。"))))
            .ok(),
    };
    if review_on.is_some_and(|day| day <= today) {
        problems.push(FieldProblem::new("review_on", LOOK_AHEAD));
    }
    if above {
        let what = if accepting {
            "「高」か「中」のリスクを受け入れる"
        } else {
            "「高」か「中」のリスクが残る"
        };
        if reason.is_empty() {
            problems.push(FieldProblem::new("reason", format!("{what}ので、『理由』を入力してください。")));
        }
        if text.is_empty() {
            problems.push(FieldProblem::new("review_on", format!("{what}ので、『見直す日』を入力してください。")));
        }
    }
    if problems.is_empty() { Ok((reason, review_on)) } else { Err(Error::Invalid { problems }) }
}
