//! From rows to risks and back.

use japanese::reading_sort_key;
use method::Rating;

use super::row::risk::{Model, NO_REVIEW};
use super::row::task;
use super::{About, Content, Knowledge, Risk, Subject};
use crate::asset::keys::word;
use crate::treatment::ApprovalState;
use crate::{Context, Error, Instant, Result, RiskId};

impl Risk {
    /// A stored risk: its row, the content in it, and what that is about.
    pub(crate) fn of(row: &Model, content: Content, about: About, knowledge: &Knowledge<'_>) -> Self {
        let times = (Instant(row.created_at), Instant(row.updated_at));
        Self::compute(RiskId(row.id), row.version, content, about, knowledge, times)
    }

    pub(super) fn compute(
        id: RiskId,
        version: i64,
        content: Content,
        about: About,
        knowledge: &Knowledge<'_>,
        (created_at, updated_at): (Instant, Instant),
    ) -> Self {
        let analysis = super::Analysis::of(&content, about.importance, knowledge);
        let approval = ApprovalState::of(&content, &analysis.numbers(), &knowledge.criteria);
        Self { id, version, content, about, analysis, approval, created_at, updated_at }
    }
}

fn number(rating: Rating) -> i32 {
    i32::from(rating.value())
}

/// A stored rating.
pub(super) fn rating(value: i32) -> Result<Rating> {
    u8::try_from(value)
        .ok()
        .and_then(Rating::new)
        .ok_or_else(|| Error::internal(format!("a risk's rating {value} cannot be read")))
}

/// The row of a risk.
pub(super) fn to_row(context: &Context, risk: &Risk) -> Result<Model> {
    let Risk { content, about, analysis, .. } = risk;
    let kind = if matches!(content.subject, Subject::Event(_)) { "event" } else { "asset" };
    let numbers = analysis.numbers();
    let (residual, residual_level) = (numbers.residual_likelihood, numbers.residual_level());
    Ok(Model {
        organization_id: context.organization.0,
        id: risk.id.0,
        version: risk.version,
        content: serde_json::to_string(content)?,
        kind: kind.to_owned(),
        asset_id: content.subject.asset().map(|id| id.0),
        department_id: about.department.map(|department| department.0),
        line: content.threat.line.clone().unwrap_or_default(),
        name: about.name.clone(),
        name_sort: name_sort(about),
        title: content.threat.title.clone(),
        medium: about.medium.map_or_else(String::new, |medium| medium.id().to_owned()),
        importance: number(numbers.importance),
        threat: number(analysis.threat.value),
        vulnerability: number(analysis.vulnerability.value),
        likelihood: number(numbers.likelihood),
        level: i32::from(numbers.level().value()),
        residual_likelihood: residual.map(number),
        residual_level: residual_level.map(|level| i32::from(level.value())),
        controls_in_place: i32::try_from(analysis.controls_in_place()).unwrap_or(i32::MAX),
        treatment: content.decision.as_ref().map(|decision| decision.treatment.id().to_owned()),
        approval: risk.approval.id().to_owned(),
        owner: content.owner_name.clone(),
        owner_account_id: content.owner.map(|account| account.0),
        review_on: content.next_review().map_or_else(|| NO_REVIEW.to_owned(), |date| date.to_string()),
        search: search(about, content),
        created_at: risk.created_at.0,
        updated_at: risk.updated_at.0,
    })
}

/// The rows of its tasks.
pub(super) fn to_task_rows(context: &Context, risk: &Risk) -> Vec<task::Model> {
    let tasks = risk.content.decision.iter().flat_map(|decision| &decision.tasks);
    let row = |(position, task): (usize, &crate::treatment::Task)| task::Model {
        organization_id: context.organization.0,
        id: task.id.0,
        risk_id: risk.id.0,
        department_id: risk.about.department.map(|department| department.0),
        position: i32::try_from(position).unwrap_or(i32::MAX),
        status: task.status.id().to_owned(),
        due_on: task.due_on.map_or_else(|| task::NO_DAY.to_owned(), |date| date.to_string()),
        responsible: task.responsible.clone(),
        responsible_account_id: task.responsible_account.map(|account| account.0),
        what: task.what.clone(),
        control: task.control.clone().unwrap_or_default(),
        cost: task.cost,
        done_on: task.done_on.map(|date| date.to_string()),
    };
    tasks.enumerate().map(row).collect()
}

/// The key by which lists sort by name: the reading's, else the name's own.
pub(super) fn name_sort(about: &About) -> String {
    let reading = about.name_reading.trim();
    reading_sort_key(if reading.is_empty() { &about.name } else { reading })
}

/// What the search box looks in.
pub(super) fn search(about: &About, content: &Content) -> String {
    let parts = [
        &about.name,
        &about.name_reading,
        &content.threat.title,
        &content.consequence,
        &content.owner_name,
        &content.remarks,
    ];
    let weaknesses = content.vulnerabilities.iter().map(|found| &found.title);
    let controls = content.controls.iter().map(|found| &found.title);
    let keys =
        parts.into_iter().chain(weaknesses).chain(controls).filter(|part| !part.is_empty()).map(|part| word(part));
    keys.collect::<Vec<_>>().join("\n")
}
