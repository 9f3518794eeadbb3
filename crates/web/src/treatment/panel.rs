//! リスク対応 on the screen of one risk.

use app::asset::today;
use app::risk::Found;
use app::treatment::{ApprovalState, Decision, Task, suggestion};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{approval_state, summary};
use crate::State;
use crate::components::{ButtonKind, LinkButton, definition};
use crate::request::Person;

/// The suggestion, the decision with its tasks, and how far the approval is; with what the person may do about it.
pub(crate) fn panel(person: &Person, state: &State, found: &Found<'_>) -> Markup {
    html! {
        section aria-labelledby="treatment" {
            h2 #treatment { "リスク対応" }
            @match &found.risk.content.decision {
                Some(decision) => (decided(person, found, decision)),
                None => (undecided(state, found)),
            }
        }
    }
}

fn undecided(state: &State, found: &Found<'_>) -> Markup {
    let suggestion = suggestion(&found.risk.analysis, &found.knowledge);
    let href = format!("/risks/{}/treatment", found.risk.id);
    let choose =
        LinkButton { kind: ButtonKind::Primary, label: "対応を決める", href: &href, ..LinkButton::default() };
    html! {
        p { "このリスクをどうするかは、まだ決まっていません。" }
        div.suggestion {
            p { "提案：" strong { (summary::title(&state.catalog, suggestion.treatment)) } }
            p { (suggestion.reason) }
            p { small { "計算から出した目安です。決めるのは人です。" } }
        }
        (what_is_treatment())
        @if found.changeable { div.actions { (choose.render()) } }
    }
}

/// The term, explained where it first stands.
fn what_is_treatment() -> Markup {
    definition(
        "リスク対応",
        html! {
            p { "見つけたリスクをどうするかを決めることです。対策をして小さくする（低減）、ほかの会社に引き受けてもらう（移転）、元になる仕事のやり方をやめる（回避）、そのまま引き受ける（受容）の4つから選びます。" }
        },
    )
}

fn decided(person: &Person, found: &Found<'_>, decision: &Decision) -> Markup {
    let id = found.risk.id;
    let may = |task: &Task| {
        let own = task.responsible_account.is_some() && task.responsible_account == person.context.account();
        (found.changeable || own).then(|| format!("/risks/{id}/tasks/{}?back=risk", task.id))
    };
    let can_progress = decision.tasks.iter().any(|task| may(task).is_some());
    html! {
        (summary::decision(found, decision))
        (summary::tasks(found, decision, today(&person.context), may))
        @if can_progress { p { small { "作業の名前を押すと、どこまで進んだかを書けます。" } } }
        (approval_state::state(found, decision, today(&person.context)))
        (actions(found, today(&person.context)))
    }
}

fn actions(found: &Found<'_>, today: Date) -> Markup {
    let here = format!("/risks/{}", found.risk.id);
    let link = |kind, label, path: &str| {
        LinkButton { kind, label, href: &format!("{here}/{path}"), ..LinkButton::default() }.render()
    };
    let revocable = found.acceptable && found.risk.approval == ApprovalState::Approved;
    let is_due = revocable && found.risk.is_review_due(today);
    let waits = found.risk.approval == ApprovalState::SentBack;
    let approving = found.acceptable && !waits && (is_due || approval_state::is_open(found));
    html! {
        @if found.acceptable || found.changeable {
            div.actions {
                @if approving { (link(ButtonKind::Primary, "残るリスクの承認へ進む", "approval")) }
                @if found.acceptable && waits { (link(ButtonKind::Secondary, "承認の画面を開く", "approval")) }
                @if revocable && !is_due { (link(ButtonKind::Secondary, "承認を取り消して、差し戻す", "approval")) }
                @if found.changeable {
                    (link(ButtonKind::Secondary, "対応を変える", "treatment"))
                    (link(ButtonKind::Text, "対応の決定を取りやめる", "treatment/withdraw"))
                }
            }
        }
    }
}
