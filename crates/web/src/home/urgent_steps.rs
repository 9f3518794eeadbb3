//! What is dated about risks, and what others wait for: before everything else.

use app::{Context, Permission};

use super::facts::RiskFacts;
use super::steps::Step;
use crate::components::thousands;

/// The person's own first, then what the person looks after.
pub(super) fn urgent(context: &Context, facts: &RiskFacts) -> Vec<Step> {
    let mut steps = Vec::new();
    if context.allows(Permission::AcceptRisk) {
        owned(facts, &mut steps);
    }
    let mine = facts.tasks.mine;
    if mine > 0 {
        let late = match facts.tasks.mine_overdue {
            0 => String::new(),
            late => format!("（うち{}件は期限を過ぎています）", thousands(late)),
        };
        let title = format!("あなたに頼まれた対策が{}件あります{late}", thousands(mine));
        steps.push(Step::new(title, "どこまで進んだかを書きます。", "進み具合を書く", "/treatments?who=me"));
    }
    if context.allows(Permission::EditRisks) {
        looked_after(context, facts, &mut steps);
    }
    steps
}

/// Of the risks that the person owns.
fn owned(facts: &RiskFacts, steps: &mut Vec<Step>) {
    let summary = &facts.summary;
    if summary.waiting_for_me > 0 {
        steps.push(Step::new(
            format!("あなたの承認を待っているリスク対応が{}件あります", thousands(summary.waiting_for_me)),
            "決めた対応と、対応のあとに残るリスクを確かめて、承認するか、直してほしいことを伝えます。",
            "読んで承認する",
            "/risks?approval=waiting&mine=yes",
        ));
    }
    if summary.review_due_for_me > 0 {
        steps.push(Step::new(
            format!(
                "あなたが所有者のリスクのうち、見直す日が来たものが{}件あります",
                thousands(summary.review_due_for_me)
            ),
            "今も正しいかを確かめます。承認したものは、新しい見直す日で承認し直すか、差し戻します。",
            "確かめる",
            "/risks?review=due&mine=yes&sort=review",
        ));
    }
}

/// For those who may change risks.
fn looked_after(context: &Context, facts: &RiskFacts, steps: &mut Vec<Step>) {
    let summary = &facts.summary;
    if facts.tasks.overdue > 0 {
        steps.push(Step::new(
            format!("期限を過ぎた対策が{}件あります", thousands(facts.tasks.overdue)),
            "進み具合を確かめ、間に合わないものは期限か担当を決め直します。",
            "対策計画を見る",
            "/treatments?due=overdue",
        ));
    }
    if summary.sent_back > 0 {
        steps.push(Step::new(
            format!("リスク所有者が差し戻したリスク対応が{}件あります", thousands(summary.sent_back)),
            "直してほしいことを読んで、対応を決め直します。",
            "読んで決め直す",
            "/risks?approval=sent-back",
        ));
    }
    // The person's own stand above already.
    let own = if context.allows(Permission::AcceptRisk) { summary.review_due_for_me } else { 0 };
    let others = summary.review_due.saturating_sub(own);
    if others > 0 {
        let besides = if own > 0 { "ほかに" } else { "" };
        steps.push(Step::new(
            format!("見直しの予定日が来たリスクが{besides}{}件あります", thousands(others)),
            "今も正しいかを確かめます。承認されたものは、リスク所有者が新しい日で承認し直します。ほかのものには、新しい見直し予定日を入れます。",
            "見直す",
            "/risks?review=due&sort=review",
        ));
    }
    if let Some(next) = facts.next.as_ref().filter(|next| next.is_due) {
        steps.push(Step::new(
            "次のアセスメントの時期が来ました",
            format!("前回は「{}」です。リスクを見直してから、今日の結果を残します。", next.last.name),
            "結果を残す",
            "/assessments",
        ));
    }
}
