//! The first page of all: the organization and its first person. Open to whoever reaches it first, and only
//! while there is no organization.

use app::account::{MINIMUM_LENGTH, sign_in};
use app::organization::{Establishment, FirstPerson, LONGEST_NAME, establish, is_first_run};
use axum::Form as Sent;
use axum::extract::State as Shared;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::way;
use crate::components::{FieldErrors, Form, TextField, TextKind, submit};
use crate::failure::field_errors;
use crate::layout::PlainPage;
use crate::request::{Guest, see_other, session_cookie};
use crate::{Failure, State};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct BeginForm {
    organization: String,
    name: String,
    email: String,
    password: String,
}

pub(super) async fn form(Guest(visitor): Guest) -> Result<Response, Failure> {
    if is_first_run(&visitor).await? {
        Ok(page(&BeginForm::default(), &FieldErrors::new()).into_response())
    } else {
        Ok(see_other("/sign-in"))
    }
}

pub(super) async fn begin(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    Sent(form): Sent<BeginForm>,
) -> Result<Response, Failure> {
    if !is_first_run(&visitor).await? {
        return Ok(see_other("/sign-in"));
    }
    let wanted = Establishment {
        organization: form.organization.clone(),
        person: FirstPerson { name: form.name.clone(), email: form.email.clone(), password: form.password.clone() },
    };
    if let Err(error) = establish(&visitor, wanted).await {
        let page = page(&form, &field_errors(error)?);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let signed = sign_in(&visitor, &form.email, form.password).await?;
    let mut response = see_other("/setup/profile");
    response.headers_mut().append(header::SET_COOKIE, session_cookie(&signed.session, &state.settings));
    Ok(response)
}

fn page(form: &BeginForm, errors: &FieldErrors) -> Markup {
    let page = PlainPage {
        errors,
        above_title: Some(way(0)),
        lead: Some(html! {
            p { "このソフトウェアを使う会社と、最初に使う人を決めます。最初の人は情報セキュリティ責任者になり、すべての操作ができます。" }
        }),
        is_wide: true,
        ..PlainPage::new("はじめに")
    };
    let field = TextField { required: true, ..TextField::default() };
    let organization = TextField {
        name: "organization",
        label: "組織名",
        support: "会社や団体の正式な名前。あとから変えられます。例：見本商事株式会社",
        value: &form.organization,
        autocomplete: "organization",
        maximum_length: Some(LONGEST_NAME),
        ..field.clone()
    };
    let name =
        TextField {
            name: "name", label: "あなたの氏名", value: &form.name, autocomplete: "name", ..field.clone()
        };
    let email = TextField {
        kind: TextKind::Email,
        name: "email",
        label: "メールアドレス",
        support: "次からサインインするときに使います。",
        value: &form.email,
        autocomplete: "username",
        ..field.clone()
    };
    let support = format!("{MINIMUM_LENGTH}文字以上。関係のない言葉を4つほど並べると、強くて覚えやすくなります。");
    let password =
        TextField {
            kind: TextKind::NewPassword, name: "password", label: "パスワード", support: &support, ..field
        };
    page.render(Form { action: "/setup", ..Form::default() }.render(html! {
        (organization.render(errors))
        (name.render(errors))
        (email.render(errors))
        (password.render(errors))
        div.actions { (submit("はじめる")) }
    }))
}
