//! リスク対応計画: the tasks of all treatments, as a list, a board or a calendar.

use jiff::civil::Date;
use method::Treatment;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::progress::is_own;
use super::{ApprovalState, Decision, Filter, TaskStatus};
use crate::risk::row::{risk, task};
use crate::risk::{Access, Content};
use crate::{AccountId, Context, DepartmentId, Error, Result, RiskId, TaskId};

/// What is asked of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Which tasks.
    pub filter: Filter,
    /// How many are left out at the beginning.
    pub skip: u64,
    /// How many, 1..=[`MOST`]; 0 is [`MOST`].
    pub limit: u64,
}

/// Most tasks that are read at once.
pub const MOST: u64 = 500;

/// A task with the risk that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedTask {
    /// The task.
    pub id: TaskId,
    /// The risk.
    pub risk: RiskId,
    /// The risk's version, for saying how far the task is.
    pub version: i64,
    /// Whose risk it is.
    pub department: Option<DepartmentId>,
    /// Name of the asset or the event.
    pub name: String,
    /// The threat.
    pub title: String,
    /// The decided treatment.
    pub treatment: Option<Treatment>,
    /// リスクレベル before what is decided is carried out: now, or as it was before the first task was done.
    pub level: u8,
    /// リスクレベル that is expected to remain.
    pub residual_level: Option<u8>,
    /// How far the approval is.
    pub approval: ApprovalState,
    /// What is done.
    pub what: String,
    /// Id of the Annex A control; empty where it is none.
    pub control: String,
    /// Who does it.
    pub responsible: String,
    /// Whether the person who looks may say how far it is.
    pub may_progress: bool,
    /// Until when.
    pub due_on: Option<Date>,
    /// Yen.
    pub cost: Option<i64>,
    /// How far it is.
    pub status: TaskStatus,
    /// Whether finishing it changes more than the task: it puts a control in place, or it is the last one of a plan that
    /// expects something. Then a person confirms that.
    pub confirms: bool,
    /// Whether it is done, and nobody has confirmed yet what it changes.
    pub unconfirmed: bool,
    /// When it was done.
    pub done_on: Option<Date>,
}

/// Tasks, the nearest due day first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The tasks.
    pub tasks: Vec<PlannedTask>,
    /// How many are looked for.
    pub total: u64,
}

/// The tasks that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Database`].
pub async fn plan(context: &Context, query: &Query) -> Result<Plan> {
    let access = Access::reading(context)?;
    let condition = query.filter.condition(context, &access.read);
    let limit = if query.limit == 0 { MOST } else { query.limit.min(MOST) };
    let total = task::Entity::find().filter(condition.clone()).count(context.reader()).await?;
    Ok(Plan { tasks: nearest(context, &access, condition, query.skip, limit).await?, total })
}

/// The tasks that the actor may see, are not done and have a day, the nearest first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Database`].
pub async fn due(context: &Context, limit: u64) -> Result<Vec<PlannedTask>> {
    let access = Access::reading(context)?;
    let due = open(context, &access).add(task::Column::DueOn.ne(task::NO_DAY));
    nearest(context, &access, due, 0, limit.min(MOST)).await
}

/// What is not done.
fn open(context: &Context, access: &Access) -> Condition {
    Filter::default().condition(context, &access.read).add(task::Column::Status.ne(TaskStatus::Done.id()))
}

/// Tasks in the order of their days.
async fn nearest(
    context: &Context,
    access: &Access,
    condition: Condition,
    skip: u64,
    limit: u64,
) -> Result<Vec<PlannedTask>> {
    let rows = task::Entity::find()
        .filter(condition)
        .find_also_related(risk::Entity)
        .order_by_asc(task::Column::DueOn)
        .order_by_asc(task::Column::Id)
        .offset(skip)
        .limit(limit)
        .all(context.reader())
        .await?;
    rows.into_iter().filter_map(|(task, risk)| risk.map(|risk| planned(context, access, task, risk))).collect()
}

/// Tasks in a few numbers, for the first screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TaskSummary {
    /// Not done.
    pub open: u64,
    /// Not done, and due before today.
    pub overdue: u64,
    /// Not done, and asked of the person who looks.
    pub mine: u64,
    /// Those of mine that are overdue.
    pub mine_overdue: u64,
}

/// Counts the tasks that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Database`].
pub async fn task_summary(context: &Context) -> Result<TaskSummary> {
    let access = Access::reading(context)?;
    let among = |filter: Filter| {
        let one = Expr::case(filter.condition(context, &access.read), 1).finally(0);
        Func::coalesce([Func::sum(one).into(), Expr::val(0)])
    };
    let counted: Option<(i64, i64, i64, i64)> = task::Entity::find()
        .select_only()
        .column_as(task::Column::Id.count(), "open")
        .expr_as(among(Filter { overdue: true, ..Filter::default() }), "overdue")
        .expr_as(among(Filter { mine: true, ..Filter::default() }), "mine")
        .expr_as(among(Filter { mine: true, overdue: true, ..Filter::default() }), "mine_overdue")
        .filter(open(context, &access))
        .into_tuple()
        .one(context.reader())
        .await?;
    let (open, overdue, mine, mine_overdue) = counted.unwrap_or_default();
    let [open, overdue, mine, mine_overdue] = [open, overdue, mine, mine_overdue].map(i64::unsigned_abs);
    Ok(TaskSummary { open, overdue, mine, mine_overdue })
}

fn planned(context: &Context, access: &Access, task: task::Model, risk: risk::Model) -> Result<PlannedTask> {
    let wrong = |what: &str| Error::internal(format!("task {}: {what} cannot be read", task.id));
    let date = |text: &str| text.parse::<Date>().map_err(|_| wrong("day"));
    let level = |level: i32| u8::try_from(level).unwrap_or(0);
    let department = task.department_id.map(DepartmentId);
    let own = is_own(context, task.responsible_account_id.map(AccountId));
    let status = TaskStatus::from_id(&task.status).ok_or_else(|| wrong("status"))?;
    let content: Content = serde_json::from_str(&risk.content)?;
    let decision = content.decision.as_ref();
    let id = TaskId(task.id);
    let expects = |decision: &Decision| decision.expected.is_some() || decision.treatment == Treatment::Avoid;
    let brings_about = |decision: &Decision| expects(decision) && decision.is_last(id);
    let before = decision.and_then(|decision| decision.before);
    let is_open = |control: &str| !control.is_empty() && !content.is_in_place(control);
    let expected =
        decision.is_some_and(Decision::is_carried_out) && risk.residual_level.is_some_and(|then| then < risk.level);
    Ok(PlannedTask {
        id,
        risk: RiskId(risk.id),
        version: risk.version,
        name: risk.name,
        title: risk.title,
        treatment: Treatment::ALL.into_iter().find(|known| Some(known.id()) == risk.treatment.as_deref()),
        level: before.map_or_else(|| level(risk.level), |numbers| numbers.level().value()),
        residual_level: risk.residual_level.map(level),
        approval: ApprovalState::from_id(&risk.approval).ok_or_else(|| wrong("approval"))?,
        may_progress: own || access.may_change(department),
        department,
        due_on: (task.due_on != task::NO_DAY).then(|| date(&task.due_on)).transpose()?,
        status,
        confirms: !task.control.is_empty() || decision.is_some_and(brings_about),
        unconfirmed: status == TaskStatus::Done && (is_open(&task.control) || expected),
        done_on: task.done_on.as_deref().map(date).transpose()?,
        what: task.what,
        control: task.control,
        responsible: task.responsible,
        cost: task.cost,
    })
}
