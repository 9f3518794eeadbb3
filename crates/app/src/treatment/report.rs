//! The treatment plan as a document. Writing it out is recorded.

use std::collections::BTreeSet;

use catalog::Catalog;
use document::{
    Document, ReportedApproval, ReportedDecision, ReportedStatus, ReportedTask, TreatmentPlan, treatment_plan,
};
use jiff::civil::Date;
use method::Treatment;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::{ApprovalState, Filter, Task, TaskStatus};
use crate::asset::{Departments, today};
use crate::risk::row::{risk, task};
use crate::risk::{self as risks, Access, Knowledge, Risk, read_all};
use crate::{Context, Result, TaskId};

/// Everything that is decided: tasks (the nearest day first), what is accepted, and what is still open; or the
/// tasks alone that the filter finds. To be written as `format` (xlsx, docx, pdf).
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn report(context: &Context, catalog: &Catalog, filter: &Filter, format: &str) -> Result<Document> {
    let (access, today) = (Access::reading(context)?, today(context));
    let knowledge = Knowledge::read(context.reader(), context, catalog).await?;
    let rows = risk::Entity::find()
        .filter(risks::Filter::default().condition(context, &access.read, &knowledge.criteria))
        .order_by_desc(risk::Column::Level)
        .order_by_asc(risk::Column::NameSort)
        .order_by_asc(risk::Column::Id)
        .all(context.reader())
        .await?;
    let all = read_all(context.reader(), context, &knowledge, &rows).await?;
    let is_whole = *filter == Filter::default();
    let found = if is_whole { None } else { Some(matching(context, filter, &access).await?) };
    let mut tasks: Vec<(&Risk, &Task)> = all
        .iter()
        .flat_map(|risk| {
            risk.content.decision.iter().flat_map(move |decision| decision.tasks.iter().map(move |task| (risk, task)))
        })
        .filter(|(_, task)| found.as_ref().is_none_or(|found| found.contains(&task.id)))
        .collect();
    tasks.sort_by_key(|(_, task)| (task.status == TaskStatus::Done, task.due_on.is_none(), task.due_on));
    let narrowed = filter.words(&Departments::read(context.reader(), context).await?);
    let scope =
        if is_whole { "全社".to_owned() } else { format!("次の作業だけ（{}）", narrowed.join("、")) };
    let open = |risk: &&Risk| risk.content.decision.is_none() && !knowledge.is_acceptable(risk.analysis.level());
    // A filter looks for tasks: what has none is no part of what it finds.
    let whole: &[Risk] = if is_whole { &all } else { &[] };
    let document = treatment_plan(&TreatmentPlan {
        front: risks::front(context, &knowledge, &scope),
        criteria: knowledge.criteria.clone(),
        tasks: tasks.iter().map(|(risk, task)| reported(catalog, &knowledge, risk, task, today)).collect(),
        decided: whole.iter().filter_map(|risk| decided(risk, &knowledge, today)).collect(),
        undecided: whole.iter().filter(open).map(|risk| risks::reported(risk, &knowledge)).collect(),
    });
    let count = tasks.len();
    let told = json!({ "document": "リスク対応計画", "format": format, "count": count, "filter": filter });
    risks::record(context, format!("リスク対応計画（{format}、作業{count}件）"), &told).await?;
    Ok(document)
}

/// The tasks that the filter finds.
async fn matching(context: &Context, filter: &Filter, access: &Access) -> Result<BTreeSet<TaskId>> {
    let found =
        task::Entity::find().select_only().column(task::Column::Id).filter(filter.condition(context, &access.read));
    let ids: Vec<uuid::Uuid> = found.into_tuple().all(context.reader()).await?;
    Ok(ids.into_iter().map(TaskId).collect())
}

/// A risk that is transferred, avoided or accepted; what is reduced stands in its tasks.
fn decided(risk: &Risk, knowledge: &Knowledge<'_>, today: Date) -> Option<ReportedDecision> {
    let decision = risk.content.decision.as_ref().filter(|decision| decision.treatment != Treatment::Reduce)?;
    let approval = risk.content.approval.as_ref();
    let reasons = [decision.means.as_str(), &decision.reason, approval.map_or("", |approval| &approval.reason)];
    let mut what: Vec<&str> = reasons.into_iter().filter(|words| !words.is_empty()).collect();
    what.dedup();
    Some(ReportedDecision {
        risk: risks::reported(risk, knowledge),
        before: risk.level_before(),
        what: what.join("\n"),
        review_on: approval.and_then(|approval| approval.review_on).or(decision.review_on),
        approval: approval_of(risk, knowledge, today),
    })
}

fn reported(catalog: &Catalog, knowledge: &Knowledge<'_>, risk: &Risk, task: &Task, today: Date) -> ReportedTask {
    let control = task.control.as_deref().filter(|id| catalog.control(id).is_some());
    ReportedTask {
        risk: risks::reported(risk, knowledge),
        before: risk.level_before(),
        what: control.map_or_else(|| task.what.clone(), |control| format!("{}（管理策 {control}）", task.what)),
        responsible: task.responsible.clone(),
        due_on: task.due_on,
        cost: task.cost,
        status: match task.status {
            TaskStatus::Planned => ReportedStatus::Planned,
            TaskStatus::Doing => ReportedStatus::Doing,
            TaskStatus::Done => ReportedStatus::Done { on: task.done_on, is_confirmed: !risk.is_unconfirmed(task) },
        },
        approval: approval_of(risk, knowledge, today),
    }
}

/// How far the approval is, in the words of the screen; who gave it, as long as it holds.
pub(crate) fn approval_of(risk: &Risk, knowledge: &Knowledge<'_>, today: Date) -> ReportedApproval {
    let (state, numbers) = (risk.approval, risk.analysis.numbers());
    let is_needed = ApprovalState::is_needed(numbers.level(), numbers.residual_level(), &knowledge.criteria);
    let is_due = risk.content.approval.as_ref().and_then(|given| given.review_on).is_some_and(|day| day <= today);
    let words = match state {
        ApprovalState::Open if !is_needed => "承認は不要",
        ApprovalState::Approved if is_due => "承認済み\n（要見直し）",
        _ => state.title(),
    };
    let holding = risk.content.approval.as_ref().filter(|_| state == ApprovalState::Approved);
    ReportedApproval {
        state: words.to_owned(),
        given: holding.map(|approval| (approval.name.clone(), approval.at.in_japan().date())),
    }
}

impl ApprovalState {
    /// The state in words for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::None => "未決定",
            Self::Open => "承認待ち",
            Self::Approved => "承認済み",
            Self::Stale => "再承認が必要",
            Self::SentBack => "差し戻し",
        }
    }
}
