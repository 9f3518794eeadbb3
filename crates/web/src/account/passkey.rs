//! One passkey: another name, or removed.

use app::account::{self, Passkey, passkeys};
use app::{Error, PasskeyId, Visitor};
use axum::Form as Sent;
use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use super::words::{ACCOUNT, moment, refused};
use crate::Failure;
use crate::components::{Confirm, FieldErrors, Form, Notice, TextField, description_list, submit};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person, see_other_with};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct NameForm {
    name: String,
}

pub(super) async fn show(Guest(visitor): Guest, person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let passkey = own(&visitor, &person, &id).await?;
    Ok(page(&person, &passkey, &passkey.name, &FieldErrors::new()))
}

pub(super) async fn rename(
    Guest(visitor): Guest,
    person: Person,
    Path(id): Path<String>,
    Sent(form): Sent<NameForm>,
) -> Result<Response, Failure> {
    let passkey = own(&visitor, &person, &id).await?;
    match account::rename_passkey(&visitor, &person.signed, passkey.id, &form.name).await {
        Ok(()) => Ok(see_other_with("/account", &Notice::success("パスキーの名前を保存しました。"))),
        Err(error) => refused(error, |errors| page(&person, &passkey, &form.name, errors)),
    }
}

pub(super) async fn remove(Guest(visitor): Guest, person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    let passkey = own(&visitor, &person, &id).await?;
    account::remove_passkey(&visitor, &person.signed, passkey.id).await?;
    let notice = format!("パスキー「{}」を削除しました。端末に残った鍵も、端末の設定から削除できます。", passkey.name);
    Ok(see_other_with("/account", &Notice::success(notice)))
}

async fn own(visitor: &Visitor, person: &Person, id: &str) -> Result<Passkey, Failure> {
    let missing = || Failure::from(Error::NotFound("パスキー"));
    let id: PasskeyId = id.parse().map_err(|_| missing())?;
    passkeys(visitor, &person.signed).await?.into_iter().find(|passkey| passkey.id == id).ok_or_else(missing)
}

fn page(person: &Person, passkey: &Passkey, name: &str, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let title = format!("パスキー「{}」", passkey.name);
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &ACCOUNT,
        ..Page::new(&title, Section::Account, &frame)
    };
    let address = format!("/account/passkeys/{}", passkey.id);
    let used = passkey.used_at.map_or_else(|| html! { "まだ使っていません" }, moment);
    page.render(html! {
        (description_list(&[
            ("登録した日時", moment(passkey.created_at)),
            ("最後に使った日時", used),
        ]))
        h2 { "名前を変える" }
        (Form { action: &address, ..Form::default() }.render(html! {
            (TextField {
                name: "name",
                label: "パスキーの名前",
                required: true,
                support: "例：会社のPC、自分のスマートフォン",
                value: name,
                maximum_length: Some(50),
                ..TextField::default()
            }.render(errors))
            div.actions { (submit("名前を保存する")) a href="/account" { "アカウントに戻る" } }
        }))
        h2 { "削除する" }
        (Confirm {
            consequences: &["このパスキーではサインインできなくなります。", "パスワードでは、これまでどおりサインインできます。"],
            undo: "もう一度使うには、登録し直してください。",
            action: &format!("{address}/remove"),
            label: "パスキーを削除する",
            cancel_href: "/account",
            ..Confirm::default()
        }.render())
    })
}
