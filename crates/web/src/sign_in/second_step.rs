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
use crate::components::{Button, FieldErrors, Form, Notice, TextField, TextKind, Width, submit};
use crate::layout::PlainPage;
use crate::request::{see_other, see_other_with};
use crate::{Failure, State};

/// A field of its own: a phone offers only digits for the other.
const RECOVERY_CODE: &str = "recovery_code";
/// With so few recovery codes left, a person is told to make new ones.
const FEW: u64 = 3;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CodeForm {
    code: String,
    recovery_code: String,
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
    let recovers = !form.recovery_code.trim().is_empty();
    let code = if recovers { &form.recovery_code } else { &form.code };
    let done = match account::second_step(&half.visitor, &half.session, code).await {
        Ok(done) => done,
        Err(error) => {
            return refused(error, |errors| match recovers {
                true => page(&half, &passkeys, &next, &of_recovery_code(errors)),
                false => page(&half, &passkeys, &next, errors),
            });
        }
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
    let recovery = html! {
        input type="hidden" name="next" value=(next.page());
        (TextField {
            name: RECOVERY_CODE,
            label: "回復コード",
            required: true,
            support: "4文字ずつ4組の文字。ハイフンや大文字・小文字の違いは気にしなくてかまいません。",
            autocomplete: "off",
            ..TextField::default()
        }.render(errors))
        div.actions { (Button { label: "回復コードでサインイン", ..Button::default() }.render()) }
    };
    PlainPage { errors, lead: Some(lead), ..PlainPage::new("2段階目の確認") }.render(html! {
        (Form { action: "/sign-in/second-step", ..Form::default() }.render(form))
        @if half.waiting.has_passkey && matches!(passkeys, Passkeys::Here(_)) {
            h2 { "コードの代わりにパスキーを使う" }
            (passkey_form("/sign-in/second-step/passkey", "パスキーで確認", &[("next", next.page())]))
            (passkey_script())
        }
        details.definition open[errors.of(RECOVERY_CODE).next().is_some()] {
            summary { "認証アプリが手元にないとき" }
            div {
                p { "2段階認証を始めたときに控えた「回復コード」を使ってください。1つのコードは1回だけ使えます。" }
                (Form { action: "/sign-in/second-step", ..Form::default() }.render(recovery))
                p { "回復コードもないときは、Sonae を動かしている人（システム管理者）に頼んでください。そのPCで2段階認証を止められます。" }
            }
        }
        p { a href="/sign-in" { "最初からやり直す" } }
    })
}

/// The same errors at the field that was used.
fn of_recovery_code(errors: &FieldErrors) -> FieldErrors {
    let field = |id: &str| if id == "code" { RECOVERY_CODE.to_owned() } else { id.to_owned() };
    errors.iter().map(|error| (field(&error.field_id), error.message.clone())).collect()
}
