//! What to do next, computed from what there is. Only what the person may do.

use app::organization::Overview;
use app::{Context, Permission};

use super::facts::Facts;
use super::{risk_steps, urgent_steps};

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// What is open.
    pub title: String,
    /// Why, in a sentence.
    pub text: String,
    /// The button.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
}

impl Step {
    pub(super) fn new(
        title: impl Into<String>,
        text: impl Into<String>,
        label: &'static str,
        href: &'static str,
    ) -> Self {
        Self { title: title.into(), text: text.into(), label, href }
    }
}

/// The things to do, the weightiest first: nothing that is dated or that others wait for stands behind the rest.
pub(super) fn next_steps(context: &Context, facts: &Facts, is_sample: bool) -> Vec<Step> {
    let mut steps = Vec::new();
    if let Some(risks) = &facts.risks {
        steps.extend(urgent_steps::urgent(context, risks));
    }
    steps.extend(asset_reviews(context, &facts.overview));
    steps.extend(beginning(context, &facts.overview, is_sample));
    if let Some(risks) = &facts.risks {
        steps.extend(risk_steps::method(context, risks));
    }
    steps.extend(upkeep(context, &facts.overview, is_sample));
    steps
}

/// The assets whose day of review has come.
fn asset_reviews(context: &Context, overview: &Overview) -> Option<Step> {
    let due = overview.assets.map_or(0, |assets| assets.review_due);
    (due > 0 && context.allows(Permission::EditAssets)).then(|| {
        Step::new(
            format!("見直しの予定日が来た情報資産が{due}件あります"),
            "今も正しいかを確かめ、次の見直し予定日を入れます。",
            "見直す",
            "/assets?review=due",
        )
    })
}

/// What an empty organization begins with.
fn beginning(context: &Context, overview: &Overview, is_sample: bool) -> Vec<Step> {
    let may = |permission| context.require(permission).is_ok();
    let mut steps = Vec::new();
    let is_empty = overview.assets.is_some_and(|assets| assets.total() == 0);
    if is_empty && may(Permission::ImportAssets) {
        steps.push(Step::new(
            "情報資産台帳がまだ空です",
            "お持ちの Excel や CSV を取り込むか、1件ずつ追加します。",
            "台帳を取り込む",
            "/assets/import",
        ));
    } else if is_empty && context.allows(Permission::EditAssets) {
        let text = "部署で扱っている大切な情報を、1件ずつ追加します。";
        steps.push(Step::new("情報資産台帳がまだ空です", text, "情報資産を追加する", "/assets/new"));
    }
    if is_empty && !is_sample && may(Permission::EditOrganization) {
        let text = "作りものの会社を開いて、台帳や記録の使い方を見て回れます。いつでも一度に消せます。";
        steps.push(Step::new("先に見本で試すこともできます", text, "見本を見る", "/setup/next#sample"));
    }
    if is_sample && !is_empty {
        let text = "情報資産を開く、直す、絞り込むなど、自由に試せます。変えたことは「記録」から元に戻せます。";
        steps.push(Step::new("見本の台帳を見てみましょう", text, "台帳を開く", "/assets"));
    }
    steps
}

/// What comes after, and again and again.
fn upkeep(context: &Context, overview: &Overview, is_sample: bool) -> Vec<Step> {
    let may = |permission| context.require(permission).is_ok();
    let mut steps = Vec::new();
    if let Some((answered, all)) = overview.answered
        && answered < all
        && may(Permission::EditOrganization)
    {
        steps.push(Step::new(
            format!("会社の状況の質問が{}問残っています", all - answered),
            "答えるほど、リスクの計算と文書が自社の実際に近づきます。分からないものは空けたままで構いません。",
            "質問に答える",
            "/organization/profile/company",
        ));
    }
    if let Some(people) = overview.people
        && may(Permission::ManagePeople)
    {
        if people.expired > 0 {
            let title = format!("期限の切れた招待が{}件あります", people.expired);
            steps.push(Step::new(title, "招待し直すか、取り消します。", "招待を見る", "/people#invitations"));
        }
        if people.members == 1 && people.invited == 0 && !is_sample {
            steps.push(Step::new(
                "使う人がまだ1人だけです",
                "経営者や部署の責任者を招待すると、台帳の確認を分担できます。",
                "人を招待する",
                "/people/invite",
            ));
        }
    }
    steps
}
