//! How far the approval of a decision is, in sentences.

use app::risk::{Found, Numbers};
use app::treatment::{Approval, ApprovalState, Decision};
use jiff::civil::Date;
use maud::{Markup, html};
use method::Treatment;

use super::words;
use crate::components::{Notice, definition};

/// Whether somebody has to approve: the level, or what remains of it, lies above the acceptance line.
pub(super) fn is_needed(found: &Found<'_>) -> bool {
    let numbers = found.risk.analysis.numbers();
    ApprovalState::is_needed(numbers.level(), numbers.residual_level(), &found.knowledge.criteria)
}

/// Whether the owner can approve now.
pub(super) fn is_open(found: &Found<'_>) -> bool {
    matches!(found.risk.approval, ApprovalState::Open | ApprovalState::Stale | ApprovalState::SentBack)
}

/// When the owner has to approve once more.
pub(super) const fn again_when(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Accept => "数字が変わったとき",
        Treatment::Reduce | Treatment::Transfer | Treatment::Avoid => "数字が悪くなったとき",
    }
}

/// For whom it waits, who approved, or what has changed since.
pub(super) fn state(found: &Found<'_>, decision: &Decision, today: Date) -> Markup {
    let content = &found.risk.content;
    let state = found.risk.approval;
    html! {
        h3 { "承認 " (words::approval(state, is_needed(found))) }
        @match (state, &content.approval) {
            (ApprovalState::Stale, Some(_)) if !is_needed(found) => (not_needed()),
            (ApprovalState::Stale, Some(approval)) => (stale(found, approval)),
            (ApprovalState::Approved, Some(approval)) => (approved(found, approval, today)),
            _ => (open(found, decision)),
        }
    }
}

fn open(found: &Found<'_>, decision: &Decision) -> Markup {
    html! {
        @if !decision.sent_back.is_empty() {
            @let by = if found.acceptable { "差し戻した対応です。決め直されるのを待っています。" } else { "リスク所有者から、差し戻されています。" };
            (Notice::warning(by)
                .with(html! { p { "直してほしいこと：" (decision.sent_back) } p { "対応を決め直すと、もう一度承認を受けられます。" } })
                .render())
        } @else if is_needed(found) {
            p { (waiting(found)) }
            @if !decision.answers.is_empty() { p { "次の差し戻しに応えて、決め直した対応です：" (decision.answers) } }
            @if !found.acceptable && found.risk.content.owner.is_none() && found.changeable {
                p { a href={ "/risks/" (found.risk.id) "/edit" } { "リスク所有者を決める" } }
            }
            (definition("リスク所有者の承認", html! {
                p { "対応をしても、リスクはいくらか残ります。残ったリスクを引き受けてよいかを、そのリスクに責任を持つ人（リスク所有者）が確かめて、認めることです。" }
            }))
        } @else {
            (not_needed())
        }
    }
}

fn not_needed() -> Markup {
    html! { p { "会社のリスク基準の範囲内なので、承認はいりません。" } }
}

/// For whom a decision waits.
fn waiting(found: &Found<'_>) -> String {
    let content = &found.risk.content;
    match (found.acceptable, content.owner) {
        (true, _) => "あなたの承認を待っています。".to_owned(),
        (false, Some(_)) => format!("リスク所有者の{}さんの承認を待っています。", content.owner_name),
        (false, None) => {
            "承認する人が決まっていません。このリスクの「編集する」で、サインインできる人をリスク所有者に選んでください。"
                .to_owned()
        }
    }
}

fn approved(found: &Found<'_>, approval: &Approval, today: Date) -> Markup {
    let seen = &approval.seen;
    let day = approval.review_on.filter(|day| *day <= today);
    html! {
        @if let Some(day) = day { (review_due(found, day)) }
        p { (words::day(approval.at.in_japan().date())) "に、" (approval.name) "さんが承認しました。" }
        p {
            "承認した数字：リスクレベル " b { (seen.level()) }
            @if let Some(residual) = seen.residual_level() { "、対応のあとは " b { (residual) } }
        }
        (terms(approval))
    }
}

/// The day has come on which the owner wanted to look at it again.
fn review_due(found: &Found<'_>, day: Date) -> Markup {
    let text = match found.acceptable {
        true => "今もこのままでよいかを確かめて、新しい見直す日を決め、もう一度承認してください。".to_owned(),
        false => format!(
            "リスク所有者の{}さんが、今もこのままでよいかを確かめて、もう一度承認します。",
            found.risk.content.owner_name
        ),
    };
    Notice::warning(format!("見直す日（{}）が来ています。", words::day(day))).with(html! { p { (text) } }).render()
}

/// What the owner said when approving.
fn terms(approval: &Approval) -> Markup {
    html! {
        @if !approval.reason.is_empty() { p { "理由：" (approval.reason) } }
        @if let Some(day) = approval.review_on { p { "見直す日：" (words::day(day)) } }
    }
}

fn stale(found: &Found<'_>, approval: &Approval) -> Markup {
    let now = found.risk.analysis.numbers();
    let day = words::day(approval.at.in_japan().date());
    let is_of_former_owner = approval.is_of_former_owner(found.risk.content.owner);
    let what = if is_of_former_owner { "リスク所有者が" } else { "リスクの数字か基準が" };
    Notice::warning(format!("承認のあとで、{what}変わりました。もう一度、承認がいります。"))
        .with(html! {
            p { (day) "に" (approval.name) "さんが承認したときと、今の数字です。" (waiting(found)) }
            (numbers("承認したとき", &approval.seen, &now))
            (terms(approval))
        })
        .render()
}

/// The numbers seen at the approval beside those of now.
///
/// Without bands: those of the day of the approval may have been others.
pub(super) fn numbers(then: &str, seen: &Numbers, now: &Numbers) -> Markup {
    let remaining = |numbers: &Numbers| html! { @if let Some(level) = numbers.residual_level() { (level) } };
    html! {
        table.seen {
            caption.visually-hidden { (then) "の数字と、今の数字" }
            thead { tr { th scope="col" { "数字" } th scope="col" { (then) } th scope="col" { "今" } } }
            tbody {
                tr { th scope="row" { "重要度" } td { (seen.importance) } td { (now.importance) } }
                tr { th scope="row" { "被害発生可能性" } td { (seen.likelihood) } td { (now.likelihood) } }
                tr { th scope="row" { "リスクレベル" } td { (seen.level()) } td { (now.level()) } }
                tr { th scope="row" { "対応のあと" } td { (remaining(seen)) } td { (remaining(now)) } }
            }
        }
    }
}
