//! Sends a register, to look at what it would do.

use app::Permission;
use app::asset::import::{Material, Options, Scale, preview, upload};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State as Shared};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::TAG;
use super::body::{ScaleWord, SeenBody, mark};
use crate::State;
use crate::api::body::too_large;
use crate::api::file::{File, XLSX};
use crate::api::query::Check;
use crate::api::{Caller, Problem, Query, Tagged};

/// Cells that were copied in spreadsheet software: what stands in the clipboard.
const CELLS: &str = "text/tab-separated-values";

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct SendQuery {
    /// ファイルの名前（フォルダーなし）。例：台帳.xlsx。貼り付けたセルのときは要りません。
    #[param(value_type = Option<String>)]
    name: String,
    /// 評価値の書き方。指定がないときは 3・2・1 です。
    #[param(value_type = Option<ScaleWord>)]
    scale: String,
    /// 読むシート。指定がないときは、自動で見つけます。
    #[param(value_type = Option<String>)]
    sheet: String,
}

#[utoipa::path(
    post, path = "/imports", tag = TAG, operation_id = "send_import",
    summary = "台帳を送る",
    description = "Excel（xlsx）か CSV のファイルをそのまま送るか、表計算ソフトでコピーしたセルを送ります。\
台帳にはまだ何も書き込まれません。答えは、取り込むと何が変わるかです。",
    params(SendQuery),
    request_body(
        description = "ファイルの中身（20MBまで）、またはセル",
        content((File = "application/octet-stream"), (String = "text/tab-separated-values")),
    ),
    responses((
        status = 201, description = "取り込むと何が変わるか", body = SeenBody,
        headers(
            ("ETag" = String, description = "内容の印。取り込むときに If-Match に付けます。"),
            ("Location" = String, description = "この取り込みのアドレス"),
        ),
    ))
)]
pub(super) async fn send(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Query(query, _): Query<SendQuery>,
    request: Request,
) -> Result<Response, Problem> {
    // Before anything is read.
    context.require(Permission::ImportAssets)?;
    let mut check = Check::default();
    let scale = check.read("scale", &query.scale, Scale::from_option, "0-2 か words にしてください。");
    check.finish()?;
    let pasted = is_pasted(request.headers())?;
    let bytes = Bytes::from_request(request, &state).await.map_err(|_| too_large())?;
    let material = if pasted { cells(&bytes)? } else { file(&query.name, &bytes)? };
    let sheet = Some(query.sheet.trim().to_owned()).filter(|sheet| !sheet.is_empty());
    let options = Options { scale, sheet, media: Vec::new() };
    let id = upload(&context, &state.catalog, material, options).await?;
    let seen = preview(&context, &state.catalog, id).await?;
    let answer = Tagged { version: mark(&seen), value: SeenBody::from(&seen) };
    let mut response = (StatusCode::CREATED, answer).into_response();
    if let Ok(place) = HeaderValue::from_str(&format!("/api/v1/imports/{id}")) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Whether cells are sent; otherwise it is a file.
fn is_pasted(headers: &HeaderMap) -> Result<bool, Problem> {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        CELLS => Ok(true),
        "application/octet-stream" | "text/csv" | XLSX => Ok(false),
        _ => Err(Problem::of_request(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not-a-register",
            format!(
                "台帳のファイルは Content-Type: application/octet-stream を、貼り付けるセルは {CELLS} を付けて送ってください。"
            ),
        )),
    }
}

fn cells(bytes: &Bytes) -> Result<Material, Problem> {
    let text = std::str::from_utf8(bytes);
    let text = text.map_err(|_| Problem::invalid().with_field("cells", "セルは UTF-8 の文字で送ってください。"))?;
    Ok(Material::Pasted(text.to_owned()))
}

fn file(name: &str, bytes: &Bytes) -> Result<Material, Problem> {
    let name = name.trim();
    let usable = !name.is_empty() && name.chars().count() <= 200;
    if !usable || name.contains(['/', '\\']) || name.contains(char::is_control) {
        let message =
            "『name』に、ファイルの名前を1〜200文字で入れてください（例：台帳.xlsx）。フォルダーは含めません。";
        return Err(Problem::invalid().with_field("name", message));
    }
    Ok(Material::File { name: name.to_owned(), bytes: bytes.to_vec() })
}
