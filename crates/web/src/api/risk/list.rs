//! Risks page by page.

use app::risk::{self, MOST, Order, Query as Wanted, Sort};
use app::store::paging::Place;
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::TAG;
use super::filter::FilterQuery;
use super::line::LineBody;
use crate::api::query::Check;
use crate::api::total::TotalBody;
use crate::api::word::RiskSortWord;
use crate::api::{Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// 並べ方。指定がないときはリスクレベルの順です。
    #[param(value_type = Option<RiskSortWord>)]
    sort: String,
    /// `asc` 小さいほうから、`desc` 大きいほうから。指定がないとき、`level` と `updated` は大きい（新しい）ほうから、ほかは小さいほうからです。
    #[param(value_type = Option<String>)]
    order: String,
    /// 1回に受け取る件数。指定がないときは100件です。
    #[param(value_type = Option<u64>, minimum = 1, maximum = 100)]
    limit: String,
    /// 続きを受け取るとき、前の答えの `next`。絞り込みと並べ方は前と同じにします。
    #[param(value_type = Option<String>)]
    after: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskPage, description = "リスクの一覧の一部。")]
pub(super) struct PageBody {
    /// リスク
    items: Vec<LineBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
    /// 絞り込みに合うものの件数
    total: TotalBody,
}

impl PageQuery {
    fn read(self, filter: FilterQuery) -> Result<Wanted, Problem> {
        let mut check = Check::default();
        let sorts = format!("{} のどれかにしてください。", Sort::ALL.map(Sort::id).join("、"));
        let direction = |text: &str| ["asc", "desc"].contains(&text).then_some(text == "desc");
        let filter = filter.read(&mut check);
        let sort = check.read("sort", &self.sort, Sort::from_id, &sorts).unwrap_or_default();
        let descending = check.read("order", &self.order, direction, "asc か desc にしてください。");
        let highest_first = matches!(sort, Sort::Level | Sort::Updated);
        let wanted = Wanted {
            filter,
            order: Order { sort, descending: descending.unwrap_or(highest_first) },
            from: if self.after.is_empty() { Place::Start } else { Place::After(self.after) },
            limit: check.limit(&self.limit, MOST),
        };
        check.finish()?;
        Ok(wanted)
    }
}

#[utoipa::path(
    get, path = "/risks", tag = TAG, operation_id = "list_risks",
    summary = "リスクの一覧",
    description = "見てよいリスクを、1回に100件まで受け取ります。続きは `next` を `after` に付けて受け取ります。理由などのすべては、1件ずつ `/risks/{id}` で読みます。",
    params(FilterQuery, PageQuery),
    responses((status = 200, description = "一覧", body = PageBody))
)]
pub(super) async fn list(
    Caller(context): Caller,
    Query(filter, page): Query<FilterQuery, PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let wanted = page.read(filter)?;
    let page = risk::list(&context, &wanted).await?;
    let items = page.risks.into_iter().map(|line| LineBody::of(line, &page.criteria)).collect();
    Ok(Json(PageBody { items, next: page.after, total: page.total.into() }))
}
