//! リスク対応計画 of what was decided.

use method::RiskCriteria;

use super::decision::{decision_columns, decision_row};
use super::task::{summary, task_columns, task_row};
use super::{ReportFront, ReportedDecision, ReportedRisk, ReportedTask, front, level};
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document};

/// What the plan is made from.
#[derive(Debug, Clone)]
pub struct TreatmentPlan {
    /// Its head; what is due before its day and not done is overdue.
    pub front: ReportFront,
    /// By what the risks are banded.
    pub criteria: RiskCriteria,
    /// The tasks, the nearest day first.
    pub tasks: Vec<ReportedTask>,
    /// Risks that are transferred, avoided or accepted: what was decided beside the tasks.
    pub decided: Vec<ReportedDecision>,
    /// Risks above the acceptance line for which nothing is decided.
    pub undecided: Vec<ReportedRisk>,
}

/// The plan as a document.
///
/// Source: ISO/IEC 27001 6.1.3 e), f); seminar chapter 9-2.
pub fn treatment_plan(plan: &TreatmentPlan) -> Document {
    let mut blocks = vec![paragraph(introduction(plan))];
    blocks.extend(tasks(plan));
    blocks.extend(decided(plan));
    blocks.extend(undecided(plan));
    Document {
        front: front(&plan.front, "treatment-plan", "PLN-002", "リスク対応", "リスク対応計画"), blocks
    }
}

/// What the plan holds, counted: it is neither about unacceptable risks alone nor always about all of them.
fn introduction(plan: &TreatmentPlan) -> String {
    let parts = [
        ("作業", plan.tasks.len()),
        ("移転・回避・受容を決めたリスク", plan.decided.len()),
        ("まだ対応を決めていない高・中のリスク", plan.undecided.len()),
    ];
    let held: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what}{count}件")).collect();
    let held = if held.is_empty() {
        "載せるものはありません。".to_owned()
    } else {
        format!("載せているのは、{}です。", held.join("、"))
    };
    let criteria = plan.criteria.name();
    format!(
        "リスクについて決めた対応と、その担当・期限・進み具合です。{held}高・中・低は、{criteria}のリスク基準によります。"
    )
}

/// The numbers stand above the tasks: a total below them could get a page to itself.
fn tasks(plan: &TreatmentPlan) -> Vec<Block> {
    let title = heading(1, "すること");
    if plan.tasks.is_empty() {
        return vec![title, paragraph("ここに並べる作業はありません。")];
    }
    let today = plan.front.date;
    let rows = plan.tasks.iter().map(|task| task_row(task, today, &plan.criteria));
    vec![summary(&plan.tasks, today), title, table("", task_columns(), rows.collect())]
}

fn decided(plan: &TreatmentPlan) -> Vec<Block> {
    if plan.decided.is_empty() {
        return Vec::new();
    }
    let rows = plan.decided.iter().map(|decision| decision_row(decision, &plan.criteria));
    vec![heading(1, "移転・回避・受容を決めたリスク"), table("", decision_columns(), rows.collect())]
}

fn undecided(plan: &TreatmentPlan) -> Vec<Block> {
    if plan.undecided.is_empty() {
        return Vec::new();
    }
    let rows = plan
        .undecided
        .iter()
        .map(|risk| vec![Cell::plain(risk.in_words()), Cell::plain(&risk.owner), level(risk.level(), &plan.criteria)]);
    let columns = vec![Column::left("リスク", 14), Column::left("リスク所有者", 5), Column::center("リスクレベル", 3)];
    vec![heading(1, "まだ対応を決めていないリスク"), table("", columns, rows.collect())]
}
