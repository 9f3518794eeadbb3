//! Lets a person go.

use app::people;
use app::{AccountId, Error};
use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use super::key;
use crate::Failure;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(account): Path<String>) -> Result<Markup, Failure> {
    let account: AccountId = key(&account, "人")?;
    let member = people::find(&person.context, account).await?;
    let title = format!("{}さんを組織から外しますか", member.name);
    let own = format!("/people/{account}");
    let frame = person.frame();
    let page = Page {
        breadcrumbs: &[Crumb::link("人と役割", "/people"), Crumb::link(&member.name, &own)],
        ..Page::new(&title, Section::Settings, &frame)
    };
    let consequences = [
        "この組織での役割がすべてなくなります。",
        "今サインインしていても、すぐにこの組織の画面を開けなくなります。",
        "この人が作ったAPIトークン（ほかのプログラムからつなぐための鍵）は使えなくなります。",
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

pub(super) async fn remove(person: Person, Path(account): Path<String>) -> Result<Response, Failure> {
    let account: AccountId = key(&account, "人")?;
    let member = people::find(&person.context, account).await?;
    match people::remove(&person.context, account).await {
        // Who lets themselves go sees no list of people any more.
        Ok(()) if account == person.signed.account.id => {
            Ok(see_other_with("/", &Notice::success(format!("「{}」から外れました。", person.organization.name))))
        }
        Ok(()) => Ok(see_other_with("/people", &Notice::success(format!("{}さんを組織から外しました。", member.name)))),
        Err(error @ Error::Refused(_)) => {
            Ok(see_other_with(&format!("/people/{account}"), &Notice::warning(error.to_string())))
        }
        Err(error) => Err(error.into()),
    }
}
