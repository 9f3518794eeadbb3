//! What to do next about risks.

use app::{Context, Permission};

use super::facts::RiskFacts;
use super::steps::Step;
use crate::components::thousands;

/// What others wait for, or what is late: before everything else.
pub(super) fn urgent(context: &Context, facts: &RiskFacts) -> Vec<Step> {
    let mut steps = Vec::new();
    let waiting = facts.summary.waiting_for_me;
    if waiting > 0 && context.allows(Permission::AcceptRisk) {
        steps.push(Step::new(
            format!("あなたの承認を待っているリスク対応が{}件あります", thousands(waiting)),
            "決めた対応と、対応のあとに残るリスクを確かめて、承認するか、直してほしいことを伝えます。",
            "読んで承認する",
            "/risks?approval=waiting&mine=yes",
        ));
    }
    let TaskCounts { mine, overdue } = TaskCounts::of(context, facts);
    if mine > 0 {
        let title = format!("あなたに頼まれた対策が{}件あります", thousands(mine));
        steps.push(Step::new(title, "どこまで進んだかを書きます。", "進み具合を書く", "/treatments?who=me"));
    }
    if overdue > 0 {
        steps.push(Step::new(
            format!("期限を過ぎた対策が{}件あります", thousands(overdue)),
            "進み具合を確かめ、間に合わないものは期限か担当を決め直します。",
            "対策計画を見る",
            "/treatments?due=overdue",
        ));
    }
    steps
}

struct TaskCounts {
    mine: u64,
    overdue: u64,
}

impl TaskCounts {
    fn of(context: &Context, facts: &RiskFacts) -> Self {
        let overdue = if context.allows(Permission::EditRisks) { facts.tasks.overdue } else { 0 };
        Self { mine: facts.tasks.mine, overdue }
    }
}

/// The way from the register to treated risks, for those who may change them.
pub(super) fn method(context: &Context, facts: &RiskFacts) -> Vec<Step> {
    let mut steps = Vec::new();
    if !context.allows(Permission::EditRisks) {
        return steps;
    }
    let summary = &facts.summary;
    if facts.without_risks > 0 {
        steps.push(Step::new(
            format!("リスクをまだ考えていない情報資産が{}件あります", thousands(facts.without_risks)),
            "置き場所ごとに、起こりやすいことの候補を出します。選ぶだけで、まとめて作れます。",
            "リスクを洗い出す",
            "/risks/identify",
        ));
    }
    if summary.exposed > 0 {
        steps.push(Step::new(
            format!("対策のないリスクが{}件あります", thousands(summary.exposed)),
            "会社の基準で「高」か「中」なのに、まだ何の対策もありません。対応を決め、作業を進めます。",
            "対応を決める",
            "/risks?exposed=yes",
        ));
    }
    if summary.undecided > summary.exposed {
        steps.push(Step::new(
            format!("対応を決めていないリスクが{}件あります", thousands(summary.undecided)),
            "会社の基準で「高」か「中」のものです。大きいものから順に、どうするかを決めます。",
            "リスクを見る",
            "/risks?treatment=undecided",
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
    if summary.review_due > 0 {
        steps.push(Step::new(
            format!("見直しの予定日が来たリスクが{}件あります", thousands(summary.review_due)),
            "今も同じ大きさかを確かめ、次の見直し予定日を入れます。",
            "見直す",
            "/risks?review=due&sort=review",
        ));
    }
    steps.extend(assessment(facts));
    if summary.waiting > summary.waiting_for_me {
        steps.push(Step::new(
            format!("リスク所有者の承認を待っているリスク対応が{}件あります", thousands(summary.waiting)),
            "リスク所有者に知らせます。サインインできない人が所有者のときは、承認できる人に決め直します。",
            "待っている対応を見る",
            "/risks?approval=waiting",
        ));
    }
    steps
}

fn assessment(facts: &RiskFacts) -> Option<Step> {
    let (title, text) = match (facts.assessment_due, facts.assessments.first()) {
        (Some(true), Some(last)) => (
            "次のアセスメントの時期が来ました".to_owned(),
            format!("前回は「{}」です。リスクを見直してから、今日の結果を残します。", last.name),
        ),
        // Not before the first risks are decided upon.
        (None, _) if facts.summary.heat_map.total() > 0 && facts.summary.undecided == 0 => (
            "はじめてのアセスメントの結果を残せます".to_owned(),
            "今日のリスクを一式残しておくと、来年と比べて、どれだけ減ったかが分かります。".to_owned(),
        ),
        _ => return None,
    };
    Some(Step::new(title, text, "結果を残す", "/assessments"))
}
