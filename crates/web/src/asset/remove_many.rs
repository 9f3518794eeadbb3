//! Asks before many assets are removed.

use app::asset;
use app::risk::going_with;
use axum::Form;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::address::Address;
use super::posted::Posted;
use super::{bulk, words};
use crate::Failure;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::request::{ListAddress as _, Person, see_other_with};

/// All that the filter finds.
pub(super) async fn ask_matching(person: Person, Query(address): Query<Address>) -> Result<Response, Failure> {
    let text = address.text();
    page(&person, &Posted(vec![("matching".into(), text.clone()), ("back".into(), text)])).await
}

/// The ticked ones.
pub(super) async fn ask(person: Person, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Failure> {
    page(&person, &Posted(pairs)).await
}

async fn page(person: &Person, posted: &Posted) -> Result<Response, Failure> {
    let Some(preview) = bulk::preview(person, posted).await? else { return Ok(bulk::nothing_ticked(posted)) };
    let going = going_with(&person.context, &posted.selection()).await?;
    let with_them = words::going(&going);
    let consequences: Vec<&str> =
        ["台帳から消え、一覧やExcelの出力に出なくなります。"].into_iter().chain(with_them.as_deref()).collect();
    let undo = format!("「記録」に残るので、あとから1件ずつ元に戻せます。{}", words::coming_back(&going));
    let (title, back) = (format!("{}を削除しますか", words::total(preview.total)), posted.back());
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets")],
        ..Page::new(&title, Section::Assets, &frame)
    };
    let fields = posted.kept();
    let confirm = Confirm {
        consequences: &consequences,
        undo: &undo,
        action: "/assets/bulk/remove/confirmed",
        fields: &fields,
        label: "削除する",
        cancel_href: &back,
        ..Confirm::default()
    };
    Ok(page.render(html! { (bulk::names(&preview)) (confirm.render()) }).into_response())
}

pub(super) async fn remove(person: Person, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    let going = going_with(&person.context, &posted.selection()).await?;
    let removed = asset::remove_many(&person.context, &posted.selection()).await?;
    let words = format!("{}件を削除しました。{}記録から元に戻せます。", words::thousands(removed), words::gone(&going));
    Ok(see_other_with(&posted.back(), &Notice::success(words)))
}
