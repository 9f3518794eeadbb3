//! A risk as lists show it: nothing in it is computed anew.

use app::risk::{Line, Risk};
use app::treatment::ApprovalState;
use app::{AssetId, DepartmentId, RiskId};
use jiff::civil::Date;
use method::{Band, Medium, Rating, RiskCriteria, RiskLevel, Treatment};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::moment::Moment;
use crate::api::word::{ApprovalWord, BandWord, KindWord, MediumWord, TreatmentWord, kind_id};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskLine, description = "リスク1件の、一覧に出る項目。")]
pub(in crate::api) struct LineBody {
    /// このリスクの id
    #[schema(value_type = String, format = Uuid)]
    id: RiskId,
    /// 版。1から始まり、変えるたびに増えます。ETag と同じ数です。
    #[schema(minimum = 1)]
    version: i64,
    /// 何についてのリスクか
    #[schema(value_type = KindWord)]
    kind: &'static str,
    /// 情報資産の id。業務で起きたら困ることのときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    asset_id: Option<AssetId>,
    /// 部署の id。どの部署のものでもないときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    department_id: Option<DepartmentId>,
    /// 情報資産か、困ることの名称
    name: String,
    /// 情報資産の媒体・保存先。業務で起きたら困ることのときは null です。
    #[schema(value_type = Option<MediumWord>)]
    medium: Option<Medium>,
    /// 脅威：何が起きるか。知られた脅威がないときは空です。
    threat: String,
    /// 重要度（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    importance: Rating,
    /// 被害発生可能性（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    likelihood: Rating,
    /// リスクレベル（1・2・3・4・6・9）：重要度×被害発生可能性
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level: RiskLevel,
    /// 組織のリスク基準での段階
    #[schema(value_type = BandWord)]
    band: Band,
    /// 一部でも実施している対策の数
    controls_in_place: u32,
    /// 決めた対応。まだ決めていないときは null です。
    #[schema(value_type = Option<TreatmentWord>)]
    treatment: Option<Treatment>,
    /// リスク所有者の承認の状態
    #[schema(value_type = ApprovalWord)]
    approval: ApprovalState,
    /// 承認を待っているか：対応を決めてあり、リスクレベルか残留リスクが基準を超え、今の数字ではまだ承認されていない
    awaits_approval: bool,
    /// 対応のあとに残る見込みのリスクレベル（残留リスク）。対応を決めていないときは null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 9)]
    residual_level: Option<RiskLevel>,
    /// 残留リスクの、リスク基準での段階
    #[schema(value_type = Option<BandWord>)]
    residual_band: Option<Band>,
    /// リスク所有者の氏名か、台帳での書き方
    owner: String,
    /// 見直し予定日。受容や承認の「見直す日」が先に来るときは、その日です。
    #[schema(value_type = Option<String>, format = Date)]
    review_on: Option<Date>,
    /// 最後に変えた日時
    updated_at: Moment,
}

impl LineBody {
    /// The line, banded by those criteria.
    pub(in crate::api) fn of(line: Line, criteria: &RiskCriteria) -> Self {
        let level = line.level();
        let residual = line.residual_level.and_then(RiskLevel::from_value);
        Self {
            id: line.id,
            version: line.version,
            kind: kind_id(line.asset.is_none()),
            asset_id: line.asset,
            department_id: line.department,
            name: line.name,
            medium: line.medium,
            threat: line.title,
            importance: line.importance,
            likelihood: line.likelihood,
            risk_level: level,
            band: criteria.band(level),
            controls_in_place: line.controls_in_place,
            treatment: line.treatment,
            approval: line.approval,
            awaits_approval: line.approval.is_waiting(level, residual, criteria),
            residual_level: residual,
            residual_band: residual.map(|level| criteria.band(level)),
            owner: line.owner,
            review_on: line.review_on,
            updated_at: line.updated_at.into(),
        }
    }

    /// The same of a whole risk.
    pub(super) fn of_risk(risk: &Risk, criteria: &RiskCriteria) -> Self {
        let numbers = risk.analysis.numbers();
        let line = Line {
            id: risk.id,
            version: risk.version,
            asset: risk.content.subject.asset(),
            department: risk.about.department,
            label: risk.label(),
            name: risk.about.name.clone(),
            title: risk.content.threat.title.clone(),
            medium: risk.about.medium,
            importance: numbers.importance,
            likelihood: numbers.likelihood,
            residual_level: numbers.residual_level().map(RiskLevel::value),
            controls_in_place: u32::try_from(risk.analysis.controls_in_place()).unwrap_or(u32::MAX),
            treatment: risk.content.decision.as_ref().map(|decision| decision.treatment),
            approval: risk.approval,
            owner: risk.content.owner_name.clone(),
            review_on: risk.content.next_review(),
            updated_at: risk.updated_at,
        };
        Self::of(line, criteria)
    }
}
