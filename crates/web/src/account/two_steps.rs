//! Setting up the authenticator app: the password, then the QR code and a first code from the app.

use app::account::{self, TotpSetUp, pending_totp};
use axum::Form as Sent;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::qr::qr;
use super::recovery_codes;
use super::words::{ACCOUNT, PasswordAgain, password_again, refused, two_steps_explained};
use crate::Failure;
use crate::components::{FieldErrors, Form, Notice, Step, TextField, TextKind, Width, steps, submit};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person, see_other, see_other_with};

const STEPS: [Step<'static>; 3] = [
    Step { title: "パスワードの確認", href: None },
    Step { title: "アプリの登録", href: None },
    Step { title: "回復コードの控え", href: None },
];

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CodeForm {
    code: String,
}

pub(super) async fn show(person: Person) -> Markup {
    first(&person, &FieldErrors::new())
}

pub(super) async fn begin(
    Guest(visitor): Guest,
    person: Person,
    Sent(form): Sent<PasswordAgain>,
) -> Result<Response, Failure> {
    match account::begin_totp(&visitor, &person.signed, form.password).await {
        Ok(_) => Ok(see_other("/account/two-steps/app")),
        Err(error) => refused(error, |errors| first(&person, errors)),
    }
}

pub(super) async fn show_app(Guest(visitor): Guest, person: Person) -> Result<Response, Failure> {
    match pending_totp(&visitor, &person.signed).await? {
        Some(begun) => Ok(second(&person, &begun, &picture(&begun)?, &FieldErrors::new()).into_response()),
        None => Ok(see_other("/account/two-steps")),
    }
}

pub(super) async fn confirm(
    Guest(visitor): Guest,
    person: Person,
    Sent(form): Sent<CodeForm>,
) -> Result<Response, Failure> {
    match account::confirm_totp(&visitor, &person.signed, &form.code).await {
        Ok(codes) => Ok(recovery_codes::shown_once(&person, &codes, Some(steps(&STEPS, 2))).into_response()),
        Err(error) => {
            let Some(begun) = pending_totp(&visitor, &person.signed).await? else {
                return Ok(see_other_with("/account/two-steps", &Notice::warning(error.to_string())));
            };
            let picture = picture(&begun)?;
            refused(error, |errors| second(&person, &begun, &picture, errors))
        }
    }
}

fn first(person: &Person, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let lead = html! {
        p { "スマートフォンに「認証アプリ」を用意してください。Google Authenticator、Microsoft Authenticator などの無料のアプリや、iPhone の「パスワード」が使えます。" }
    };
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &ACCOUNT,
        lead: Some(lead),
        ..Page::new("2段階認証の設定", Section::Account, &frame)
    };
    page.render(html! {
        (steps(&STEPS, 0))
        (two_steps_explained())
        (Form { action: "/account/two-steps", ..Form::default() }.render(html! {
            (password_again(errors))
            div.actions { (submit("次へ")) a href="/account" { "やめる" } }
        }))
    })
}

fn picture(begun: &TotpSetUp) -> Result<Markup, Failure> {
    qr(&begun.url, "認証アプリで読み取るQRコード")
}

fn second(person: &Person, begun: &TotpSetUp, picture: &Markup, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page { errors, breadcrumbs: &ACCOUNT, ..Page::new("2段階認証の設定", Section::Account, &frame) };
    page.render(html! {
        (steps(&STEPS, 1))
        h2 { "1. 認証アプリで読み取る" }
        p { "認証アプリを開き、「＋」や「追加」から「QRコードをスキャン」を選んで、下の図を写してください。" }
        (picture)
        p { "この画面をスマートフォンで見ているときは、" a href=(begun.url) { "このスマートフォンの認証アプリに登録" } "できます。" }
        p { "どちらもできないときは、アプリで「キーを入力」を選んで、次の文字を入力してください。" }
        p.secret { (begun.key) }
        p { "アカウント名は「" (person.signed.account.email) "」、種類は「時間ベース」を選んでください。" }
        h2 { "2. アプリに出た数字を入力する" }
        (Form { action: "/account/two-steps/app", ..Form::default() }.render(html! {
            (TextField {
                kind: TextKind::OneTimeCode,
                name: "code",
                label: "確認コード",
                required: true,
                support: "アプリで「Sonae」に出ている6桁の数字。30秒ごとに変わります。",
                width: Width::Medium,
                ..TextField::default()
            }.render(errors))
            div.actions { (submit("2段階認証を始める")) a href="/account" { "やめる" } }
        }))
    })
}
