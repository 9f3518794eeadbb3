//! What became of the risks between two snapshots.

use app::assessment::{self, AssessedRisk, Comparison};
use app::{AssessmentId, RiskId};
use axum::Json;
use method::RiskCriteria;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::TAG;
use super::body::{AssessmentBody, NumbersBody};
use crate::api::page::PageQuery;
use crate::api::query::Check;
use crate::api::{Address, Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct WithQuery {
    /// 比べるアセスメントの id。必ず要ります。
    #[param(value_type = String, format = Uuid, required)]
    with: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssessmentComparison, description = "2回のアセスメントのあいだに、変わったこと。")]
pub(super) struct ComparisonBody {
    /// 先に作られたほう
    before: AssessmentBody,
    /// あとに作られたほう
    after: AssessmentBody,
    /// 上がったリスクの件数
    risen: usize,
    /// 下がったリスクの件数
    fallen: usize,
    /// 増えたリスクの件数
    come: usize,
    /// なくなったリスクの件数。ほかの部署を見られない人では、ほかの部署へ移ったものも入ります。
    gone: usize,
    /// あとのほうにはないが、今はあるリスクの件数（あとのほうの範囲の外にあったか、そのとき削除されていたもの）
    outside: usize,
    /// リスクレベルの変わらないリスクの件数
    unchanged: usize,
    /// そのうち、リスク基準が変わったために、段階だけが変わったリスクの件数
    banded: usize,
    /// 変わったリスク。上がったもの、下がったもの、増えたもの、なくなったもの、あとのほうにはなく今はあるもの、段階だけが変わったものの順です。
    items: Vec<ChangeBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssessedChange, description = "変わったリスク1件。")]
struct ChangeBody {
    /// どう変わったか：`risen` 上がった、`fallen` 下がった、`come` 増えた、`gone` なくなった、`outside` あとのほうにはなく今はある、`banded` 段階だけが変わった
    change: &'static str,
    /// リスクの id
    #[schema(value_type = String, format = Uuid)]
    risk_id: RiskId,
    /// 情報資産か、困ることの名称
    name: String,
    /// 脅威：何が起きるか
    threat: String,
    /// 先のほうでの数字。増えたリスクでは null です。
    before: Option<NumbersBody>,
    /// あとのほうでの数字。なくなったリスクと、あとのほうにはなく今はあるリスクでは null です。
    after: Option<NumbersBody>,
    /// 計算の全体を、1つの文にしたもの。`after` が null のリスクでは先のほう、ほかではあとのほうのものです。
    explanation: String,
}

/// A risk as it was in one of the two, or in both, with the criteria of each.
struct Changed<'a> {
    change: &'static str,
    before: Option<&'a AssessedRisk>,
    after: Option<&'a AssessedRisk>,
    latest: &'a AssessedRisk,
    criteria: (&'a RiskCriteria, &'a RiskCriteria),
}

impl From<Changed<'_>> for ChangeBody {
    fn from(changed: Changed<'_>) -> Self {
        let Changed { change, before, after, latest, criteria: (then, now) } = changed;
        Self {
            change,
            risk_id: latest.risk,
            name: latest.name.clone(),
            threat: latest.title.clone(),
            before: before.map(|risk| NumbersBody::of(risk, then)),
            after: after.map(|risk| NumbersBody::of(risk, now)),
            explanation: latest.explanation.clone(),
        }
    }
}

/// Everything that changed, in the order of the answer.
fn changes(compared: &Comparison) -> impl Iterator<Item = Changed<'_>> {
    let criteria = (&compared.before.criteria, &compared.after.criteria);
    let risen = compared.risen.iter().map(|moved| ("risen", Some(&moved.before), Some(&moved.after)));
    let fallen = compared.fallen.iter().map(|moved| ("fallen", Some(&moved.before), Some(&moved.after)));
    let come = compared.come.iter().map(|risk| ("come", None, Some(risk)));
    let gone = compared.gone.iter().map(|risk| ("gone", Some(risk), None));
    let outside = compared.outside.iter().map(|risk| ("outside", Some(risk), None));
    let banded = compared.banded.iter().map(|moved| ("banded", Some(&moved.before), Some(&moved.after)));
    let all = risen.chain(fallen).chain(come).chain(gone).chain(outside).chain(banded);
    all.filter_map(move |(change, before, after)| {
        Some(Changed { change, before, after, latest: after.or(before)?, criteria })
    })
}

#[utoipa::path(
    get, path = "/assessments/{id}/comparison", tag = TAG, operation_id = "compare_assessments",
    summary = "ほかの回と比べる",
    description = "どちらを先に書いても、先に作られたほうからの変化になります。",
    params(("id" = String, Path, format = Uuid, description = "アセスメントの id"), WithQuery, PageQuery),
    responses((status = 200, description = "変わったこと", body = ComparisonBody))
)]
pub(super) async fn compare(
    Caller(context): Caller,
    Address(id): Address<AssessmentId>,
    Query(query, page): Query<WithQuery, PageQuery>,
) -> Result<Json<ComparisonBody>, Problem> {
    let mut check = Check::default();
    let page = page.read(&mut check);
    let with = check.required("with", &query.with, |text| text.parse().ok(), "一覧で得た id を入れてください。")?;
    let compared = assessment::compare(&context, id, with).await?;
    let (items, next) = page.of(changes(&compared));
    Ok(Json(ComparisonBody {
        risen: compared.risen.len(),
        fallen: compared.fallen.len(),
        come: compared.come.len(),
        gone: compared.gone.len(),
        outside: compared.outside.len(),
        unchanged: compared.unchanged,
        banded: compared.banded.len(),
        items,
        next,
        before: compared.before.into(),
        after: compared.after.into(),
    }))
}
