//! What a program says about a risk.

use app::risk::{Content, ControlInput, EventInput, Input, Subject, Vulnerability};
use app::{AccountId, AssetId};
use catalog::Catalog;
use method::ThreatOrigin;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::body::{ControlBody, EventBody, VulnerabilityBody};
use crate::api::Problem;
use crate::api::body::object_or_none;
use crate::api::word::OriginWord;

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(
    as = RiskInput,
    description = "リスクに書く内容。書かない項目は空になります。`asset_id` か `event` のどちらか1つが必ず要ります。"
)]
pub(super) struct RiskInput {
    /// どの情報資産のリスクか（資産ベース）。あとから変えられません。
    #[schema(value_type = Option<String>, format = Uuid)]
    asset_id: Option<AssetId>,
    /// 業務で起きたら困ること（事象ベース）
    #[serde(deserialize_with = "object_or_none")]
    event: Option<EventBody>,
    /// 知識にある脅威の id。例：`office-pc.ransomware`
    threat_line: Option<String>,
    /// 脅威：何が起きるか。空で `threat_line` があるときは、知識の言葉になります。どちらもないときは、知られた脅威がないことになります。
    #[schema(max_length = 300)]
    threat: String,
    /// 脅威の起源。`threat_line` があるときは知識で決まっているので、書けません。
    #[schema(value_type = Vec<OriginWord>)]
    threat_origins: Vec<ThreatOrigin>,
    /// 脆弱性（50件まで）。`id` か `title` のどちらかを書きます。
    #[schema(max_items = 50)]
    vulnerabilities: Vec<VulnerabilityBody>,
    /// どう困るか。「おそれがあります」の前に置ける言葉です。
    #[schema(max_length = 4000)]
    consequence: String,
    /// 起こりやすさ（1〜3）。会社の答えと違うときだけ書きます。
    #[schema(minimum = 1, maximum = 3)]
    threat_rating: Option<u8>,
    /// つけ込みやすさ（1〜3）。対策から計算した値と違うときだけ書きます。
    #[schema(minimum = 1, maximum = 3)]
    vulnerability_rating: Option<u8>,
    /// 被害発生可能性（1〜3）を、表を使わずに直接決めるとき（クイックアプローチ）
    #[schema(minimum = 1, maximum = 3)]
    direct_likelihood: Option<u8>,
    /// 自社の管理策（50件まで）
    #[schema(max_items = 50)]
    controls: Vec<ControlBody>,
    /// リスク所有者のアカウントの id。なれる人は `/risks/owners` にあります。
    #[schema(value_type = Option<String>, format = Uuid)]
    owner_id: Option<AccountId>,
    /// リスク所有者を言葉で。`owner_id` があるときは、その人の氏名になるので、書けません。
    #[schema(max_length = 300)]
    owner: String,
    /// 備考
    #[schema(max_length = 4000)]
    remarks: String,
    /// 見直し予定日。2026-11-24、2026/11/24、令和8年11月24日 のどれでも書けます。
    review_on: Option<String>,
}

impl RiskInput {
    /// What a risk says now, to be changed by that patch. Words that follow from a line of the catalog or from an
    /// account are left out, so that they follow from what that becomes; where it goes, its words stay.
    pub(super) fn of(content: &Content, catalog: &Catalog, patch: &Value) -> Self {
        let now = Input::from(content);
        let then = |key: &str, now: bool| patch.get(key).map_or(now, |value| !value.is_null());
        let has_line = then("threat_line", !now.line.is_empty());
        let has_account = then("owner_id", now.owner.is_some());
        let is_catalogs = has_line && catalog.line(&now.line).is_some_and(|line| line.title == now.title);
        let weakness = |found: &Vulnerability| VulnerabilityBody {
            id: found.id.clone().filter(|id| catalog.vulnerability(id).is_some()),
            title: found.title.clone(),
        };
        Self {
            asset_id: now.asset,
            event: match &content.subject {
                Subject::Asset { .. } => None,
                Subject::Event(event) => Some(event.into()),
            },
            threat: if is_catalogs { String::new() } else { now.title },
            threat_origins: if has_line { Vec::new() } else { content.threat.origins.clone() },
            threat_line: filled(now.line),
            vulnerabilities: content.vulnerabilities.iter().map(weakness).collect(),
            consequence: now.consequence,
            threat_rating: now.threat_rating,
            vulnerability_rating: now.vulnerability_rating,
            direct_likelihood: now.likelihood,
            controls: content.controls.iter().map(ControlBody::from).collect(),
            owner: if has_account { String::new() } else { now.owner_name },
            owner_id: now.owner,
            remarks: now.remarks,
            review_on: filled(now.review_on),
        }
    }

    /// For the use cases.
    ///
    /// # Errors
    /// Where two values contradict each other, or the catalog has no such vulnerability: nothing is left out silently.
    pub(super) fn checked(self, catalog: &Catalog) -> Result<Input, Problem> {
        let mut problem = Problem::invalid();
        if self.threat_line.is_some() && !self.threat_origins.is_empty() {
            problem = problem.with_field(
                "threat_origins",
                "『threat_line』の脅威の起源は、知識で決まっています。どちらか片方を消してください。",
            );
        }
        if self.owner_id.is_some() && !self.owner.is_empty() {
            problem = problem.with_field(
                "owner",
                "『owner』は、『owner_id』がないときだけ書けます。どちらか片方を消してください（null）。",
            );
        }
        for (place, found) in self.vulnerabilities.iter().enumerate() {
            if let Some(id) = found.id.as_deref().filter(|id| catalog.vulnerability(id).is_none()) {
                let message = format!(
                    "脆弱性「{id}」は知識にありません。自社の言葉で書くときは、『title』だけを書いてください。"
                );
                problem = problem.with_field(format!("vulnerabilities[{place}].id"), message);
            }
        }
        if problem.names_fields() { Err(problem) } else { Ok(self.into()) }
    }
}

impl From<RiskInput> for Input {
    fn from(input: RiskInput) -> Self {
        let weakness = |found: VulnerabilityBody| found.id.unwrap_or(found.title);
        Self {
            asset: input.asset_id,
            event: input.event.map(EventInput::from),
            line: input.threat_line.unwrap_or_default(),
            title: input.threat,
            origins: input.threat_origins.iter().map(|origin| origin.letter().to_string()).collect(),
            vulnerabilities: input.vulnerabilities.into_iter().map(weakness).collect(),
            consequence: input.consequence,
            threat_rating: input.threat_rating,
            vulnerability_rating: input.vulnerability_rating,
            likelihood: input.direct_likelihood,
            controls: input.controls.into_iter().map(ControlInput::from).collect(),
            owner: input.owner_id,
            owner_name: input.owner,
            remarks: input.remarks,
            review_on: input.review_on.unwrap_or_default(),
        }
    }
}

impl From<EventBody> for EventInput {
    fn from(event: EventBody) -> Self {
        Self {
            name: event.name,
            name_reading: event.name_reading,
            explanation: event.explanation,
            confidentiality: event.confidentiality,
            integrity: event.integrity,
            availability: event.availability,
            survival: event.survival,
            department: event.department_id,
            assets: event.asset_ids,
        }
    }
}

impl From<ControlBody> for ControlInput {
    fn from(control: ControlBody) -> Self {
        Self { id: control.id.unwrap_or_default(), title: control.title, status: control.status }
    }
}

fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// The fields whose names in JSON are others than on the screen, in an order in which no name is taken for another.
const NAMES: [(&str, &str); 13] = [
    ("asset", "asset_id"),
    ("line", "threat_line"),
    ("title", "threat"),
    ("likelihood", "direct_likelihood"),
    ("owner", "owner_id"),
    ("owner_name", "owner"),
    ("name", "event.name"),
    ("name_reading", "event.name_reading"),
    ("explanation", "event.explanation"),
    ("confidentiality", "event.confidentiality"),
    ("integrity", "event.integrity"),
    ("availability", "event.availability"),
    ("department", "event.department_id"),
];

/// What a use case says of an input, at the fields of JSON.
pub(super) fn at_fields(error: app::Error) -> Problem {
    let problem = Problem::from(error).with_places();
    NAMES.into_iter().fold(problem, |problem, (from, to)| problem.renamed(from, to))
}
