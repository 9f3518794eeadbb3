//! Asks before one risk is removed.

use app::Error;
use app::risk::{self, find};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::response::Response;
use maud::Markup;

use super::posted::Posted;
use super::risk_id;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn ask(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = find(&person.context, &state.catalog, risk_id(&id)?).await?;
    if !found.changeable {
        return Err(Error::Forbidden.into());
    }
    let label = found.risk.label();
    let (title, here) = (format!("「{label}」を削除しますか"), format!("/risks/{id}"));
    let (version, action) = (found.risk.version.to_string(), format!("/risks/{id}/remove"));
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&label, &here)],
        ..Page::new(&title, Section::Risks, &frame)
    };
    let confirm = Confirm {
        consequences: &["リスクの一覧から消えます。決めた対応、作業、承認も、いっしょに消えます。"],
        undo: "「記録」に残るので、あとから元に戻せます。",
        action: &action,
        fields: &[("seen", &version)],
        label: "削除する",
        cancel_href: &here,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn remove(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (risk, posted) = (risk_id(&id)?, Posted(pairs));
    let label = find(&person.context, &state.catalog, risk).await?.risk.label();
    match risk::remove(&person.context, risk, posted.seen()).await {
        Ok(()) => {
            let notice = Notice::success(format!("「{label}」を削除しました。記録から元に戻せます。"));
            Ok(see_other_with("/risks", &notice))
        }
        Err(Error::Stale) => {
            let notice =
                Notice::warning("ほかの人が先に変更しました。今の内容を確かめてから、もう一度削除してください。");
            Ok(see_other_with(&format!("/risks/{id}"), &notice))
        }
        Err(error) => Err(error.into()),
    }
}
