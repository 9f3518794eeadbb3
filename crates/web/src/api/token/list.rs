//! Which tokens there are.

use app::token::{self, Token};
use app::{AccountId, TokenId};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::moment::Moment;
use crate::api::word::ScopeWord;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Tokens, description = "トークンの一覧。")]
pub(super) struct ListBody {
    /// トークン。新しいほうからです。使えなくなったものも入ります。
    items: Vec<TokenBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Token, description = "API トークン。秘密の文字は、作ったときにしか見られません。")]
struct TokenBody {
    /// トークンの id
    #[schema(value_type = String, format = Uuid)]
    id: TokenId,
    /// 持ち主のアカウントの id
    #[schema(value_type = String, format = Uuid)]
    account_id: AccountId,
    /// 持ち主の氏名
    owner: String,
    /// 何に使うか
    name: String,
    /// できること
    #[schema(value_type = ScopeWord)]
    scope: &'static str,
    /// 今使えるか
    usable: bool,
    /// 作った日時
    created_at: Moment,
    /// 期限
    expires_at: Moment,
    /// 最後に使った日時（5分ほどの幅があります）
    used_at: Option<Moment>,
    /// 取り消した日時
    revoked_at: Option<Moment>,
}

#[utoipa::path(
    get, path = "/tokens", tag = TAG, operation_id = "list_tokens",
    summary = "トークンの一覧",
    description = "自分のトークン。人を管理する役割なら、組織の全員のトークンです。読むだけのトークンでは見られません。",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn list(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let now = context.now();
    let body = |token: Token| TokenBody {
        usable: token.is_usable(now),
        id: token.id,
        account_id: token.account,
        owner: token.owner,
        name: token.name,
        scope: token.scope.id(),
        created_at: token.created_at.into(),
        expires_at: token.expires_at.into(),
        used_at: token.used_at.map(Moment::from),
        revoked_at: token.revoked_at.map(Moment::from),
    };
    let tokens = token::list(&context).await?;
    Ok(Json(ListBody { items: tokens.into_iter().map(body).collect() }))
}
