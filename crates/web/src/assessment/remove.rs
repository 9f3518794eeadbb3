//! Asks before a snapshot is removed.

use app::assessment::{self, find};
use app::{Error, Permission};
use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use super::assessment_id;
use crate::Failure;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let (assessment, _) = find(&person.context, assessment_id(&id)?).await?;
    if !person.context.scope(Permission::EditRisks)?.covers(assessment.department) {
        return Err(Error::Forbidden.into());
    }
    let (here, title) = (format!("/assessments/{id}"), format!("「{}」を削除しますか", assessment.name));
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスクアセスメント", "/assessments"), Crumb::link(&assessment.name, &here)],
        ..Page::new(&title, Section::Risks, &frame)
    };
    let action = format!("{here}/remove");
    let confirm = Confirm {
        consequences: &[
            "この回の結果が見えなくなり、ほかの回と比べられなくなります。",
            "今のリスクと、決めた対応は変わりません。",
        ],
        undo: "「記録」から取り消すと、元に戻ります。",
        action: &action,
        label: "削除する",
        cancel_href: &here,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn remove(person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    let id = assessment_id(&id)?;
    let name = find(&person.context, id).await?.0.name;
    assessment::remove(&person.context, id).await?;
    Ok(see_other_with("/assessments", &Notice::success(format!("「{name}」を削除しました。"))))
}
