//! A token is withdrawn.

use app::{Error, TokenId, token};
use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use super::WAY;
use crate::Failure;
use crate::components::{Confirm, Notice};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let id = token_id(&id)?;
    let tokens = token::list(&person.context).await?;
    let token = tokens.into_iter().find(|token| token.id == id).ok_or(Error::NotFound("APIトークン"))?;
    let title = format!("トークン「{}」を取り消しますか", token.name);
    let owner = format!("{}さんのトークンです。", token.owner);
    let frame = person.frame();
    let page = Page { breadcrumbs: &WAY, ..Page::new(&title, Section::Account, &frame) };
    let confirm = Confirm {
        consequences: &[&owner, "このトークンを使っているソフトウェアは、すぐに使えなくなります。"],
        undo: "元には戻せません。また必要になったら、新しく作ります。",
        action: &format!("/account/tokens/{id}/revoke"),
        label: "トークンを取り消す",
        cancel_href: "/account/tokens",
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn revoke(person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    token::revoke(&person.context, token_id(&id)?).await?;
    Ok(see_other_with("/account/tokens", &Notice::success("トークンを取り消しました。")))
}

fn token_id(text: &str) -> Result<TokenId, Failure> {
    text.parse().map_err(|_| Error::NotFound("APIトークン").into())
}
