//! The second step: a code of the app, a recovery code, or a passkey.

use app::account;
use axum::Form as Sent;
use axum::extract::{Query, State as Shared};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use super::next::{Next, with_session};
use super::waiting::HalfSignedIn;
use crate::account::ceremony::{Passkeys, passkey_form, passkey_script};
use crate::account::refused;
use crate::components::{FieldErrors, Form, Notice, TextField, TextKind, Width, submit};
use crate::layout::PlainPage;
use crate::request::{see_other, see_other_with};
use crate::{Failure, State};

/// With so few recovery codes left, a person is told to make new ones.
const FEW: u64 = 3;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CodeForm {
    code: String,
    next: String,
}

pub(super) async fn show(half: HalfSignedIn, passkeys: Passkeys, Query(next): Query<Next>) -> Markup {
    page(&half, &passkeys, &next, &FieldErrors::new())
}

pub(super) async fn finish(
    Shared(state): Shared<State>,
    half: HalfSignedIn,
    passkeys: Passkeys,
    Sent(form): Sent<CodeForm>,
) -> Result<Response, Failure> {
    let next = Next::wanted(&form.next);
    let done = match account::second_step(&half.visitor, &half.session, &form.code).await {
        Ok(done) => done,
        Err(error) => return refused(error, |errors| page(&half, &passkeys, &next, errors)),
    };
    let to = match done.recovery_codes_left {
        None => see_other(next.page()),
        Some(left) if left <= FEW => see_other_with(
            "/account",
            &Notice::warning(format!("回復コードの残りが{left}個です。新しい回復コードを作ってください。")),
        ),
        Some(left) => see_other_with(
            next.page(),
            &Notice::information(format!("回復コードを使いました。残りは{left}個です。使ったコードは消してください。")),
        ),
    };
    Ok(with_session(to, &done.sign_in.session, &state.settings))
}

fn page(half: &HalfSignedIn, passkeys: &Passkeys, next: &Next, errors: &FieldErrors) -> Markup {
    let lead =
        html! { p { "パスワードを確認しました。もう一つ、" (half.waiting.name) "さん本人であることを確かめます。" } };
    let form = html! {
        input type="hidden" name="next" value=(next.page());
        (TextField {
            kind: TextKind::OneTimeCode,
            name: "code",
            label: "コード",
            required: true,
            support: "スマートフォンの認証アプリで「Sonae」に出ている6桁の数字",
            width: Width::Medium,
            ..TextField::default()
        }.render(errors))
        div.actions { (submit("サインイン")) }
    };
    PlainPage { errors, lead: Some(lead), ..PlainPage::new("2段階目の確認") }.render(html! {
        (Form { action: "/sign-in/second-step", ..Form::default() }.render(form))
        @if half.waiting.has_passkey && matches!(passkeys, Passkeys::Here(_)) {
            h2 { "コードの代わりにパスキーを使う" }
            (passkey_form("/sign-in/second-step/passkey", "パスキーで確認", &[("next", next.page())]))
            (passkey_script())
        }
        details.definition {
            summary { "認証アプリが手元にないとき" }
            div {
                p { "2段階認証を始めたときに控えた「回復コード」を、上の『コード』に入力してください。1つのコードは1回だけ使えます。" }
                p { "回復コードもないときは、組織の情報セキュリティ責任者かシステム管理者に相談してください。" }
            }
        }
        p { a href="/sign-in" { "最初からやり直す" } }
    })
}
