//! Words that several of these screens use.

use app::treatment::{ApprovalState, TaskStatus};
use jiff::civil::Date;
use maud::{Markup, html};
use method::{RiskCriteria, RiskLevel};

pub(super) use crate::asset::words::{day, moment};
use crate::components::{State, state, thousands};
pub(crate) use crate::risk::words::level;

/// 12,000円
pub(super) fn yen(cost: i64) -> String {
    format!("{}円", thousands(cost.unsigned_abs()))
}

/// 「高 6 → 低 2」, or the first alone where nothing is decided.
pub(crate) fn levels(now: RiskLevel, then: Option<RiskLevel>, criteria: &RiskCriteria) -> Markup {
    html! {
        span.levels {
            (level(criteria, now))
            @if let Some(then) = then {
                span aria-hidden="true" { "→" } span.visually-hidden { "から" } (level(criteria, then))
            }
        }
    }
}

/// How far a task is, and whether what it changes is still to be confirmed.
pub(super) fn progress(task: TaskStatus, is_unconfirmed: bool) -> Markup {
    html! { (status(task)) @if is_unconfirmed { " " (unconfirmed()) } }
}

/// The mark of work that is done, and whose effect nobody has confirmed.
pub(super) fn unconfirmed() -> Markup {
    state(State::Warning, "効果は未確認")
}

/// 未着手, 実施中, 完了
pub(super) fn status(status: TaskStatus) -> Markup {
    let tone = match status {
        TaskStatus::Planned => State::Neutral,
        TaskStatus::Doing => State::Information,
        TaskStatus::Done => State::Success,
    };
    state(tone, status.title())
}

/// A due day, marked where it has passed and the task is not done.
pub(super) fn due(date: Option<Date>, task: TaskStatus, today: Date) -> Markup {
    html! {
        @if let Some(date) = date {
            span.nowrap { (day(date)) }
            @if is_overdue(date, task, today) { " " (late()) }
        }
    }
}

/// The mark of what is overdue.
pub(super) fn late() -> Markup {
    state(State::Error, "期限を過ぎています")
}

pub(super) fn is_overdue(date: Date, task: TaskStatus, today: Date) -> bool {
    date < today && task != TaskStatus::Done
}

/// 承認待ち, 承認済み, 再承認が必要. Below the line nobody needs to approve.
pub(super) fn approval(approval: ApprovalState, is_needed: bool) -> Markup {
    let tone = match approval {
        ApprovalState::Open | ApprovalState::Stale if !is_needed => return state(State::Neutral, "承認は不要"),
        ApprovalState::None => State::Neutral,
        ApprovalState::Open | ApprovalState::Stale | ApprovalState::SentBack => State::Warning,
        ApprovalState::Approved => State::Success,
    };
    state(tone, approval.title())
}

#[cfg(test)]
mod tests {
    use method::Rating;

    use super::*;

    #[test]
    fn says_what_becomes_of_a_level() {
        let high = RiskLevel::new(Rating::HIGH, Rating::HIGH);
        let low = RiskLevel::new(Rating::LOW, Rating::LOW);
        let page = levels(high, Some(low), &RiskCriteria::tokyo()).into_string();
        assert!(page.contains("高 9") && page.contains("から") && page.contains("低 1"), "{page}");
        assert_eq!(yen(12_000), "12,000円");
    }

    #[test]
    fn only_open_work_is_overdue() {
        let today = jiff::civil::date(2026, 11, 24);
        let before = jiff::civil::date(2026, 11, 23);
        assert!(is_overdue(before, TaskStatus::Doing, today));
        assert!(!is_overdue(before, TaskStatus::Done, today) && !is_overdue(today, TaskStatus::Planned, today));
    }
}
