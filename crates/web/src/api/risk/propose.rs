//! What the catalog proposes for the assets of a medium.

use app::AssetId;
use app::risk::{self, Proposed, ProposedAsset};
use axum::Json;
use axum::extract::State as Shared;
use catalog::Catalog;
use method::{Medium, Rating};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::TAG;
use super::body::VulnerabilityBody;
use crate::State;
use crate::api::query::{Check, Nothing};
use crate::api::word::MediumWord;
use crate::api::{Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct MediumQuery {
    /// 媒体・保存先。必ず要ります。
    #[param(value_type = MediumWord, required)]
    medium: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskProposal, description = "1つの媒体・保存先で、起こりやすいことの候補と、その情報資産。")]
pub(super) struct ProposalBody {
    /// 媒体・保存先
    #[schema(value_type = MediumWord)]
    medium: Medium,
    /// 脅威の候補。起こりやすく、影響の大きいものからです。
    lines: Vec<ProposedBody>,
    /// そこにある情報資産。リスクのないものから、重要度の高い順に、200件までです。
    assets: Vec<AssetBody>,
    /// ここにない情報資産もあるか
    more: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProposedThreat, description = "脅威の候補1つ。会社の答えで計算した値が付きます。")]
struct ProposedBody {
    /// 脅威の id。`/risks/identify` の `lines` に書きます。
    threat_line: String,
    /// 脅威：何が起きるか
    title: String,
    /// 説明
    explanation: String,
    /// どう困るか
    consequence: String,
    /// 脅威がつけ込む脆弱性
    vulnerabilities: Vec<VulnerabilityBody>,
    /// 起こりやすさ（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    threat_rating: Rating,
    /// つけ込みやすさ（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    vulnerability_rating: Rating,
    /// 被害発生可能性（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    likelihood: Rating,
    /// 選ぶことを勧めるか：年に数回か、もっと多く起こりうるもの
    suggested: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProposedAsset, description = "候補の対象になる情報資産1件。")]
struct AssetBody {
    /// 情報資産の id。`/risks/identify` の `asset_ids` に書きます。
    #[schema(value_type = String, format = Uuid)]
    id: AssetId,
    /// 情報資産名称
    name: String,
    /// 重要度（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    importance: Rating,
    /// もうあるリスクの件数
    risks: u64,
}

impl From<ProposedAsset> for AssetBody {
    fn from(asset: ProposedAsset) -> Self {
        Self { id: asset.id, name: asset.name, importance: asset.importance, risks: asset.risks }
    }
}

impl ProposedBody {
    fn of(proposed: Proposed, catalog: &Catalog) -> Option<Self> {
        let line = catalog.line(&proposed.line)?;
        let vulnerability = |id: &String| {
            let title = catalog.vulnerability(id)?.title.clone();
            Some(VulnerabilityBody { id: Some(id.clone()), title })
        };
        Some(Self {
            title: line.title.clone(),
            explanation: line.explanation.clone(),
            consequence: line.consequence.clone(),
            vulnerabilities: line.vulnerabilities.iter().filter_map(vulnerability).collect(),
            threat_line: proposed.line,
            threat_rating: proposed.threat,
            vulnerability_rating: proposed.vulnerability,
            likelihood: proposed.likelihood,
            suggested: proposed.suggested,
        })
    }
}

#[utoipa::path(
    get, path = "/risks/proposals", tag = TAG, operation_id = "propose_risks",
    summary = "リスクの候補",
    description = "選んで `/risks/identify` に送ると、リスクになります。リスクを変えられる人だけが読めます。",
    params(MediumQuery),
    responses((status = 200, description = "候補", body = ProposalBody))
)]
pub(super) async fn propose(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Query(query, Nothing {}): Query<MediumQuery>,
) -> Result<Json<ProposalBody>, Problem> {
    let help = format!("{} のどれかにしてください。", Medium::ALL.map(Medium::id).join("、"));
    let medium = Check::default().required("medium", &query.medium, Medium::from_id, &help)?;
    let found = risk::propose(&context, &state.catalog, medium).await?;
    Ok(Json(ProposalBody {
        medium: found.medium,
        lines: found.lines.into_iter().filter_map(|line| ProposedBody::of(line, &state.catalog)).collect(),
        assets: found.assets.into_iter().map(AssetBody::from).collect(),
        more: found.more,
    }))
}
