//! A risk as the API shows it, whole.

use app::organization;
use app::risk::{BusinessEvent, Control, Knowledge, Risk, Subject, Vulnerability};
use app::treatment::suggestion;
use app::{AccountId, AssetId, Context, DepartmentId};
use catalog::Catalog;
use method::{Rating, ThreatOrigin, Treatment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::explanation::ExplanationBody;
use super::line::LineBody;
use crate::api::moment::Moment;
use crate::api::treatment::{ApprovalBody, DecisionBody};
use crate::api::word::{ControlStatusWord, OriginWord, TreatmentWord};
use crate::api::{Problem, Tagged};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Risk, description = "リスク1件。書いた内容、計算した数字とその理由、決めた対応、承認です。")]
pub(in crate::api) struct RiskBody {
    #[serde(flatten)]
    line: LineBody,
    /// 業務で起きたら困ること。情報資産のリスクのときは null です。
    event: Option<EventBody>,
    /// 知識にある脅威の id。例：`office-pc.ransomware`。知識にない脅威のときは null です。
    threat_line: Option<String>,
    /// その脅威の元になる、知識の脅威の id
    threats: Vec<String>,
    /// 脅威の起源
    #[schema(value_type = Vec<OriginWord>)]
    threat_origins: Vec<ThreatOrigin>,
    /// 脆弱性。脅威がいちばんつけ込みやすいものからです。
    vulnerabilities: Vec<VulnerabilityBody>,
    /// どう困るか。「おそれがあります」の前に置ける言葉です。
    consequence: String,
    /// このリスクについて決めた起こりやすさ（1〜3）。決めていないときは null で、脅威の起こりやすさが使われます。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    threat_rating: Option<Rating>,
    /// このリスクについて決めたつけ込みやすさ（1〜3）。決めていないときは null で、対策から計算されます。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    vulnerability_rating: Option<Rating>,
    /// 直接決めた被害発生可能性（1〜3、クイックアプローチ）。決めていないときは null で、表から計算されます。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    direct_likelihood: Option<Rating>,
    /// 自社の管理策。会社全体の対策（`explanation.measures`）のほかのものです。
    controls: Vec<ControlBody>,
    /// リスク所有者のアカウントの id。承認できるのはこの人です。サインインできる人に決めていないときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    owner_id: Option<AccountId>,
    /// 備考
    remarks: String,
    /// 加えた日時
    created_at: Moment,
    /// 数字がなぜそうなるか
    explanation: ExplanationBody,
    /// 対応の提案。決めるのは人です。
    suggestion: SuggestionBody,
    /// 決めた対応。まだ決めていないときは null です。
    decision: Option<DecisionBody>,
    /// リスク所有者の承認。承認のあとで数字が変わったときも、承認したときのまま残ります。
    approved: Option<ApprovalBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TreatmentSuggestion, description = "対応の提案。")]
struct SuggestionBody {
    /// どの対応か
    #[schema(value_type = TreatmentWord)]
    treatment: Treatment,
    /// そう提案する理由
    reason: String,
}

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = BusinessEvent, description = "業務で起きたら困ること（事象ベース）。情報資産と同じに評価します。")]
pub(super) struct EventBody {
    /// 困ること。必ず要ります。例：受注のしくみが1日止まる
    #[schema(max_length = 300)]
    pub(super) name: String,
    /// ふりがな
    #[schema(max_length = 300)]
    pub(super) name_reading: String,
    /// どの仕事が止まり、だれに関わるか
    #[schema(max_length = 4000)]
    pub(super) explanation: String,
    /// 機密性の評価値（1〜3）。必ず要ります。
    #[schema(minimum = 1, maximum = 3)]
    pub(super) confidentiality: Option<u8>,
    /// 完全性の評価値（1〜3）。必ず要ります。
    #[schema(minimum = 1, maximum = 3)]
    pub(super) integrity: Option<u8>,
    /// 可用性の評価値（1〜3）。必ず要ります。
    #[schema(minimum = 1, maximum = 3)]
    pub(super) availability: Option<u8>,
    /// 会社の存続に関わるか
    pub(super) survival: bool,
    /// どの部署の仕事か。会社全体のときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    pub(super) department_id: Option<DepartmentId>,
    /// 関わる情報資産の id
    #[schema(value_type = Vec<uuid::Uuid>)]
    pub(super) asset_ids: Vec<AssetId>,
}

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = Vulnerability, description = "脆弱性1つ。")]
pub(in crate::api) struct VulnerabilityBody {
    /// 知識にある脆弱性の id。例：`HW-08`。自社の言葉で書いたものは null です。
    pub(super) id: Option<String>,
    /// どこが弱いか。`id` があるときは、知識の言葉になります。
    #[schema(max_length = 300)]
    pub(super) title: String,
}

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = Control, description = "管理策1つ。")]
pub(super) struct ControlBody {
    /// 附属書Aの管理策の番号。例：`8.24`。附属書Aにないものは null です。
    pub(super) id: Option<String>,
    /// 何をしているか。空で `id` があるときは、管理策の名前になります。
    #[schema(max_length = 300)]
    pub(super) title: String,
    /// 実施状況。必ず要ります。
    #[schema(value_type = ControlStatusWord)]
    pub(super) status: String,
}

impl From<&BusinessEvent> for EventBody {
    fn from(event: &BusinessEvent) -> Self {
        Self {
            name: event.name.clone(),
            name_reading: event.name_reading.clone(),
            explanation: event.explanation.clone(),
            confidentiality: Some(event.confidentiality.value()),
            integrity: Some(event.integrity.value()),
            availability: Some(event.availability.value()),
            survival: event.survival,
            department_id: event.department,
            asset_ids: event.assets.clone(),
        }
    }
}

impl From<&Vulnerability> for VulnerabilityBody {
    fn from(found: &Vulnerability) -> Self {
        Self { id: found.id.clone(), title: found.title.clone() }
    }
}

impl From<&Control> for ControlBody {
    fn from(control: &Control) -> Self {
        Self { id: control.id.clone(), title: control.title.clone(), status: control.status.id().to_owned() }
    }
}

impl RiskBody {
    fn of(risk: &Risk, knowledge: &Knowledge<'_>) -> Self {
        let Risk { content, analysis, .. } = risk;
        let event = match &content.subject {
            Subject::Asset { .. } => None,
            Subject::Event(event) => Some(EventBody::from(event)),
        };
        let suggestion = suggestion(analysis, knowledge);
        Self {
            line: LineBody::of_risk(risk, &knowledge.criteria),
            event,
            threat_line: content.threat.line.clone(),
            threats: content.threat.threats.clone(),
            threat_origins: content.threat.origins.clone(),
            vulnerabilities: content.vulnerabilities.iter().map(VulnerabilityBody::from).collect(),
            consequence: content.consequence.clone(),
            threat_rating: content.threat.rating,
            vulnerability_rating: content.vulnerability_rating,
            direct_likelihood: content.likelihood,
            controls: content.controls.iter().map(ControlBody::from).collect(),
            owner_id: content.owner,
            remarks: content.remarks.clone(),
            created_at: risk.created_at.into(),
            explanation: ExplanationBody::of(risk, knowledge),
            suggestion: SuggestionBody { treatment: suggestion.treatment, reason: suggestion.reason },
            decision: content.decision.as_ref().map(DecisionBody::from),
            approved: content.approval.as_ref().map(ApprovalBody::from),
        }
    }
}

/// The risk with its version as `ETag`.
pub(super) fn tagged(risk: &Risk, knowledge: &Knowledge<'_>) -> Tagged<RiskBody> {
    Tagged { version: risk.version, value: RiskBody::of(risk, knowledge) }
}

/// The same of a risk that was just written.
pub(in crate::api) async fn written(
    context: &Context,
    catalog: &Catalog,
    risk: &Risk,
) -> Result<Tagged<RiskBody>, Problem> {
    let organization = organization::find(context).await?;
    Ok(tagged(risk, &Knowledge::of(&organization, catalog)?))
}
