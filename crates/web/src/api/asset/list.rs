//! The register page by page.

use app::asset::{self, MOST, Order, Query as Wanted, Sort};
use app::store::paging::Place;
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::TAG;
use super::body::AssetBody;
use super::filter::FilterQuery;
use crate::api::query::Check;
use crate::api::total::TotalBody;
use crate::api::word::SortWord;
use crate::api::{Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// 並べ方
    #[param(value_type = Option<SortWord>)]
    sort: String,
    /// `asc` 小さいほうから（指定がないとき）、`desc` 大きいほうから
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
#[schema(as = AssetPage, description = "情報資産の一覧の一部。")]
pub(super) struct PageBody {
    /// 情報資産
    items: Vec<AssetBody>,
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
        let wanted = Wanted {
            filter: filter.read(&mut check),
            order: Order {
                sort: check.read("sort", &self.sort, Sort::from_id, &sorts).unwrap_or_default(),
                descending: check
                    .read("order", &self.order, direction, "asc か desc にしてください。")
                    .unwrap_or_default(),
            },
            from: if self.after.is_empty() { Place::Start } else { Place::After(self.after) },
            limit: check.limit(&self.limit, MOST),
        };
        check.finish()?;
        Ok(wanted)
    }
}

#[utoipa::path(
    get, path = "/assets", tag = TAG, operation_id = "list_assets",
    summary = "情報資産の一覧",
    description = "見てよい情報資産を、1回に100件まで受け取ります。続きは `next` を `after` に付けて受け取ります。",
    params(FilterQuery, PageQuery),
    responses((status = 200, description = "一覧", body = PageBody))
)]
pub(super) async fn list(
    Caller(context): Caller,
    Query(filter, page): Query<FilterQuery, PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let wanted = page.read(filter)?;
    let page = asset::list(&context, &wanted).await?;
    Ok(Json(PageBody {
        items: page.assets.iter().map(AssetBody::from).collect(),
        next: page.after,
        total: page.total.into(),
    }))
}
