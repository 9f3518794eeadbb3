//! The way from the register to treated risks, for those who may change them.

use app::{Context, Permission};

use super::facts::RiskFacts;
use super::steps::Step;
use crate::components::thousands;

/// What to do next on that way.
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
    // Not before the first risks are decided upon.
    if facts.next.is_none() && summary.heat_map.total() > 0 && summary.undecided == 0 {
        let which = if facts.assessments.is_empty() { "はじめての" } else { "会社全体の" };
        steps.push(Step::new(
            format!("{which}アセスメントの結果を残せます"),
            "今日のリスクを一式残しておくと、来年と比べて、どれだけ減ったかが分かります。",
            "結果を残す",
            "/assessments",
        ));
    }
    steps.extend(waiting(context, facts));
    steps
}

/// What waits for the approval of others; the person's own stands first of all.
fn waiting(context: &Context, facts: &RiskFacts) -> Option<Step> {
    let summary = &facts.summary;
    let own = if context.allows(Permission::AcceptRisk) { summary.waiting_for_me } else { 0 };
    let others = summary.waiting.saturating_sub(own);
    let whose = if own > 0 { "ほかの人" } else { "リスク所有者" };
    (others > 0).then(|| {
        Step::new(
            format!("{whose}の承認を待っているリスク対応が{}件あります", thousands(others)),
            "リスク所有者に知らせます。サインインできない人が所有者のときは、承認できる人に決め直します。",
            "待っている対応を見る",
            "/risks?approval=waiting",
        )
    })
}
