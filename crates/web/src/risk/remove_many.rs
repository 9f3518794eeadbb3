//! Asks before the ticked risks are removed.

use app::{Error, Permission, risk};
use axum::Form;
use axum::response::{IntoResponse, Response};

use super::posted::Posted;
use crate::Failure;
use crate::asset::words as plain;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Failure> {
    if !person.context.allows(Permission::EditRisks) {
        return Err(Error::Forbidden.into());
    }
    let posted = Posted(pairs);
    let (chosen, back) = (posted.chosen(), posted.back());
    if chosen.is_empty() {
        return Ok(see_other_with(&back, &Notice::warning("先に、削除するリスクの行を選んでください。")));
    }
    let title = format!("{}件のリスクを削除しますか", plain::thousands(chosen.len() as u64));
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks")],
        ..Page::new(&title, Section::Risks, &frame)
    };
    let ids: Vec<_> = chosen.iter().map(ToString::to_string).collect();
    let mut fields: Vec<_> = ids.iter().map(|id| ("risk", id.as_str())).collect();
    fields.push(("back", posted.get("back")));
    let confirm = Confirm {
        consequences: &["リスクの一覧から消えます。決めた対応、作業、承認も、いっしょに消えます。"],
        undo: "「記録」に残るので、あとから元に戻せます（まとめてでも、1件ずつでも）。",
        action: "/risks/remove/confirmed",
        fields: &fields,
        label: "削除する",
        cancel_href: &back,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()).into_response())
}

pub(super) async fn remove(person: Person, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    let removed = risk::remove_many(&person.context, &posted.chosen()).await?;
    let together = if removed > 1 { "まとめて" } else { "" };
    let words = format!("{}件を削除しました。「記録」から{together}元に戻せます。", plain::thousands(removed));
    Ok(see_other_with(&posted.back(), &Notice::success(words)))
}
