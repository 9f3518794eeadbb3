//! The first page of all: mail address and password.

use app::account::{self, Stage, resume, sign_out};
use app::organization::is_first_run;
use axum::Form as Sent;
use axum::extract::{Query, State as Shared};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::next::{Next, with_session};
use crate::account::ceremony::{Passkeys, passkey_form, passkey_script};
use crate::account::refused;
use crate::components::{FieldErrors, Form, Notice, TextField, TextKind, submit};
use crate::layout::PlainPage;
use crate::request::{Guest, Notices, see_other, session_secret};
use crate::{Failure, State};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct SignInForm {
    email: String,
    password: String,
    next: String,
}

pub(super) async fn show(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
    Query(next): Query<Next>,
    Notices(notices): Notices,
    passkeys: Passkeys,
) -> Result<Response, Failure> {
    if is_first_run(&visitor).await? {
        return Ok(see_other("/setup"));
    }
    if let Some(secret) = session_secret(&headers, &state.settings)
        && resume(&visitor, &secret.hash()).await.is_ok_and(|signed| signed.stage == Stage::SignedIn)
    {
        return Ok(see_other(next.page()));
    }
    Ok(page("", &next, &notices, &FieldErrors::new(), &passkeys).into_response())
}

pub(super) async fn sign_in(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
    passkeys: Passkeys,
    Sent(form): Sent<SignInForm>,
) -> Result<Response, Failure> {
    let next = Next::wanted(&form.next);
    let signed = match account::sign_in(&visitor, &form.email, form.password).await {
        Ok(signed) => signed,
        Err(error) => return refused(error, |errors| page(&form.email, &next, &[], errors, &passkeys)),
    };
    if let Some(before) = session_secret(&headers, &state.settings) {
        sign_out(&visitor, &before.hash()).await?;
    }
    let to = match signed.stage {
        Stage::SignedIn => next.page().to_owned(),
        Stage::SecondFactor => next.behind("/sign-in/second-step"),
    };
    Ok(with_session(see_other(&to), &signed.session, &state.settings))
}

fn page(email: &str, next: &Next, notices: &[Notice], errors: &FieldErrors, passkeys: &Passkeys) -> Markup {
    let form = html! {
        input type="hidden" name="next" value=(next.page());
        (TextField {
            kind: TextKind::Email,
            name: "email",
            label: "メールアドレス",
            required: true,
            value: email,
            autocomplete: "username",
            ..TextField::default()
        }.render(errors))
        (TextField {
            kind: TextKind::CurrentPassword,
            name: "password",
            label: "パスワード",
            required: true,
            ..TextField::default()
        }.render(errors))
        div.actions { (submit("サインイン")) }
    };
    PlainPage { notices, errors, ..PlainPage::new("サインイン") }.render(html! {
        (Form { action: "/sign-in", ..Form::default() }.render(form))
        @if let Passkeys::Here(_) | Passkeys::Elsewhere(_) = passkeys {
            h2 { "パスキーを登録した方" }
            (passkey_form("/sign-in/passkey", "パスキーでサインイン", &[("next", next.page())]))
            (passkey_script())
        }
        details.definition {
            summary { "パスワードを忘れたとき" }
            div {
                p {
                    "Sonae を動かしている人（システム管理者）に頼んでください。そのPCで新しいパスワードを決められます。"
                    "パスキーを登録してあれば、パスキーでサインインできます。"
                }
            }
        }
    })
}
