//! The words of risks, their treatment and their assessment.

use std::borrow::Cow;

use app::risk::{Approval, ControlStatus, Sort, Source};
use app::treatment::{ApprovalState, TaskStatus};
use method::{Band, RelationCase, ThreatOrigin, Treatment};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::one_of;

words! {
    /// By what risks are sorted.
    RiskSortWord as "RiskSort" = "並べ方", Sort::ALL.map(|sort| (sort.id(), sort_title(sort)));
    /// 資産ベース, 事象ベース
    KindWord as "RiskKind" = "何についてのリスクか", [false, true].map(|event| (kind_id(event), kind_title(event)));
    /// 高, 中, 低
    BandWord as "Band" = "リスク基準での段階", Band::WORST_FIRST.map(|band| (band.id(), band.title()));
    /// 低減, 移転, 回避, 受容
    TreatmentWord as "Treatment" = "リスク対応の選択肢",
        Treatment::ALL.map(|treatment| (treatment.id(), treatment.title()));
    /// How far an approval is.
    ApprovalWord as "ApprovalState" = "リスク所有者の承認の状態",
        ApprovalState::ALL.map(|state| (state.id(), approval_title(state)));
    /// How far an approval is, as lists ask.
    ApprovalFilterWord as "ApprovalFilter" = "承認による絞り込み",
        Approval::ALL.map(|approval| (approval.id(), approval.title()));
    /// 脅威の起源
    OriginWord as "ThreatOrigin" = "脅威の起源", ORIGINS.map(|origin| (origin_id(origin), origin.title()));
    /// How far a control is in place.
    ControlStatusWord as "ControlStatus" = "管理策の実施状況",
        ControlStatus::ALL.map(|status| (status.id(), status.title()));
    /// How far a task is.
    TaskStatusWord as "TaskStatus" = "作業の進み具合", TaskStatus::ALL.map(|status| (status.id(), status.title()));
    /// Where a rating comes from.
    SourceWord as "RatingSource" = "評価値がどこから来たか",
        SOURCES.map(|source| (source_id(source), source.explanation()));
    /// How threat, controls and vulnerabilities stand to each other.
    RelationWord as "RelationCase" = "脅威、対策、弱点の関係", RELATIONS.map(|case| (relation_id(case), relation_title(case)));
}

const fn sort_title(sort: Sort) -> &'static str {
    match sort {
        Sort::Level => "リスクレベルの順",
        Sort::Name => "情報資産（困ること）のふりがな（なければ名称）の順",
        Sort::Updated => "最後に変えた順",
        Sort::Review => "見直し予定日の順",
    }
}

/// The word of what a risk is about.
pub(in crate::api) const fn kind_id(event: bool) -> &'static str {
    if event { "event" } else { "asset" }
}

const fn kind_title(event: bool) -> &'static str {
    if event { "業務で起きたら困ること（事象ベース）" } else { "情報資産（資産ベース）" }
}

/// Below the acceptance line an approval may stay open: nobody needs it.
const fn approval_title(state: ApprovalState) -> &'static str {
    match state {
        ApprovalState::None => "対応を決めていない",
        ApprovalState::Open => "まだ承認していない",
        ApprovalState::Approved => "承認済み",
        ApprovalState::Stale => "承認のあとで変わった",
        ApprovalState::SentBack => "リスク所有者が差し戻した",
    }
}

const ORIGINS: [ThreatOrigin; 3] = [ThreatOrigin::Environmental, ThreatOrigin::Deliberate, ThreatOrigin::Accidental];

const fn origin_id(origin: ThreatOrigin) -> &'static str {
    match origin {
        ThreatOrigin::Environmental => "E",
        ThreatOrigin::Deliberate => "D",
        ThreatOrigin::Accidental => "A",
    }
}

const SOURCES: [Source; 6] =
    [Source::Stated, Source::Achieved, Source::Answered, Source::Controls, Source::Assumed, Source::NoThreat];

/// The word of where a rating comes from.
pub(in crate::api) const fn source_id(source: Source) -> &'static str {
    match source {
        Source::Stated => "stated",
        Source::Achieved => "achieved",
        Source::Answered => "answered",
        Source::Controls => "controls",
        Source::Assumed => "assumed",
        Source::NoThreat => "no-threat",
    }
}

const RELATIONS: [RelationCase; 7] = [
    RelationCase::OneControl,
    RelationCase::OneControlForSeveral,
    RelationCase::Layered,
    RelationCase::Accepted,
    RelationCase::NoKnownThreat,
    RelationCase::Exposed,
    RelationCase::NoVulnerability,
];

/// The word of a relation, as `sonae assess` writes it too.
pub(in crate::api) const fn relation_id(case: RelationCase) -> &'static str {
    match case {
        RelationCase::OneControl => "one-control",
        RelationCase::OneControlForSeveral => "one-control-for-several",
        RelationCase::Layered => "layered",
        RelationCase::Accepted => "accepted",
        RelationCase::NoKnownThreat => "no-known-threat",
        RelationCase::Exposed => "exposed",
        RelationCase::NoVulnerability => "no-vulnerability",
    }
}

const fn relation_title(case: RelationCase) -> &'static str {
    match case {
        RelationCase::OneControl => "1つの弱点に1つの対策",
        RelationCase::OneControlForSeveral => "いくつかの弱点に1つの対策",
        RelationCase::Layered => "対策を重ねている（多段）",
        RelationCase::Accepted => "基準の範囲内か、受容した",
        RelationCase::NoKnownThreat => "知られた脅威がない",
        RelationCase::Exposed => "未対応",
        RelationCase::NoVulnerability => "弱点がない",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_are_written() {
        for case in RELATIONS {
            assert_eq!(serde_json::json!(case), relation_id(case));
        }
        for origin in ORIGINS {
            assert_eq!(serde_json::json!(origin), origin_id(origin));
        }
        for band in Band::WORST_FIRST {
            assert_eq!(serde_json::json!(band), band.id());
        }
    }
}
