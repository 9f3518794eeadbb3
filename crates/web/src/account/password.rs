//! A new password.

use app::account;
use axum::Form as Sent;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use super::words::{ACCOUNT, refused};
use crate::Failure;
use crate::components::{FieldErrors, Form, Notice, TextField, TextKind, submit};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person, see_other_with};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct PasswordForm {
    present: String,
    password: String,
}

pub(super) async fn show(person: Person) -> Markup {
    page(&person, &FieldErrors::new())
}

pub(super) async fn change(
    Guest(visitor): Guest,
    person: Person,
    Sent(form): Sent<PasswordForm>,
) -> Result<Response, Failure> {
    match account::change_password(&visitor, &person.signed, form.present, form.password).await {
        Ok(0) => Ok(see_other_with("/account", &Notice::success("パスワードを変更しました。"))),
        Ok(ended) => {
            let notice = format!("パスワードを変更しました。ほかの{ended}台の端末はサインアウトしました。");
            Ok(see_other_with("/account", &Notice::success(notice)))
        }
        Err(error) => refused(error, |errors| page(&person, errors)),
    }
}

fn page(person: &Person, errors: &FieldErrors) -> Markup {
    let support = format!(
        "{}文字以上。関係のない言葉を4つほど並べると、長くても覚えやすくなります。名前、会社名、日付は使わないでください。",
        account::MINIMUM_LENGTH
    );
    let fields = html! {
        // Tells password managers whose password it is.
        input type="hidden" name="username" autocomplete="username" value=(person.signed.account.email);
        (TextField {
            kind: TextKind::CurrentPassword,
            name: "present",
            label: "今のパスワード",
            required: true,
            ..TextField::default()
        }.render(errors))
        (TextField {
            kind: TextKind::NewPassword,
            name: "password",
            label: "新しいパスワード",
            required: true,
            support: &support,
            ..TextField::default()
        }.render(errors))
        div.actions { (submit("変更する")) a href="/account" { "やめる" } }
    };
    let frame = person.frame();
    let lead = html! { p { "変更すると、ほかの端末はすべてサインアウトします。" } };
    let page = Page {
        errors,
        breadcrumbs: &ACCOUNT,
        lead: Some(lead),
        ..Page::new("パスワードの変更", Section::Account, &frame)
    };
    page.render(Form { action: "/account/password", ..Form::default() }.render(fields))
}
