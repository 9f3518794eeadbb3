//! Undoes a record, after a question.

use app::audit_log::{self, Undoing};
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

use super::{number, undoing, words};
use crate::components::{Confirm, Crumb, FieldErrors, Notice};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other, see_other_with};
use crate::{Failure, State};

pub(super) async fn ask(
    Shared(state): Shared<State>,
    person: Person,
    Path(sequence): Path<String>,
) -> Result<Response, Failure> {
    person.context.require(app::Permission::UndoChange)?;
    let sequence = number(&sequence)?;
    let record = audit_log::find(&person.context, &state.catalog, sequence).await?;
    match record.undoing {
        Undoing::Possible { .. } => Ok(page(&state, &person, sequence, &FieldErrors::new()).await?.into_response()),
        // The record's own screen says why not.
        _ => Ok(see_other(&format!("/audit-log/{sequence}"))),
    }
}

pub(super) async fn undo(
    Shared(state): Shared<State>,
    person: Person,
    Path(sequence): Path<String>,
) -> Result<Response, Failure> {
    let sequence = number(&sequence)?;
    match audit_log::undo(&person.context, &state.catalog, sequence).await {
        Ok(()) => {
            let notice = Notice::success("取り消しました。取り消したことも、新しい記録として残っています。");
            Ok(see_other_with(&format!("/audit-log/{sequence}"), &notice))
        }
        Err(error) => {
            let page = page(&state, &person, sequence, &field_errors(error)?).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn page(state: &State, person: &Person, sequence: i64, errors: &FieldErrors) -> Result<Markup, Failure> {
    let record = audit_log::find(&person.context, &state.catalog, sequence).await?;
    let (own, name) = (format!("/audit-log/{sequence}"), format!("記録{sequence}"));
    let title = format!("{}を取り消しますか", words::title(&record.entry));
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("記録", "/audit-log"), Crumb::link(&name, &own)],
        ..Page::new(&title, Section::AuditLog, &frame)
    };
    let effect = match record.undoing {
        Undoing::Possible { effect, without_approval } => undoing::effect(effect, without_approval, &record),
        _ => "今は取り消せません。記録の画面で理由を確かめてください。".to_owned(),
    };
    let confirm = Confirm {
        consequences: &[&effect, "今の記録はそのまま残り、取り消したことが新しい記録として加わります。"],
        undo: "この取り消しも、あとから同じように取り消せます。",
        action: &format!("{own}/undo"),
        label: "取り消す",
        cancel_href: &own,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}
