//! A new passkey: its name and the password, then the browser asks for finger, face or PIN.

use app::account;
use app::{Error, Secret};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::Response;
use axum::{Form as Sent, Json};
use maud::{Markup, html};
use serde::Deserialize;

use super::ceremony::{
    Answer, JsonFailure, Passkeys, challenge, go_to, new_passkey_form, passkey_message, passkey_script,
};
use super::device::device;
use super::words::{ACCOUNT, PasswordAgain, passkey_explained, password_again, refused};
use crate::Failure;
use crate::components::{FieldErrors, TextField, submit};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct NameForm {
    name: String,
}

pub(super) async fn show(person: Person, passkeys: Passkeys, headers: HeaderMap) -> Markup {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    page(&person, &passkeys, &device(agent.unwrap_or_default()), &FieldErrors::new())
}

/// Where the form arrives without JavaScript.
pub(super) async fn without_script(
    person: Person,
    passkeys: Passkeys,
    Sent(form): Sent<NameForm>,
) -> Result<Response, Failure> {
    let needed = Error::Refused(
        "パスキーの登録には、ブラウザーの JavaScript が必要です。有効にして、もう一度押してください。".into(),
    );
    refused(needed, |errors| page(&person, &passkeys, &form.name, errors))
}

pub(super) async fn begin(
    Guest(visitor): Guest,
    person: Result<Person, Failure>,
    passkeys: Passkeys,
    Json(form): Json<PasswordAgain>,
) -> Result<Response, JsonFailure> {
    let person = person?;
    Ok(challenge(&account::begin_passkey(&visitor, &person.signed, passkeys.party()?, form.password).await?))
}

pub(super) async fn finish(
    Guest(visitor): Guest,
    person: Result<Person, Failure>,
    passkeys: Passkeys,
    Json(answer): Json<Answer>,
) -> Result<Response, JsonFailure> {
    let person = person?;
    let ceremony = Secret::received(answer.ceremony);
    let (signed, party) = (&person.signed, passkeys.party()?);
    let made = account::finish_passkey(&visitor, signed, party, &ceremony, &answer.name, answer.answer).await?;
    Ok(go_to(&format!("/account/passkeys/{}", made.id)))
}

fn page(person: &Person, passkeys: &Passkeys, name: &str, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page { errors, breadcrumbs: &ACCOUNT, ..Page::new("パスキーの登録", Section::Account, &frame) };
    let fields = html! {
        (TextField {
            name: "name",
            label: "パスキーの名前",
            required: true,
            support: "あとで見分けるための名前です。例：会社のPC、自分のスマートフォン",
            value: name,
            maximum_length: Some(50),
            ..TextField::default()
        }.render(errors))
        (password_again(errors))
        (passkey_message())
        div.actions { (submit("登録する")) a href="/account" { "やめる" } }
    };
    page.render(html! {
        (passkey_explained())
        @match passkeys {
            Passkeys::Here(_) => {
                noscript { p { "パスキーの登録には、ブラウザーの JavaScript が必要です。" } }
                p { "ボタンを押すと、ブラウザーが指紋・顔・暗証番号を確かめます。今使っている端末のほか、スマートフォンやセキュリティキーも選べます。" }
                (new_passkey_form("/account/passkeys/new", fields))
                (passkey_script())
            }
            other => { (other.explanation()) p { a href="/account" { "アカウントに戻る" } } }
        }
    })
}
