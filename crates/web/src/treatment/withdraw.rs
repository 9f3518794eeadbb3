//! Asks before a decision is taken back.

use app::Error;
use app::risk::find;
use app::treatment;
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
    let (here, label, version) = (format!("/risks/{id}"), found.risk.label(), found.risk.version.to_string());
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&label, &here)],
        ..Page::new("対応の決定を取りやめますか", Section::Risks, &frame)
    };
    let action = format!("{here}/treatment/withdraw");
    let confirm = Confirm {
        consequences: &[
            "このリスクは、対応が決まっていないリスクに戻ります。",
            "決めた作業は「対策計画」から消え、承認もなくなります。",
        ],
        undo: "「記録」に残るので、あとから元に戻せます。",
        action: &action,
        fields: &[("seen", &version)],
        label: "取りやめる",
        cancel_href: &here,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn withdraw(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let here = format!("/risks/{id}#treatment");
    match treatment::withdraw(&person.context, &state.catalog, risk_id(&id)?, Posted(pairs).seen()).await {
        Ok(_) => Ok(see_other_with(&here, &Notice::success("対応の決定を取りやめました。記録から元に戻せます。"))),
        Err(Error::Stale) => Ok(see_other_with(
            &here,
            &Notice::warning("ほかの人が先に変更しました。今の内容を確かめてから、もう一度取りやめてください。"),
        )),
        Err(error) => Err(error.into()),
    }
}
