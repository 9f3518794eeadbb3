//! Snapshots and their risks as the API shows them.

use app::assessment::{AssessedRisk, Assessment};
use app::{AssessmentId, DepartmentId, RiskId};
use jiff::civil::Date;
use method::{Band, Medium, Rating, RiskCriteria, RiskLevel, Treatment};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::moment::Moment;
use crate::api::organization::CriteriaBody;
use crate::api::risk::{BandsBody, CellBody, cells};
use crate::api::word::{BandWord, MediumWord, TreatmentWord};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Assessment, description = "リスクアセスメント1回：ある日のリスクの写し。あとから変わりません。")]
pub(super) struct AssessmentBody {
    /// このアセスメントの id
    #[schema(value_type = String, format = Uuid)]
    id: AssessmentId,
    /// 名前
    name: String,
    /// 評価日
    #[schema(value_type = String, format = Date)]
    made_on: Date,
    /// 範囲の部署の id。全社のときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    department_id: Option<DepartmentId>,
    /// 範囲
    scope: String,
    /// その日のリスク基準
    criteria: CriteriaBody,
    /// リスクの件数
    total: u64,
    /// 段階ごとの件数
    bands: BandsBody,
    /// リスクの分布：9マスのすべて。重要度と被害発生可能性の大きいほうからです。
    heat_map: Vec<CellBody>,
    /// 作った人の氏名
    made_by: String,
    /// 作った日時
    created_at: Moment,
}

impl From<Assessment> for AssessmentBody {
    fn from(assessment: Assessment) -> Self {
        let Assessment { criteria, heat_map, .. } = &assessment;
        Self {
            total: heat_map.total(),
            bands: BandsBody::of(heat_map, criteria),
            heat_map: cells(heat_map, criteria),
            criteria: CriteriaBody::from(criteria),
            id: assessment.id,
            name: assessment.name,
            made_on: assessment.made_on,
            department_id: assessment.department,
            scope: assessment.scope,
            made_by: assessment.made_by,
            created_at: assessment.created_at.into(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssessedRisk, description = "その日のリスク1件。")]
pub(super) struct AssessedBody {
    /// リスクの id。今はもうないこともあります。
    #[schema(value_type = String, format = Uuid)]
    risk_id: RiskId,
    /// 情報資産か、困ることの名称
    name: String,
    /// 脅威：何が起きるか。知られた脅威がないときは空です。
    threat: String,
    /// 情報資産の媒体・保存先。業務で起きたら困ることのときは null です。
    #[schema(value_type = Option<MediumWord>)]
    medium: Option<Medium>,
    #[serde(flatten)]
    numbers: NumbersBody,
    /// 計算の全体を、1つの文にしたもの
    explanation: String,
    /// 残る見込みだったリスクレベル（残留リスク）。対応を決めていなかったときは null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 9)]
    residual_level: Option<RiskLevel>,
    /// 残留リスクの段階
    #[schema(value_type = Option<BandWord>)]
    residual_band: Option<Band>,
    /// 決めてあった対応
    #[schema(value_type = Option<TreatmentWord>)]
    treatment: Option<Treatment>,
    /// リスク所有者
    owner: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssessedNumbers, description = "その日の数字。")]
pub(super) struct NumbersBody {
    /// 重要度（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    importance: Rating,
    /// 被害発生可能性（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    likelihood: Rating,
    /// リスクレベル（1・2・3・4・6・9）
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level: RiskLevel,
    /// その日のリスク基準での段階
    #[schema(value_type = BandWord)]
    band: Band,
}

impl NumbersBody {
    pub(super) fn of(risk: &AssessedRisk, criteria: &RiskCriteria) -> Self {
        let risk_level = risk.level();
        let AssessedRisk { importance, likelihood, .. } = *risk;
        Self { importance, likelihood, risk_level, band: criteria.band(risk_level) }
    }
}

impl From<(&AssessedRisk, &RiskCriteria)> for AssessedBody {
    fn from((risk, criteria): (&AssessedRisk, &RiskCriteria)) -> Self {
        let residual_level = risk.residual_level();
        Self {
            risk_id: risk.risk,
            name: risk.name.clone(),
            threat: risk.title.clone(),
            medium: risk.medium,
            numbers: NumbersBody::of(risk, criteria),
            explanation: risk.explanation.clone(),
            residual_level,
            residual_band: residual_level.map(|level| criteria.band(level)),
            treatment: risk.treatment,
            owner: risk.owner.clone(),
        }
    }
}
