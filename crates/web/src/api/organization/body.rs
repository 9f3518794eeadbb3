//! The organization as the API shows it.

use app::OrganizationId;
use app::organization::{CriteriaChoice, Organization, criteria_in_words};
use method::RiskCriteria;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::Tagged;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organization, description = "トークンが使える組織。")]
pub(super) struct OrganizationBody {
    /// 組織の id
    #[schema(value_type = String, format = Uuid)]
    id: OrganizationId,
    /// 版。名前、会社の状況、リスク基準のどれかを変えるたびに増えます。ETag と同じ数です。
    version: i64,
    /// 組織名
    name: String,
    /// 見本の会社か
    sample: bool,
    /// リスク基準
    criteria: CriteriaBody,
    /// 何か月ごとに、リスクアセスメントをやり直すか
    #[schema(minimum = 1, maximum = 36)]
    repeat_months: u8,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Criteria, description = "リスクレベル（1・2・3・4・6・9）のどこからを高・中とするか。")]
pub(in crate::api) struct CriteriaBody {
    /// どの基準か：`tokyo` 東京都、`ipa` IPA、`own` 自社
    choice: &'static str,
    /// 基準の名前
    name: String,
    /// 高とする、いちばん小さいリスクレベル
    high: u8,
    /// 中とする、いちばん小さいリスクレベル
    medium: u8,
    /// 基準を1行の言葉にしたもの
    explanation: String,
}

impl From<&RiskCriteria> for CriteriaBody {
    fn from(criteria: &RiskCriteria) -> Self {
        let choice = match CriteriaChoice::of(criteria) {
            CriteriaChoice::Tokyo => "tokyo",
            CriteriaChoice::Ipa => "ipa",
            CriteriaChoice::Own { .. } => "own",
        };
        Self {
            choice,
            name: criteria.name().to_owned(),
            high: criteria.high_from(),
            medium: criteria.medium_from(),
            explanation: criteria_in_words(criteria),
        }
    }
}

impl From<Organization> for OrganizationBody {
    fn from(organization: Organization) -> Self {
        let Organization { id, name, sample, version, criteria, repeat_months, .. } = organization;
        Self { id, version, name, sample, criteria: CriteriaBody::from(&criteria), repeat_months }
    }
}

/// The organization with its version as `ETag`.
pub(super) fn tagged(organization: Organization) -> Tagged<OrganizationBody> {
    Tagged { version: organization.version, value: organization.into() }
}
