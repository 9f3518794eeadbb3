//! Turning 2段階認証 off, after asking.

use app::account;
use axum::Form as Sent;
use axum::response::Response;
use maud::Markup;

use super::words::{ACCOUNT, PasswordAgain, password_again, refused};
use crate::Failure;
use crate::components::{Confirm, FieldErrors, Notice};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person, see_other_with};

pub(super) async fn show(person: Person) -> Markup {
    page(&person, &FieldErrors::new())
}

pub(super) async fn turn_off(
    Guest(visitor): Guest,
    person: Person,
    Sent(form): Sent<PasswordAgain>,
) -> Result<Response, Failure> {
    match account::turn_off_totp(&visitor, &person.signed, form.password).await {
        Ok(()) => Ok(see_other_with("/account", &Notice::success("2段階認証をやめました。"))),
        Err(error) => refused(error, |errors| page(&person, errors)),
    }
}

fn page(person: &Person, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page {
        errors, breadcrumbs: &ACCOUNT, ..Page::new("2段階認証をやめますか", Section::Account, &frame)
    };
    page.render(
        Confirm {
            consequences: &[
                "メールアドレスとパスワードだけでサインインできるようになります。",
                "今の回復コードは使えなくなります。",
            ],
            undo: "あとから、もう一度始められます。",
            action: "/account/two-steps/off",
            question: Some(password_again(errors)),
            label: "2段階認証をやめる",
            cancel_href: "/account",
            ..Confirm::default()
        }
        .render(),
    )
}
