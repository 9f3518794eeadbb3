//! リスク対応計画 of what was decided.

use jiff::civil::Date;
use method::{RiskCriteria, RiskLevel, Treatment};

use super::{ReportFront, ReportedRisk, front, level};
use crate::words::{heading, paragraph, table};
use crate::{Cell, Column, Document};

/// What the plan is made from.
#[derive(Debug, Clone)]
pub struct TreatmentPlan {
    /// Its head.
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

/// A decision that stands for itself, with tasks or without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedDecision {
    /// The risk, with the decided treatment.
    pub risk: ReportedRisk,
    /// To whom and by which contract, what stops, or why it is accepted.
    pub what: String,
    /// When it is looked at again.
    pub review_on: Option<Date>,
    /// How far the owner's approval is, in words.
    pub approval: String,
}

/// A task as the plan shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedTask {
    /// The risk, in words.
    pub risk: String,
    /// The decided treatment.
    pub treatment: Option<Treatment>,
    /// リスクレベル now.
    pub level: RiskLevel,
    /// リスクレベル that is expected to remain.
    pub residual_level: Option<RiskLevel>,
    /// What is done, with the control's number in front.
    pub what: String,
    /// Who does it.
    pub responsible: String,
    /// Until when.
    pub due_on: Option<Date>,
    /// Yen.
    pub cost: Option<i64>,
    /// How far it is, in words.
    pub status: String,
    /// How far the owner's approval is, in words.
    pub approval: String,
}

/// The plan as a document.
///
/// Source: ISO/IEC 27001 6.1.3 e), f); seminar chapter 9-2.
pub fn treatment_plan(plan: &TreatmentPlan) -> Document {
    let mut blocks =
        vec![paragraph("受容できないリスクを小さくするために、決めたことと、その担当・期限・進み具合です。")];
    blocks.push(heading(1, "すること"));
    if plan.tasks.is_empty() {
        blocks.push(paragraph("ここに並べる作業はありません。"));
    } else {
        blocks.push(table("", task_columns(), plan.tasks.iter().map(|task| task_row(task, &plan.criteria)).collect()));
        let cost: i64 = plan.tasks.iter().filter_map(|task| task.cost).sum();
        if cost > 0 {
            blocks.push(paragraph(format!("費用の合計：{}円", chart::thousands(u64::try_from(cost).unwrap_or(0)))));
        }
    }
    let simple = |risks: &[ReportedRisk]| {
        let rows = risks.iter().map(|risk| {
            vec![Cell::plain(risk.in_words()), Cell::plain(&risk.owner), level(risk.level(), &plan.criteria)]
        });
        let columns =
            vec![Column::left("リスク", 14), Column::left("リスク所有者", 5), Column::center("リスクレベル", 3)];
        table("", columns, rows.collect())
    };
    if !plan.decided.is_empty() {
        blocks.push(heading(1, "移転・回避・受容を決めたリスク"));
        let rows = plan.decided.iter().map(|decision| decision_row(decision, &plan.criteria));
        blocks.push(table("", decision_columns(), rows.collect()));
    }
    if !plan.undecided.is_empty() {
        blocks.push(heading(1, "まだ対応を決めていないリスク"));
        blocks.push(simple(&plan.undecided));
    }
    Document {
        front: front(&plan.front, "treatment-plan", "PLN-002", "リスク対応", "リスク対応計画"), blocks
    }
}

fn decision_columns() -> Vec<Column> {
    vec![
        Column::left("リスク", 12),
        Column::left("リスク所有者", 5),
        Column::center("今", 3),
        Column::center("対応", 3),
        Column::left("方法と理由", 14),
        Column::left("見直す日", 5),
        Column::center("対応後", 3),
        Column::center("承認", 4),
    ]
}

fn decision_row(decision: &ReportedDecision, criteria: &RiskCriteria) -> Vec<Cell> {
    let risk = &decision.risk;
    vec![
        Cell::plain(risk.in_words()),
        Cell::plain(&risk.owner),
        level(risk.level(), criteria),
        Cell::plain(risk.treatment.map_or("", Treatment::title)),
        Cell::plain(&decision.what),
        Cell::plain(decision.review_on.map(|day| day.to_string()).unwrap_or_default()),
        risk.residual_level.map_or_else(Cell::default, |residual| level(residual, criteria)),
        Cell::plain(&decision.approval),
    ]
}

fn task_columns() -> Vec<Column> {
    vec![
        Column::left("リスク", 10),
        Column::center("今", 3),
        Column::center("対応", 3),
        Column::left("すること", 12),
        Column::left("担当", 5),
        Column::left("期限", 5),
        Column::center("費用（円）", 4),
        Column::center("状態", 3),
        Column::center("対応後", 3),
        Column::center("承認", 4),
    ]
}

fn task_row(task: &ReportedTask, criteria: &RiskCriteria) -> Vec<Cell> {
    vec![
        Cell::plain(&task.risk),
        level(task.level, criteria),
        Cell::plain(task.treatment.map_or("", Treatment::title)),
        Cell::plain(&task.what),
        Cell::plain(&task.responsible),
        Cell::plain(task.due_on.map(|day| day.to_string()).unwrap_or_default()),
        task.cost.map_or_else(Cell::default, Cell::number),
        Cell::plain(&task.status),
        task.residual_level.map_or_else(Cell::default, |residual| level(residual, criteria)),
        Cell::plain(&task.approval),
    ]
}
