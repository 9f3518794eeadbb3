//! Changes the organization's name.

use app::organization;
use axum::Form as Sent;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use crate::Failure;
use crate::components::{ButtonKind, Crumb, FieldErrors, Form, LinkButton, Notice, TextField, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NameForm {
    name: String,
    version: i64,
}

pub(super) async fn form(person: Person) -> Result<Markup, Failure> {
    person.context.require(app::Permission::EditOrganization)?;
    let form = NameForm { name: person.organization.name.clone(), version: person.organization.version };
    Ok(page(&person, &form, &FieldErrors::new()))
}

pub(super) async fn save(person: Person, Sent(form): Sent<NameForm>) -> Result<Response, Failure> {
    let error = match organization::rename(&person.context, &form.name, form.version).await {
        Ok(_) => return Ok(see_other_with("/organization", &Notice::success("組織名を保存しました。"))),
        // The answer to somebody else's change is on the same form: their name beside one's own.
        Err(app::Error::Stale) => FieldErrors::new().with(
            "name",
            format!(
                "ほかの人が先に変更しました。今の組織名は「{}」です。入力した名前でよければ、もう一度保存してください。",
                person.organization.name
            ),
        ),
        Err(error) => field_errors(error)?,
    };
    let form = NameForm { version: person.organization.version, ..form };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&person, &form, &error)).into_response())
}

fn page(person: &Person, form: &NameForm, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("組織", "/organization")],
        ..Page::new("組織名の変更", Section::Organization, &frame)
    };
    let name = TextField {
        name: "name",
        label: "組織名",
        required: true,
        support: "文書に載せる正式な名前を、「株式会社」などを略さずに書きます。",
        value: &form.name,
        autocomplete: "organization",
        maximum_length: Some(organization::LONGEST_NAME),
        ..TextField::default()
    };
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/organization", ..LinkButton::default() };
    page.render(Form::default().render(html! {
        input type="hidden" name="version" value=(form.version);
        (name.render(errors))
        div.actions { (submit("保存する")) (cancel.render()) }
    }))
}
