//! The ratings of threat lines as the API shows them.

use app::Context;
use app::threat::{RatedLine, ratings};
use catalog::Catalog;
use method::{Medium, Rating};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::word::MediumWord;
use crate::api::{Problem, Tagged};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ThreatRatings, description = "会社にとっての、脅威の起こりやすさ。")]
pub(super) struct RatingsBody {
    /// 知識にある脅威のすべて。媒体・保存先ごとに、起こりやすく影響の大きいものからです。
    items: Vec<RatedBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ThreatRating, description = "脅威1つの起こりやすさ。3 いつ起きてもおかしくない、2 年に数回、1 ふだんは起きない")]
struct RatedBody {
    /// 脅威の id。例：`office-pc.ransomware`
    threat_line: String,
    /// 媒体・保存先
    #[schema(value_type = MediumWord)]
    medium: Medium,
    /// 脅威：何が起きるか
    title: String,
    /// 説明
    explanation: String,
    /// 今使われている起こりやすさ（1〜3）。会社の答えがあれば答え、なければ目安です。
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    rating: Rating,
    /// 会社の答え（1〜3）。まだないときは null です。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    stated: Option<Rating>,
    /// 知識にある目安（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    usual: Rating,
    /// その目安の理由
    usual_reason: String,
}

impl RatedBody {
    fn of(medium: Medium, rated: RatedLine, catalog: &Catalog) -> Option<Self> {
        let line = catalog.line(&rated.line)?;
        Some(Self {
            medium,
            title: line.title.clone(),
            explanation: line.explanation.clone(),
            usual: line.rating,
            usual_reason: line.rating_reason.clone(),
            threat_line: rated.line,
            rating: rated.rating,
            stated: rated.stated,
        })
    }
}

/// The ratings of now, with the organization's version as `ETag`.
pub(super) async fn tagged(context: &Context, catalog: &Catalog) -> Result<Tagged<RatingsBody>, Problem> {
    let found = ratings(context, catalog).await?;
    let lines = found.media.into_iter().flat_map(|(medium, lines)| lines.into_iter().map(move |line| (medium, line)));
    let items = lines.filter_map(|(medium, line)| RatedBody::of(medium, line, catalog)).collect();
    Ok(Tagged { version: found.version, value: RatingsBody { items } })
}
