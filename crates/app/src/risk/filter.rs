//! Which risks are looked for, as a condition of the database.

use method::{Band, Medium, Rating, RiskCriteria, Treatment};
use sea_orm::{ColumnTrait, Condition};
use serde::{Deserialize, Serialize};

use super::Named;
use super::row::risk::Column;
use crate::asset::{Departments, keys, today};
use crate::treatment::ApprovalState;
use crate::{AssetId, Context, DepartmentId, Scope};

/// Which risks are looked for; the default is all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Words that name, threat, harm, owner, remarks, weaknesses or controls hold, all of them.
    pub search: String,
    /// Of that band, by the organization's criteria.
    pub band: Option<Band>,
    /// Of that 重要度 (a row of the heat map).
    pub importance: Option<Rating>,
    /// Of that 被害発生可能性 (a column of the heat map).
    pub likelihood: Option<Rating>,
    /// Of assets kept there.
    pub medium: Option<Medium>,
    /// Of that department.
    pub department: Option<DepartmentId>,
    /// Of that asset.
    pub asset: Option<AssetId>,
    /// 事象ベース (`true`) or 資産ベース (`false`).
    pub event: Option<bool>,
    /// Treated so.
    pub treatment: Option<Treatment>,
    /// Without a decision.
    pub undecided: bool,
    /// 未対応: above the acceptance line, no control in place, not accepted.
    pub exposed: bool,
    /// By the owner's approval.
    pub approval: Option<Approval>,
    /// Owned by the person who asks.
    pub mine: bool,
    /// Whose day of review has come.
    pub review_due: bool,
    /// That name this entry of the catalog.
    pub named: Option<Named>,
}

/// How far the owner's approval is, as lists ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Approval {
    /// Decided, above the line, and not (or no longer) approved.
    Waiting,
    /// Approved, and still so.
    Approved,
    /// Approved once, but the numbers have changed since.
    Stale,
    /// Sent back by its owner, to be decided anew.
    SentBack,
}

impl Approval {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Stale, Self::SentBack, Self::Approved];

    /// The word in addresses and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Stale => "stale",
            Self::SentBack => "sent-back",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|approval| approval.id() == id)
    }

    /// The words for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Waiting => "承認待ち",
            Self::Approved => "承認済み",
            Self::Stale => "承認のあとで変わった",
            Self::SentBack => "差し戻し",
        }
    }
}

impl Filter {
    /// Whether it leaves nothing out.
    pub fn is_empty(&self) -> bool {
        Self { search: self.search.trim().to_owned(), ..self.clone() } == Self::default()
    }

    /// What it leaves of the list, in words; nothing where it leaves all. An asset is named by the risks themselves.
    pub(super) fn words(&self, departments: &Departments) -> Vec<String> {
        let rating = |what: &str, rating: Rating| format!("{what}：{}", rating.value());
        let word = self.search.trim();
        let parts = [
            (!word.is_empty()).then(|| format!("「{word}」を含む")),
            self.band.map(|band| format!("段階：{}", band.title())),
            self.importance.map(|value| rating("重要度", value)),
            self.likelihood.map(|value| rating("被害発生可能性", value)),
            self.medium.map(|medium| format!("媒体・保存先：{}", medium.title())),
            self.department.map(|id| format!("部署：{}", departments.name(id).unwrap_or("削除された部署"))),
            self.asset.map(|_| "1件の情報資産".to_owned()),
            self.event
                .map(|event| if event { "業務で起きたら困ること" } else { "情報資産のリスク" }.to_owned()),
            self.treatment.map(|treatment| format!("対応：{}", treatment.title())),
            self.undecided.then(|| "対応を決めていない".to_owned()),
            self.exposed.then(|| "未対応".to_owned()),
            self.approval.map(|approval| format!("承認：{}", approval.title())),
            self.mine.then(|| "リスク所有者：出力した人".to_owned()),
            self.review_due.then(|| "見直し予定日が来ている".to_owned()),
            self.named.as_ref().map(|named| format!("知識の「{}」を挙げている", named.id())),
        ];
        parts.into_iter().flatten().collect()
    }

    /// The risks of the organization that lie within `scope` and are looked for.
    pub(crate) fn condition(&self, context: &Context, scope: &Scope, criteria: &RiskCriteria) -> Condition {
        let mut all = within(context, scope);
        for word in keys::words(&self.search) {
            all = all.add(keys::position_of(context, Column::Search, &word));
        }
        if let Some(band) = self.band {
            let levels = criteria.levels(band).into_iter().map(|level| i32::from(level.value()));
            all = all.add(Column::Level.is_in(levels));
        }
        let number = |rating: Rating| i32::from(rating.value());
        all = all
            .add_option(self.importance.map(|rating| Column::Importance.eq(number(rating))))
            .add_option(self.likelihood.map(|rating| Column::Likelihood.eq(number(rating))))
            .add_option(self.medium.map(|medium| Column::Medium.eq(medium.id())))
            .add_option(self.department.map(|department| Column::DepartmentId.eq(department.0)))
            .add_option(self.asset.map(|asset| Column::AssetId.eq(asset.0)))
            .add_option(self.event.map(|event| Column::Kind.eq(if event { "event" } else { "asset" })))
            .add_option(self.treatment.map(|treatment| Column::Treatment.eq(treatment.id())))
            .add_option(self.undecided.then(|| undecided(criteria)))
            .add_option(self.exposed.then(|| exposed(criteria)))
            .add_option(self.review_due.then(|| review_due(context)))
            .add_option(self.named.as_ref().map(|named| named.condition(context)));
        all = match self.approval {
            None => all,
            Some(Approval::Waiting) => all.add(waiting(criteria)),
            Some(Approval::Approved) => all.add(Column::Approval.eq(ApprovalState::Approved.id())),
            Some(Approval::Stale) => all.add(Column::Approval.eq(ApprovalState::Stale.id())),
            Some(Approval::SentBack) => all.add(sent_back()),
        };
        if self.mine {
            // Who has no account owns nothing.
            all = match context.account() {
                Some(account) => all.add(Column::OwnerAccountId.eq(account.0)),
                None => all.add(Column::Id.is_null()),
            };
        }
        all
    }
}

/// Above the line, and nobody has decided what to do with it.
pub(super) fn undecided(criteria: &RiskCriteria) -> Condition {
    Condition::all().add(Column::Level.gte(i32::from(criteria.medium_from()))).add(Column::Treatment.is_null())
}

/// Risks of the organization within `scope`.
pub(super) fn within(context: &Context, scope: &Scope) -> Condition {
    let all = Condition::all().add(Column::OrganizationId.eq(context.organization.0));
    match scope {
        Scope::Organization => all,
        Scope::Departments(own) => all.add(Column::DepartmentId.is_in(own.iter().map(|department| department.0))),
    }
}

/// 未対応: above the acceptance line, no control in place, and nobody has accepted it. Where no threat is known, and
/// nobody has said that it is likely all the same, nothing is asked for (case 5 of the relations).
pub(super) fn exposed(criteria: &RiskCriteria) -> Condition {
    let accepted = Condition::all()
        .add(Column::Treatment.eq(Treatment::Accept.id()))
        .add(Column::Approval.eq(ApprovalState::Approved.id()));
    Condition::all()
        .add(Column::Level.gte(i32::from(criteria.medium_from())))
        .add(Column::ControlsInPlace.eq(0))
        .add(Condition::any().add(Column::Title.ne("")).add(Column::Likelihood.gt(i32::from(Rating::LOW.value()))))
        .add(Condition::any().add(Column::Treatment.is_null()).add(accepted.not()))
}

/// Its owner wants another decision.
pub(super) fn sent_back() -> Condition {
    Condition::all().add(Column::Approval.eq(ApprovalState::SentBack.id()))
}

/// The day on which it was to be looked at again has come.
pub(super) fn review_due(context: &Context) -> Condition {
    Condition::all().add(Column::ReviewOn.lte(today(context).to_string()))
}

/// Decided and to be approved: what remains, or what is accepted, lies above the acceptance line.
pub(super) fn waiting(criteria: &RiskCriteria) -> Condition {
    let line = i32::from(criteria.medium_from());
    Condition::all()
        .add(Column::Approval.is_in([ApprovalState::Open.id(), ApprovalState::Stale.id()]))
        .add(Condition::any().add(Column::Level.gte(line)).add(Column::ResidualLevel.gte(line)))
}
