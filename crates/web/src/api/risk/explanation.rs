//! Every number of a risk with its sentence, and the relation of threat, controls and vulnerabilities.

use app::risk::{ControlStatus, Knowledge, Layer, Rated, Risk};
use method::Rating;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::word::{ControlStatusWord, RelationWord, SourceWord, relation_id, source_id};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskExplanation, description = "リスクの数字が、なぜそうなるか。")]
pub(super) struct ExplanationBody {
    /// 計算の全体を、1つの文にしたもの
    calculation: String,
    /// 重要度がそうなる理由
    importance: String,
    /// 被害発生可能性がそうなる理由
    likelihood: String,
    /// 起こりやすさ：脅威がどれくらい来るか
    threat: RatedBody,
    /// つけ込みやすさ：弱点がどれくらい残っているか
    vulnerability: RatedBody,
    /// まだ答えていないための仮定が、数字に入っているか
    assumed: bool,
    /// 会社全体の対策のうち、この脅威に効くもの。会社の状況への答えから来ています。
    measures: Vec<MeasureBody>,
    /// 脅威、対策、弱点の関係
    relation: RelationBody,
    /// 決めた対応で、リスクレベルがどう変わる見込みか。対応を決めていないときは null です。
    residual: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RatedValue, description = "評価値1つと、どこから来たか。")]
struct RatedBody {
    /// 評価値（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    rating: Rating,
    /// どこから来たか
    #[schema(value_type = SourceWord)]
    source: &'static str,
    /// それを言葉にしたもの
    reason: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeasureInPlace, description = "会社全体の対策1つ。")]
struct MeasureBody {
    /// 対策の id。答えは、会社の状況の `measures.id` です。
    id: String,
    /// 対策
    title: String,
    /// 実施状況
    #[schema(value_type = ControlStatusWord)]
    status: ControlStatus,
    /// 附属書Aの管理策の番号
    controls: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Relation, description = "脅威、対策、弱点の関係。")]
struct RelationBody {
    /// どの場合か
    #[schema(value_type = RelationWord)]
    case: &'static str,
    /// ケースの番号（1〜5）。番号のない場合は null です。
    #[schema(minimum = 1, maximum = 5)]
    number: Option<u8>,
    /// それを文にしたもの
    explanation: &'static str,
}

impl From<Rated> for RatedBody {
    fn from(rated: Rated) -> Self {
        Self { rating: rated.value, source: source_id(rated.source), reason: rated.source.explanation() }
    }
}

impl MeasureBody {
    fn of(layer: &Layer) -> Option<Self> {
        let id = layer.measure.clone()?;
        Some(Self { id, title: layer.title.clone(), status: layer.status, controls: layer.controls.clone() })
    }
}

impl ExplanationBody {
    pub(super) fn of(risk: &Risk, knowledge: &Knowledge<'_>) -> Self {
        let Risk { content, analysis, .. } = risk;
        let case = analysis.relation(analysis.is_accepted(content, knowledge));
        Self {
            calculation: analysis.explanation(&knowledge.criteria),
            importance: analysis.importance.explanation(),
            likelihood: analysis.likelihood_reason(),
            threat: analysis.threat.into(),
            vulnerability: analysis.vulnerability.into(),
            assumed: analysis.is_assumed(),
            measures: analysis.layers.iter().filter_map(MeasureBody::of).collect(),
            relation: RelationBody { case: relation_id(case), number: case.number(), explanation: case.explanation() },
            residual: analysis.residual_explanation(&knowledge.criteria),
        }
    }
}
