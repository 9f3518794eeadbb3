//! The lines of a preview.

use std::sync::Arc;

use app::asset::import::{Line, LineChange, Lines, Preview, Reading, preview};
use app::{AssetId, Context, Error, ImportId};
use axum::Json;
use axum::extract::State as Shared;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::TAG;
use super::body::words;
use crate::State;
use crate::api::asset::{AssetInput, DifferenceBody};
use crate::api::page::PageQuery;
use crate::api::query::Check;
use crate::api::{Address, Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct KindQuery {
    /// どの行か：`new` 新規、`changed` 変更、`unchanged` 変更なし。指定がないときは、使える行のすべてです。
    #[param(value_type = Option<String>)]
    kind: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportLines, description = "使える行の一覧の一部。シートの順です。")]
pub(super) struct PageBody {
    /// 行
    items: Vec<LineBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportLine, description = "使える行1つ。")]
struct LineBody {
    /// 行。Excel と同じ数え方です。取り込む行を選ぶときに使います。
    row: u32,
    /// 何が起きるか：`new` 新規、`changed` 変更、`unchanged` 変更なし
    kind: &'static str,
    /// 情報資産名称
    name: String,
    /// 変わる情報資産の id。`changed` のときだけあります。
    #[schema(value_type = Option<String>, format = Uuid)]
    asset_id: Option<AssetId>,
    /// 変わる項目と、前後の値。`changed` のときだけあります。
    differences: Vec<DifferenceBody>,
    /// 加わる情報資産の内容。`new` のときだけあります。
    asset: Option<AssetInput>,
}

impl From<&Line> for LineBody {
    fn from(line: &Line) -> Self {
        let (asset_id, asset) = match &line.change {
            LineChange::New(content) => (None, Some(AssetInput::from(&**content))),
            LineChange::Changed(change) => (Some(change.0.id), None),
            LineChange::Unchanged(_) => (None, None),
        };
        Self {
            row: line.row,
            kind: kind_id(line.kind()),
            name: line.name().to_owned(),
            asset_id,
            differences: line.differences().into_iter().map(DifferenceBody::from).collect(),
            asset,
        }
    }
}

const fn kind_id(kind: Lines) -> &'static str {
    match kind {
        Lines::New => "new",
        Lines::Changed => "changed",
        Lines::Unchanged => "unchanged",
    }
}

fn kind(text: &str) -> Option<Lines> {
    [Lines::New, Lines::Changed, Lines::Unchanged].into_iter().find(|kind| kind_id(*kind) == text)
}

#[utoipa::path(
    get, path = "/imports/{id}/lines", tag = TAG, operation_id = "import_lines",
    summary = "取り込める行を、1行ずつ",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id"), KindQuery, PageQuery),
    responses((status = 200, description = "行", body = PageBody))
)]
pub(super) async fn lines(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<ImportId>,
    Query(query, page): Query<KindQuery, PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let mut check = Check::default();
    let kind = check.read("kind", &query.kind, kind, "new、changed、unchanged のどれかにしてください。");
    let page = page.read(&mut check);
    check.finish()?;
    let preview = ready(&state, &context, id).await?;
    let lines = preview.lines.iter().filter(|line| kind.is_none_or(|kind| kind == line.kind()));
    let (items, next) = page.of(lines);
    Ok(Json(PageBody { items, next }))
}

/// The preview, where there is one.
pub(super) async fn ready(state: &State, context: &Context, id: ImportId) -> Result<Arc<Preview>, Problem> {
    match preview(context, &state.catalog, id).await?.reading {
        Reading::Ready(preview) => Ok(preview),
        Reading::Hindered(hindrance) => Err(Error::Refused(words(&hindrance)).into()),
        Reading::Applying(_) => {
            Err(Error::Refused("今、取り込んでいるところです。処理（job）が終わるまでお待ちください。".into()).into())
        }
        Reading::Applied => Err(Error::Refused("もう取り込んであります。".into()).into()),
    }
}
