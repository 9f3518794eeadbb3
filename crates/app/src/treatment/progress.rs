//! How far a task is. A task that is done puts its control in place, and the level falls.

use catalog::Catalog;
use method::{Rating, RiskLevel};

use super::{Decision, Task, TaskStatus};
use crate::audit_log::Event;
use crate::risk::{Access, Analysis, Content, Control, ControlStatus, Knowledge, Risk, find, write};
use crate::{AccountId, Context, Error, Result, RiskId, TaskId, asset};

/// What finishing a task would change, to be confirmed before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The task.
    pub task: Task,
    /// The control that is in place then, in words; `None` where the task puts none in place.
    pub control: Option<String>,
    /// What the plan expects, where this is its last task: finishing it says that this has come about.
    pub effect: Option<Effect>,
    /// Whether other tasks of the plan are still to be done.
    pub others_open: bool,
    /// リスクレベル now.
    pub level: RiskLevel,
    /// リスクレベル then.
    pub then: RiskLevel,
}

/// A rating that work is expected to bring down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// Whether it is 被害発生可能性, given directly; else つけ込みやすさ.
    pub direct: bool,
    /// As it is now.
    pub now: Rating,
    /// As it is expected, and never more than now.
    pub then: Rating,
}

impl Effect {
    /// Whether it has still to come about.
    pub fn is_open(self) -> bool {
        self.then < self.now
    }
}

/// What finishing the task would change.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn preview_finish(context: &Context, catalog: &Catalog, id: RiskId, task: TaskId) -> Result<Finished> {
    let found = find(context, catalog, id).await?;
    let risk = &found.risk;
    let (_, known) = of(risk, task)?;
    require_may(context, found.changeable, known)?;
    let known = known.clone();
    let content = with_status(context, catalog, risk, task, TaskStatus::Done, true)?;
    let then = Analysis::of(&content, risk.about.importance, &found.knowledge).level();
    let control = known.control.as_deref().and_then(|id| catalog.control(id));
    let control = control.map(|control| format!("{} {}", control.id, control.title));
    let others_open = content.decision.as_ref().is_some_and(|decision| !decision.is_carried_out());
    let analysis = &risk.analysis;
    let now = if analysis.direct { analysis.likelihood } else { analysis.vulnerability.value };
    let effect = content.decision.as_ref().and_then(come_about);
    let effect = effect.map(|expected| Effect { direct: analysis.direct, now, then: expected.min(now) });
    Ok(Finished { task: known, control, effect, others_open, level: analysis.level(), then })
}

/// Says how far a task is. With `in_place` a task that is done puts its control in place (実施), and the last one of a
/// plan brings about what the plan expects: whoever finishes it has confirmed that.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may change the risk, or the task is theirs; [`Error::Stale`] where
/// the risk was changed after `seen`; [`Error::NotFound`].
pub async fn progress(
    context: &Context,
    catalog: &Catalog,
    id: RiskId,
    seen: i64,
    task: TaskId,
    status: TaskStatus,
    in_place: bool,
) -> Result<Risk> {
    let access = Access::reading(context)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let risk = access.visible(write::lock(transaction, context, &knowledge, id).await?)?;
            let (_, known) = of(&risk, task)?;
            require_may(context, access.may_change(risk.about.department), known)?;
            if risk.version != seen {
                return Err(Error::Stale);
            }
            let content = with_status(context, catalog, &risk, task, status, in_place)?;
            write::update(transaction, context, &knowledge, &risk, content, Event::Changed, None).await
        })
        .await
}

fn of(risk: &Risk, task: TaskId) -> Result<(&Decision, &Task)> {
    let decision = risk.content.decision.as_ref().ok_or(Error::NotFound("作業"))?;
    let task = decision.tasks.iter().find(|known| known.id == task).ok_or(Error::NotFound("作業"))?;
    Ok((decision, task))
}

/// Who may change the risk may; so may the person who was asked to do it.
fn require_may(context: &Context, changeable: bool, task: &Task) -> Result<()> {
    let own = is_own(context, task.responsible_account);
    if changeable || own { Ok(()) } else { Err(Error::Forbidden) }
}

/// Whether the person who acts was asked to do a task, and may change something at all.
pub(super) fn is_own(context: &Context, responsible: Option<AccountId>) -> bool {
    let read_only = matches!(&context.actor, crate::Actor::Person { read_only: true, .. });
    responsible.is_some() && responsible == context.account() && !read_only
}

/// What a plan expects, once all of its tasks are done.
fn come_about(decision: &Decision) -> Option<Rating> {
    decision.expected.filter(|_| decision.is_carried_out())
}

fn with_status(
    context: &Context,
    catalog: &Catalog,
    risk: &Risk,
    task: TaskId,
    status: TaskStatus,
    in_place: bool,
) -> Result<Content> {
    of(risk, task)?;
    let mut content = risk.content.clone();
    let mut control = None;
    if let Some(decision) = &mut content.decision {
        for known in decision.tasks.iter_mut().filter(|known| known.id == task) {
            known.done_on =
                (status == TaskStatus::Done).then(|| known.done_on.unwrap_or_else(|| asset::today(context)));
            known.status = status;
            control.clone_from(&known.control);
        }
        let now = risk.analysis.numbers();
        let before = decision.before.unwrap_or(now);
        // What the work has changed stays changed when it is set back.
        decision.before = (decision.is_begun() || before != now).then_some(before);
    }
    if let (TaskStatus::Done, true, Some(id)) = (status, in_place, control) {
        match content.controls.iter_mut().find(|known| known.id.as_ref() == Some(&id)) {
            Some(known) => known.status = ControlStatus::Implemented,
            None => {
                let title = catalog.control(&id).map(|known| known.title.clone()).unwrap_or_default();
                content.controls.push(Control { id: Some(id), title, status: ControlStatus::Implemented });
            }
        }
    }
    if let (TaskStatus::Done, true, Some(expected)) = (status, in_place, content.decision.as_ref().and_then(come_about))
    {
        // What was expected is said of the risk now; work that is done makes nothing worse.
        match &mut content.likelihood {
            Some(likelihood) => *likelihood = expected.min(*likelihood),
            None => content.vulnerability_rating = Some(expected.min(risk.analysis.vulnerability.value)),
        }
    }
    Ok(content)
}
