//! How far a task is. A task that is done puts its control in place, and the level falls.

use catalog::Catalog;
use method::RiskLevel;

use super::{Decision, Effect, Task, TaskStatus};
use crate::audit_log::Event;
use crate::risk::{Access, Analysis, Content, Knowledge, Risk, find, write};
use crate::{AccountId, Context, Error, Result, RiskId, TaskId, asset};

/// What finishing a task would change, to be confirmed before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The task.
    pub task: Task,
    /// The control that is in place then, in words; `None` where the task puts none in place.
    pub control: Option<String>,
    /// Whether it is in place already.
    pub in_place: bool,
    /// What the plan expects, where this is its last task: finishing it says that this has come about.
    pub effect: Option<Effect>,
    /// リスクレベル where the task is set back; `None` where it is not done.
    pub back: Option<RiskLevel>,
    /// Whether other tasks of the plan are still to be done.
    pub others_open: bool,
    /// リスクレベル now.
    pub level: RiskLevel,
    /// リスクレベル then.
    pub then: RiskLevel,
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
    let content = with_status(context, &found.knowledge, risk, task, TaskStatus::Done, true)?;
    let then = Analysis::of(&content, risk.about.importance, &found.knowledge).level();
    let back = (known.status == TaskStatus::Done)
        .then(|| with_status(context, &found.knowledge, risk, task, TaskStatus::Doing, false))
        .transpose()?
        .map(|content| Analysis::of(&content, risk.about.importance, &found.knowledge).level());
    let control = known.control.as_deref().and_then(|id| catalog.control(id));
    let in_place = control.is_some_and(|control| risk.content.is_in_place(&control.id));
    let control = control.map(|control| format!("{} {}", control.id, control.title));
    let decision = content.decision.as_ref();
    Ok(Finished {
        task: known,
        control,
        in_place,
        back,
        effect: decision.and_then(|decision| Effect::of(decision, &risk.analysis)),
        others_open: decision.is_some_and(|decision| !decision.is_carried_out()),
        level: risk.analysis.level(),
        then,
    })
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
            let content = with_status(context, &knowledge, &risk, task, status, in_place)?;
            write::update(transaction, context, &knowledge, &risk, content, Event::Progressed, None).await
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

fn with_status(
    context: &Context,
    knowledge: &Knowledge<'_>,
    risk: &Risk,
    task: TaskId,
    status: TaskStatus,
    in_place: bool,
) -> Result<Content> {
    let was_done = of(risk, task)?.1.status == TaskStatus::Done;
    let mut content = risk.content.clone();
    let mut control = None;
    for known in content.decision.iter_mut().flat_map(|decision| &mut decision.tasks).filter(|known| known.id == task) {
        known.done_on = (status == TaskStatus::Done).then(|| known.done_on.unwrap_or_else(|| asset::today(context)));
        known.status = status;
        control.clone_from(&known.control);
    }
    if (status, in_place) == (TaskStatus::Done, true) {
        if let Some(id) = control {
            let title = knowledge.catalog.control(&id).map(|known| known.title.clone()).unwrap_or_default();
            content.put_in_place(id, title);
        }
        // What was expected is said of the risk now; work that is done makes nothing worse.
        if let Some(effect) = content.decision.as_ref().and_then(|decision| Effect::of(decision, &risk.analysis)) {
            effect.bring_about(&mut content);
        }
    }
    // The effect was confirmed of the whole work, which is open again.
    if was_done
        && status != TaskStatus::Done
        && let Some(decision) = &mut content.decision
        && let Some(replaced) = decision.replaced.take()
    {
        replaced.come_back(&mut content);
    }
    let (now, then) = (risk.analysis.numbers(), Analysis::of(&content, risk.about.importance, knowledge).numbers());
    if let Some(decision) = &mut content.decision {
        let before = decision.before.or((then.likelihood != now.likelihood).then_some(now));
        // What the work has changed stays changed when it is set back.
        decision.before = before.filter(|before| decision.is_begun() || *before != now);
    }
    Ok(content)
}
