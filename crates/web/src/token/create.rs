//! A new token; its secret is shown once.

use app::token::{LONGEST_DAYS, NewToken, Token, TokenScope, USUAL_DAYS, create_signed};
use app::{Error, Permission, Secret};
use axum::Form as Sent;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::WAY;
use crate::Failure;
use crate::account::{moment, password_again, refused};
use crate::components::{
    ButtonKind, Choice, FieldErrors, Form, LinkButton, Notice, RadioGroup, TextField, TextKind, Width,
    description_list, submit,
};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person};

#[derive(Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    name: String,
    scope: String,
    days: String,
    password: String,
}

impl Default for Wanted {
    fn default() -> Self {
        let scope = TokenScope::Read.id().to_owned();
        Self { name: String::new(), scope, days: USUAL_DAYS.to_string(), password: String::new() }
    }
}

pub(super) async fn ask(person: Person) -> Result<Markup, Failure> {
    if !person.context.allows(Permission::UseApi) {
        return Err(Error::Forbidden.into());
    }
    Ok(page(&person, &Wanted::default(), &FieldErrors::new()))
}

pub(super) async fn create(
    Guest(visitor): Guest,
    person: Person,
    Sent(wanted): Sent<Wanted>,
) -> Result<Response, Failure> {
    let new = NewToken {
        account: person.signed.account.id,
        name: wanted.name.clone(),
        // What is no scope is the smaller one.
        scope: TokenScope::from_id(&wanted.scope).unwrap_or(TokenScope::Read),
        // What is no number is outside of the limits, and is told so.
        days: japanese::matching_key(&wanted.days).parse().unwrap_or_default(),
    };
    match create_signed(&visitor, &person.signed, &person.context, wanted.password.clone(), new).await {
        Ok((token, secret)) => Ok(shown_once(&person, &token, &secret).into_response()),
        Err(error) => refused(error, |errors| page(&person, &wanted, errors)),
    }
}

fn page(person: &Person, wanted: &Wanted, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page { errors, breadcrumbs: &WAY, ..Page::new("トークンを作る", Section::Account, &frame) };
    let scopes = [
        Choice {
            description: "台帳などを読み出せます。何も変えられません。",
            ..Choice::new(TokenScope::Read.id(), TokenScope::Read.title())
        },
        Choice {
            description: "あなたの役割でできることを、すべてできます。",
            ..Choice::new(TokenScope::Write.id(), TokenScope::Write.title())
        },
    ];
    let longest = LONGEST_DAYS.to_string();
    page.render(Form { action: "/account/tokens/new", ..Form::default() }.render(html! {
        (TextField {
            name: "name",
            label: "何に使うか",
            required: true,
            support: "あとで見分けるための名前です。例：在庫管理システムとの連携",
            value: &wanted.name,
            autocomplete: "off",
            maximum_length: Some(100),
            ..TextField::default()
        }.render(errors))
        (RadioGroup {
            name: "scope", label: "できること", required: true, value: &wanted.scope, choices: &scopes, ..RadioGroup::default()
        }.render(errors))
        (TextField {
            kind: TextKind::Number,
            name: "days",
            label: "使える日数",
            required: true,
            support: "過ぎると使えなくなります。短いほど安全です。",
            value: &wanted.days,
            unit: "日",
            minimum: "1",
            maximum: &longest,
            width: Width::Short,
            ..TextField::default()
        }.render(errors))
        (password_again(errors))
        div.actions { (submit("トークンを作る")) a href="/account/tokens" { "やめる" } }
    }))
}

/// The secret, which is not shown again.
fn shown_once(person: &Person, token: &Token, secret: &Secret) -> Markup {
    let frame = person.frame();
    let notices = [Notice::warning("この画面を閉じると、トークンはもう表示できません。今、控えてください。")];
    let page =
        Page {
            notices: &notices, breadcrumbs: &WAY, ..Page::new("トークンができました", Section::Account, &frame)
        };
    let back = LinkButton {
        kind: ButtonKind::Primary,
        label: "控えたので、一覧に戻る",
        href: "/account/tokens",
        ..LinkButton::default()
    };
    page.render(html! {
        (TextField {
            name: "token",
            label: "トークン",
            support: "パスワードと同じように扱ってください。使うソフトウェアにだけ渡し、メールやチャットには書かないでください。",
            value: secret.reveal(),
            autocomplete: "off",
            width: Width::Full,
            is_read_only: true,
            ..TextField::default()
        }.render(&FieldErrors::new()))
        div.actions {
            button.button type="button" data-copy="token" hidden { "トークンをコピーする" }
            span role="status" {}
        }
        h2 { "トークンの内容" }
        (description_list(&[
            ("何に使うか", html! { (token.name) }),
            ("できること", html! { (token.scope.title()) }),
            ("期限", html! { (moment(token.expires_at)) "まで" }),
            ("送り方", html! { code { "Authorization: Bearer トークン" } }),
        ]))
        div.actions { (back.render()) }
    })
}
