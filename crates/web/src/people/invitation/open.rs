//! What a person with a link sees.

use app::account::{self, MINIMUM_LENGTH, Signed, Stage};
use app::invitation::{Closed, Link, Opened, open as look};
use app::{Error, Secret, Visitor};
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::components::{ButtonKind, FieldErrors, Form, LinkButton, TextField, TextKind, description_list, submit};
use crate::layout::PlainPage;
use crate::people::words;
use crate::request::{Guest, session_secret};
use crate::{Failure, State};

pub(super) async fn open(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let signed = signed_in(&visitor, &headers, &state).await?;
    page(&visitor, &Secret::received(secret), signed.as_ref(), "", &FieldErrors::new()).await
}

/// Who is signed in, if anybody.
pub(super) async fn signed_in(
    visitor: &Visitor,
    headers: &HeaderMap,
    state: &State,
) -> Result<Option<Signed>, Failure> {
    let Some(session) = session_secret(headers, &state.settings) else { return Ok(None) };
    match account::resume(visitor, &session.hash()).await {
        Ok(signed) => Ok((signed.stage == Stage::SignedIn).then_some(signed)),
        Err(Error::SignedOut) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The page of the link, with what is wrong with its form.
pub(super) async fn page(
    visitor: &Visitor,
    secret: &Secret,
    signed: Option<&Signed>,
    name: &str,
    errors: &FieldErrors,
) -> Result<Response, Failure> {
    let link = match look(visitor, secret).await? {
        Opened::Open(link) => link,
        Opened::Closed(closed) => return Ok((StatusCode::GONE, is_closed(closed)).into_response()),
    };
    let title = format!("「{}」への招待", link.organization_name);
    let page = PlainPage {
        errors,
        lead: Some(html! { p { (link.invitation.invited_by) "さんから招待が届いています。" } }),
        ..PlainPage::new(&title)
    };
    let invitation = &link.invitation;
    let page = page.render(html! {
        (description_list(&[
            ("あて先", html! { (invitation.email) }),
            ("役割", html! { (words::offered(invitation)) br; (invitation.role.explanation()) }),
            ("期限", html! { (words::moment(invitation.expires_at)) "まで" }),
        ]))
        (way_in(&link, secret, signed, name, errors))
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

fn is_closed(closed: Closed) -> Markup {
    let sign_in = LinkButton { label: "サインインする", href: "/sign-in", ..LinkButton::default() };
    PlainPage::new("この招待のリンクは使えません").render(html! {
        p { (closed.explanation()) }
        @if closed == Closed::Accepted { div.actions { (sign_in.render()) } }
    })
}

fn way_in(link: &Link, secret: &Secret, signed: Option<&Signed>, name: &str, errors: &FieldErrors) -> Markup {
    let address = format!("/invitations/{}", secret.reveal());
    match signed {
        Some(signed) if link.is_for(&signed.account) => html! {
            p { (signed.account.name) "さんとしてサインインしています。" }
            (Form { action: &format!("{address}/join"), ..Form::default() }
                .render(html! { div.actions { (submit("参加する")) } }))
        },
        Some(signed) => html! {
            p {
                "今は「" (signed.account.email) "」でサインインしています。この招待は別のアドレスあてです。"
                "サインアウトしてから、このリンクを開き直してください。"
            }
            (Form { action: "/sign-out", ..Form::default() }
                .render(html! { div.actions { button.button type="submit" { "サインアウト" } } }))
        },
        None if link.has_account => {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &address).finish();
            let href = format!("/sign-in?{query}");
            let sign_in = LinkButton {
                kind: ButtonKind::Primary,
                label: "サインインして参加する",
                href: &href,
                ..LinkButton::default()
            };
            html! {
                p { "このアドレスのアカウントはもうあります。サインインすると、参加するかどうかを選べます。" }
                div.actions { (sign_in.render()) }
            }
        }
        None => new_account(link, &address, name, errors),
    }
}

fn new_account(link: &Link, address: &str, name: &str, errors: &FieldErrors) -> Markup {
    let email = TextField {
        kind: TextKind::Email,
        name: "email",
        label: "メールアドレス",
        support: "サインインに使います。招待されたアドレスのままで、変えられません。",
        value: &link.invitation.email,
        autocomplete: "username",
        is_read_only: true,
        ..TextField::default()
    };
    let name = TextField {
        name: "name",
        label: "氏名",
        required: true,
        support: "ほかの人に見える名前です。例：見本 太郎",
        value: name,
        autocomplete: "name",
        ..TextField::default()
    };
    let support =
        format!("{MINIMUM_LENGTH}文字以上。関係のない言葉を4つほど並べると、覚えやすく、推測されにくくなります。");
    let password = TextField {
        kind: TextKind::NewPassword,
        name: "password",
        label: "パスワード",
        required: true,
        support: &support,
        ..TextField::default()
    };
    html! {
        h2 { "アカウントを作って参加する" }
        (Form { action: address, ..Form::default() }.render(html! {
            (email.render(errors))
            (name.render(errors))
            (password.render(errors))
            div.actions { (submit("アカウントを作って参加する")) }
        }))
    }
}
