//! Signing in with a passkey alone.

use app::Secret;
use app::account::{self, sign_out};
use axum::Json;
use axum::extract::{Query, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::{Markup, html};

use super::next::{Next, with_session};
use crate::State;
use crate::account::ceremony::{Answer, JsonFailure, Passkeys, challenge, go_to, passkey_form, passkey_script};
use crate::layout::PlainPage;
use crate::request::{Guest, session_secret};

/// For browsers without JavaScript, and for whoever comes by a link.
pub(super) async fn show(passkeys: Passkeys, Query(next): Query<Next>) -> Markup {
    let lead = html! {
        p { "登録したスマートフォンやPCで、指紋・顔・暗証番号を使ってサインインします。メールアドレスの入力はいりません。" }
    };
    PlainPage { lead: Some(lead), ..PlainPage::new("パスキーでサインイン") }.render(html! {
        @match &passkeys {
            Passkeys::Here(_) => {
                (passkey_form("/sign-in/passkey", "パスキーでサインイン", &[("next", next.page())]))
                noscript {
                    p { "パスキーには、ブラウザーの JavaScript が必要です。使えないときは、パスワードでサインインしてください。" }
                }
                (passkey_script())
            }
            other => { (other.explanation()) }
        }
        p { a href=(next.behind("/sign-in")) { "パスワードでサインインする" } }
    })
}

pub(super) async fn begin(
    Guest(visitor): Guest,
    passkeys: Passkeys,
    Json(_): Json<serde_json::Value>,
) -> Result<Response, JsonFailure> {
    Ok(challenge(&account::begin_passkey_sign_in(&visitor, passkeys.party()?).await?))
}

pub(super) async fn finish(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
    passkeys: Passkeys,
    Json(answer): Json<Answer>,
) -> Result<Response, JsonFailure> {
    let ceremony = Secret::received(answer.ceremony);
    let done = account::finish_passkey_sign_in(&visitor, passkeys.party()?, &ceremony, answer.answer).await?;
    if let Some(before) = session_secret(&headers, &state.settings) {
        sign_out(&visitor, &before.hash()).await?;
    }
    let to = Next::wanted(&answer.next);
    Ok(with_session(go_to(to.page()), &done.session, &state.settings))
}
