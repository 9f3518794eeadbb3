//! The description of the API: what all addresses have in common, and the document itself.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, ResponseBuilder, Server, Tag,
};

use super::problem::{FieldProblemBody, PROBLEM_JSON, ProblemBody};
use super::{
    assessment, asset, audit_log, department, import, invitation, job, me, organization, people, risk, threat, token,
    treatment, word,
};

const ABOUT: &str = "\
情報セキュリティを作り、保つためのソフトウェア Sonae（備え）の JSON API です。画面でできることを、ほかのソフトウェアからできます。

- トークンは、画面の「アカウント」か `sonae token create` で作り、`Authorization: Bearer トークン` の形で付けます。\
トークンでできるのは、持ち主が役割でできることだけです。「読むだけ」のトークンは何も変えられません。
- 一覧は `{\"items\": […], \"next\": …}` の形です。続きは `next` の値を `after` に付けて受け取ります。
- 変えられるものは `ETag` を付けて返ります。変えるときは、それを `If-Match` に付けます。\
ほかの人が先に変えていると 412 になり、何も変わりません。
- うまくいかなかったときは `application/problem+json` が返ります。使えない値は `errors` に、項目ごとにあります。";

/// The description without any address yet.
pub(super) fn base() -> OpenApi {
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    OpenApiBuilder::new()
        .info(InfoBuilder::new().title("Sonae").version(env!("CARGO_PKG_VERSION")).description(Some(ABOUT)).build())
        .servers(Some([Server::new("/api/v1")]))
        .tags(Some(tags()))
        .components(Some(
            ComponentsBuilder::new()
                .security_scheme("token", bearer)
                .schema_from::<ProblemBody>()
                .schema_from::<FieldProblemBody>()
                .schemas_from_iter(word::schemas())
                .schemas_from_iter(word::risk_schemas())
                .build(),
        ))
        .security(Some([SecurityRequirement::new("token", Vec::<String>::new())]))
        .build()
}

fn tags() -> Vec<Tag> {
    let tags = [
        (me::TAG, "トークンの持ち主"),
        (asset::TAG, "情報資産台帳"),
        (import::TAG, "台帳の取り込み：送る、確かめる、取り込む"),
        (risk::TAG, "リスク：洗い出す、分析する、基準と比べる"),
        (treatment::TAG, "リスク対応：決める、承認する、作業を進める。リスク対応計画"),
        (assessment::TAG, "リスクアセスメント：ある日のリスクを残し、比べる"),
        (threat::TAG, "脅威の起こりやすさ"),
        (job::TAG, "時間のかかる処理"),
        (organization::TAG, "組織：名前、会社の状況、リスク基準"),
        (department::TAG, "部署"),
        (people::TAG, "人と役割"),
        (invitation::TAG, "招待"),
        (audit_log::TAG, "監査ログ：だれが、いつ、何を変えたか"),
        (token::TAG, "API トークン"),
        (TAG, "この説明書"),
    ];
    tags.map(|(name, description)| TagBuilder::new().name(name).description(Some(description)).build()).into()
}

const TAG: &str = "openapi";

#[utoipa::path(
    get, path = "/openapi.json", tag = TAG, operation_id = "openapi",
    summary = "この説明書（OpenAPI 3.1）",
    description = "トークンは要りません。",
    responses((status = 200, description = "説明書", content_type = "application/json")),
    security(())
)]
pub(super) async fn show() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], document()).into_response()
}

/// The whole document, made once.
pub(super) fn document() -> &'static str {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
        let description = with_errors(super::described().into_openapi());
        // Strings and maps alone: nothing in it fails to become JSON.
        description.to_json().unwrap_or_default()
    });
    &DOCUMENT
}

/// Adds to every operation the errors that it can answer.
fn with_errors(mut description: OpenApi) -> OpenApi {
    for (path, item) in &mut description.paths.paths {
        let has_keys = path.contains('{');
        for (is_reading, operation) in operations(item) {
            let errors = errors(operation, is_reading, has_keys);
            for (status, description) in errors {
                let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
                let response = ResponseBuilder::new().description(description).content(PROBLEM_JSON, content);
                let responses = &mut operation.responses.responses;
                responses.entry(status.to_owned()).or_insert_with(|| response.build().into());
            }
        }
    }
    description
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (bool, &mut Operation)> {
    let PathItem { get, put, post, patch, delete, .. } = item;
    let all = [(true, get), (false, put), (false, post), (false, patch), (false, delete)];
    all.into_iter().filter_map(|(is_reading, operation)| Some((is_reading, operation.as_mut()?)))
}

/// Status and meaning of the errors of an operation.
fn errors(operation: &Operation, is_reading: bool, has_keys: bool) -> Vec<(&'static str, &'static str)> {
    if operation.security.is_some() {
        return Vec::new();
    }
    let named = |name: &str| operation.parameters.iter().flatten().any(|parameter| parameter.name == name);
    let has_query = operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| matches!(parameter.parameter_in, utoipa::openapi::path::ParameterIn::Query));
    let has_body = operation.request_body.is_some();
    let all = [
        (has_body, "400", "JSON として読めない"),
        (true, "401", "トークンがないか、もう使えない"),
        (true, "403", "役割かトークンで、できないこと"),
        (has_keys, "404", "見つからないか、見てはいけないもの"),
        (named("If-Match"), "412", "ほかの人が先に変えた"),
        (has_body, "413", "内容が大きすぎる"),
        (has_body, "415", "内容の形式（Content-Type）が違う"),
        (has_query || !is_reading, "422", "使えない値があるか、今はできない"),
        (named("If-Match"), "428", "If-Match がない"),
        (true, "500", "Sonae の中で起きた問題"),
        (true, "503", "データベースを使えない"),
    ];
    all.into_iter().filter(|(applies, ..)| *applies).map(|(_, status, meaning)| (status, meaning)).collect()
}
