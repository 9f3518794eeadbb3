//! The work of a plan: a row for each task, and all of them in a few numbers.

use jiff::civil::Date;
use method::{RiskCriteria, RiskLevel, Treatment};

use super::{ReportedApproval, ReportedRisk, level, residual, short};
use crate::words::table;
use crate::{Align, Block, Cell, Column, Tone};

/// A task as the plan shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedTask {
    /// The risk, with the decided treatment.
    pub risk: ReportedRisk,
    /// リスクレベル before any work was done; as it is now while none is.
    pub before: RiskLevel,
    /// What is done, with the control's number.
    pub what: String,
    /// Who does it.
    pub responsible: String,
    /// Until when.
    pub due_on: Option<Date>,
    /// Yen.
    pub cost: Option<i64>,
    /// How far it is.
    pub status: ReportedStatus,
    /// How far the owner's approval is.
    pub approval: ReportedApproval,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportedStatus {
    /// 未着手
    Planned,
    /// 実施中
    Doing,
    /// 完了
    Done {
        /// On which day, where it is known.
        on: Option<Date>,
        /// Whether what it changes is confirmed.
        is_confirmed: bool,
    },
}

impl ReportedTask {
    /// Whether its day has passed and it is not done.
    fn is_overdue(&self, today: Option<Date>) -> bool {
        let is_open = !matches!(self.status, ReportedStatus::Done { .. });
        is_open && self.due_on.zip(today).is_some_and(|(due, today)| due < today)
    }
}

impl ReportedStatus {
    /// 未着手, 実施中, 完了 with its day on a line of its own.
    fn in_words(self) -> String {
        match self {
            Self::Planned => "未着手".to_owned(),
            Self::Doing => "実施中".to_owned(),
            Self::Done { on, is_confirmed } => {
                let on = on.map(|on| format!("\n{}", short(on))).unwrap_or_default();
                let unconfirmed = if is_confirmed { "" } else { "\n効果は未確認" };
                format!("完了{on}{unconfirmed}")
            }
        }
    }
}

/// How many tasks there are, how far they are, and what they cost, in one row.
pub(super) fn summary(tasks: &[ReportedTask], today: Option<Date>) -> Block {
    let so_far = |is_counted: fn(ReportedStatus) -> bool| tasks.iter().filter(|task| is_counted(task.status)).count();
    let counts = [
        tasks.len(),
        so_far(|status| status == ReportedStatus::Planned),
        so_far(|status| status == ReportedStatus::Doing),
        so_far(|status| matches!(status, ReportedStatus::Done { .. })),
        tasks.iter().filter(|task| task.is_overdue(today)).count(),
    ];
    let cost = tasks.iter().filter_map(|task| task.cost).reduce(i64::saturating_add);
    let mut row = counts.map(count).to_vec();
    row.push(cost.map_or_else(|| Cell::plain("未記入"), yen));
    let columns = vec![
        Column::center("作業", 3),
        Column::center("未着手", 3),
        Column::center("実施中", 3),
        Column::center("完了", 3),
        Column::center("期限を過ぎているもの", 5),
        amount("費用の合計", 5),
    ];
    table("", columns, vec![row])
}

pub(super) fn task_columns() -> Vec<Column> {
    vec![
        Column::left("リスク", 14),
        Column::center("対応前", 3),
        Column::center("対応", 3),
        Column::left("すること", 13),
        Column::left("担当", 6),
        Column::center("期限", 8),
        amount("費用", 6),
        Column::center("状態", 8),
        Column::center("対応後", 3),
        Column::center("承認", 8),
    ]
}

pub(super) fn task_row(task: &ReportedTask, today: Option<Date>, criteria: &RiskCriteria) -> Vec<Cell> {
    let risk = &task.risk;
    vec![
        Cell::plain(risk.in_words()),
        level(task.before, criteria),
        Cell::plain(risk.treatment.map_or("", Treatment::title)),
        Cell::plain(&task.what),
        Cell::plain(&task.responsible),
        Cell::day(task.due_on),
        task.cost.map_or_else(Cell::default, yen),
        status(task, today),
        residual(risk, criteria),
        Cell::plain(task.approval.in_words()),
    ]
}

/// What is late says so in words and stands out.
fn status(task: &ReportedTask, today: Option<Date>) -> Cell {
    let words = task.status.in_words();
    if task.is_overdue(today) {
        Cell::plain(format!("{words}\n期限超過")).toned(Tone::Attention)
    } else {
        Cell::plain(words)
    }
}

/// 「3件」, countable.
fn count(count: usize) -> Cell {
    Cell { number: i64::try_from(count).ok(), ..Cell::plain(format!("{count}件")) }
}

/// 「12,000円」, countable.
fn yen(cost: i64) -> Cell {
    Cell { number: Some(cost), ..Cell::plain(format!("{}円", chart::thousands(cost.unsigned_abs()))) }
}

/// A column of amounts: their last digits stand below one another.
fn amount(title: &str, width: u16) -> Column {
    Column { title: title.to_owned(), width, align: Align::Right }
}
