//! Lets a person go.

use app::AccountId;
use app::people;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

use super::key;
use crate::Failure;
use crate::components::{Confirm, Crumb, FieldErrors, Notice};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(account): Path<String>) -> Result<Markup, Failure> {
    page(&person, key(&account, "人")?, &FieldErrors::new()).await
}

pub(super) async fn remove(person: Person, Path(account): Path<String>) -> Result<Response, Failure> {
    let account: AccountId = key(&account, "人")?;
    let member = people::find(&person.context, account).await?;
    match people::remove(&person.context, account).await {
        // Who lets themselves go sees no list of people any more.
        Ok(()) if account == person.signed.account.id => {
            Ok(see_other_with("/", &Notice::success(format!("「{}」から外れました。", person.organization.name))))
        }
        Ok(()) => Ok(see_other_with("/people", &Notice::success(format!("{}さんを組織から外しました。", member.name)))),
        Err(error) => {
            let page = page(&person, account, &field_errors(error)?).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn page(person: &Person, account: AccountId, errors: &FieldErrors) -> Result<Markup, Failure> {
    let member = people::find(&person.context, account).await?;
    let title = format!("{}さんを組織から外しますか", member.name);
    let own = format!("/people/{account}");
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("人と役割", "/people"), Crumb::link(&member.name, &own)],
        ..Page::new(&title, Section::Settings, &frame)
    };
    let consequences = [
        "この組織での役割がすべてなくなります。",
        "今サインインしていても、すぐにこの組織の画面を開けなくなります。",
        "この人が出した招待のうち、返事を待っているものは取り消されます。",
        "この人がこれまでに行った変更と記録は、そのまま残ります。",
    ];
    let confirm = Confirm {
        consequences: &consequences,
        undo: "もう一度使えるようにするには、あらためて招待します。",
        action: &format!("{own}/remove"),
        label: "組織から外す",
        cancel_href: &own,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}
