//! Invites somebody.

use app::invitation::{self, NewInvitation};
use axum::Form as Fields;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::link;
use crate::components::{ButtonKind, Crumb, FieldErrors, Form, LinkButton, TextField, TextKind, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::people::role_fields::{RoleFields, RoleForm};
use crate::request::Person;
use crate::{Failure, State};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    email: String,
    role: String,
    department: String,
}

pub(super) async fn ask(person: Person) -> Result<Markup, Failure> {
    page(&person, Wanted::default(), &FieldErrors::new()).await
}

pub(super) async fn invite(
    Shared(state): Shared<State>,
    person: Person,
    Fields(wanted): Fields<Wanted>,
) -> Result<Response, Failure> {
    let role = wanted.role_form();
    let new = NewInvitation { email: wanted.email.clone(), role: role.role(), department: role.department() };
    match invitation::invite(&person.context, new).await {
        Ok(issued) => Ok(link::show(&state, &person, &issued).await.into_response()),
        Err(error) => {
            let page = page(&person, wanted, &field_errors(error)?).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

impl Wanted {
    fn role_form(&self) -> RoleForm {
        RoleForm { role: self.role.clone(), department: self.department.clone() }
    }
}

async fn page(person: &Person, wanted: Wanted, errors: &FieldErrors) -> Result<Markup, Failure> {
    let fields = RoleFields::read(&person.context).await?;
    if fields.is_empty() {
        return Err(app::Error::Forbidden.into());
    }
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("人と役割", "/people")],
        lead: Some(html! {
            p { "招待すると、一度だけ使えるリンクができます。7日のあいだ有効です。" }
        }),
        ..Page::new("人を招待する", Section::Settings, &frame)
    };
    let email = TextField {
        kind: TextKind::Email,
        name: "email",
        label: "メールアドレス",
        required: true,
        support: "招待された人は、このアドレスでサインインします。例：taro@example.co.jp",
        value: &wanted.email,
        autocomplete: "off",
        ..TextField::default()
    };
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/people", ..LinkButton::default() };
    Ok(page.render(Form { action: "/people/invite", ..Form::default() }.render(html! {
        (email.render(errors))
        (fields.render(&wanted.role_form(), errors))
        div.actions { (submit("招待する")) (cancel.render()) }
    })))
}
