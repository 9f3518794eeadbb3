//! How far the approval of a decision is, in sentences.

use app::risk::{Found, Numbers};
use app::treatment::{Approval, ApprovalState, Decision};
use maud::{Markup, html};
use method::RiskCriteria;

use super::words;
use crate::components::{Notice, definition};

/// Whether somebody has to approve: the level, or what remains of it, lies above the acceptance line.
pub(super) fn is_needed(found: &Found<'_>) -> bool {
    let numbers = found.risk.analysis.numbers();
    ApprovalState::is_needed(numbers.level(), numbers.residual_level(), &found.knowledge.criteria)
}

/// Whether the owner can approve now.
pub(super) fn is_open(found: &Found<'_>) -> bool {
    matches!(found.risk.approval(), ApprovalState::Open | ApprovalState::Stale)
}

/// For whom it waits, who approved, or what has changed since.
pub(super) fn state(found: &Found<'_>, decision: &Decision) -> Markup {
    let content = &found.risk.content;
    let state = found.risk.approval();
    html! {
        h3 { "承認 " (words::approval(state, is_needed(found))) }
        @match (state, &content.approval) {
            (ApprovalState::Stale, Some(approval)) => (stale(found, approval)),
            (ApprovalState::Approved, Some(approval)) => (approved(approval, &found.knowledge.criteria)),
            _ => (open(found, decision)),
        }
    }
}

fn open(found: &Found<'_>, decision: &Decision) -> Markup {
    html! {
        @if !decision.sent_back.is_empty() {
            (Notice::warning("リスク所有者から、差し戻されています。")
                .with(html! { p { "直してほしいこと：" (decision.sent_back) } p { "対応を決め直すと、もう一度承認を受けられます。" } })
                .render())
        } @else if is_needed(found) {
            p { (waiting(found)) }
            (definition("リスク所有者の承認", html! {
                p { "対応をしても、リスクはいくらか残ります。残ったリスクを引き受けてよいかを、そのリスクに責任を持つ人（リスク所有者）が確かめて、認めることです。" }
            }))
        } @else {
            p { "会社のリスク基準の範囲内なので、承認はいりません。" }
        }
    }
}

/// For whom a decision waits.
fn waiting(found: &Found<'_>) -> String {
    let content = &found.risk.content;
    match (found.acceptable, content.owner) {
        (true, _) => "あなたの承認を待っています。".to_owned(),
        (false, Some(_)) => format!("リスク所有者の{}さんの承認を待っています。", content.owner_name),
        (false, None) => {
            "承認する人が決まっていません。「このリスクを直す」で、サインインできる人をリスク所有者に選んでください。"
                .to_owned()
        }
    }
}

fn approved(approval: &Approval, criteria: &RiskCriteria) -> Markup {
    let seen = &approval.seen;
    html! {
        p { (words::day(approval.at.in_japan().date())) "に、" (approval.name) "さんが承認しました。" }
        p { "承認した数字：" (words::levels(seen.level(), seen.residual_level(), criteria)) }
        (terms(approval))
    }
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
    let who =
        if found.acceptable { "あなた".to_owned() } else { format!("{}さん", found.risk.content.owner_name) };
    let notice = Notice::warning("承認のあとで、リスクの数字が変わりました。もう一度、承認がいります。");
    notice
        .with(html! {
            p { (day) "に" (approval.name) "さんが承認したときと、今の数字です。" (who) "が今の数字を確かめて、承認し直します。" }
            (numbers(&approval.seen, &now, &found.knowledge.criteria))
            (terms(approval))
        })
        .render()
}

/// The numbers seen at the approval beside those of now.
fn numbers(seen: &Numbers, now: &Numbers, criteria: &RiskCriteria) -> Markup {
    let remaining = |numbers: &Numbers| {
        html! {
            @if let Some(level) = numbers.residual_level() { (words::level(criteria, level)) }
        }
    };
    html! {
        table.seen {
            caption.visually-hidden { "承認したときの数字と、今の数字" }
            thead { tr { th scope="col" { "数字" } th scope="col" { "承認したとき" } th scope="col" { "今" } } }
            tbody {
                tr { th scope="row" { "重要度" } td { (seen.importance) } td { (now.importance) } }
                tr { th scope="row" { "被害発生可能性" } td { (seen.likelihood) } td { (now.likelihood) } }
                tr {
                    th scope="row" { "リスクレベル" }
                    td { (words::level(criteria, seen.level())) } td { (words::level(criteria, now.level())) }
                }
                tr { th scope="row" { "対応のあと" } td { (remaining(seen)) } td { (remaining(now)) } }
            }
        }
    }
}
