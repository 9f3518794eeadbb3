//! Reads what was sent in another way.

use std::collections::BTreeMap;

use app::ImportId;
use app::asset::import::{Options, preview, read_again as again};
use axum::extract::State as Shared;
use method::Medium;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::{ScaleWord, SeenBody, mark};
use crate::State;
use crate::api::word::MediumWord;
use crate::api::{Address, Body, Caller, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
#[schema(as = ImportOptions, description = "送った台帳の読み方。書かない項目は、初めの読み方になります。")]
pub(super) struct Wanted {
    /// 評価値の書き方。null は 3・2・1 です。
    scale: Option<ScaleWord>,
    /// 読むシート。null は、自動で見つけます。
    sheet: Option<String>,
    /// 会社の言葉が、6つの媒体のどれか。組織の情報を変えられる人が取り込むと、次からも覚えています。
    #[schema(value_type = BTreeMap<String, MediumWord>)]
    media: BTreeMap<String, String>,
}

impl Wanted {
    fn options(self) -> Result<Options, Problem> {
        let (mut media, mut problem) = (Vec::new(), Problem::invalid());
        for (word, medium) in self.media {
            match Medium::from_id(&medium) {
                Some(medium) => media.push((word, medium)),
                None => {
                    let known = Medium::ALL.map(Medium::id).join("、");
                    let message = format!("「{medium}」は使えません。{known} のどれかにしてください。");
                    problem = problem.with_field(format!("media.{word}"), message);
                }
            }
        }
        if problem.names_fields() {
            return Err(problem);
        }
        let sheet = self.sheet.map(|sheet| sheet.trim().to_owned()).filter(|sheet| !sheet.is_empty());
        Ok(Options { scale: self.scale.map(Into::into), sheet, media })
    }
}

#[utoipa::path(
    put, path = "/imports/{id}/options", tag = TAG, operation_id = "read_import_again",
    summary = "別の読み方で読み直す",
    description = "評価値の書き方、シート、媒体の言葉の意味を変えて、読み直します。台帳には何も書き込まれません。",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id")),
    request_body = Wanted,
    responses((
        status = 200, description = "取り込むと何が変わるか", body = SeenBody,
        headers(("ETag" = String, description = "新しい内容の印")),
    ))
)]
pub(super) async fn read_again(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<ImportId>,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<SeenBody, String>, Problem> {
    again(&context, id, wanted.options()?).await?;
    let seen = preview(&context, &state.catalog, id).await?;
    Ok(Tagged { version: mark(&seen), value: SeenBody::from(&seen) })
}
