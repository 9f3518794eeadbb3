//! Undoes all that one operation did to risks, after a question.

use app::audit_log::{self, Together};
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

use super::{number, undoing};
use crate::components::{Confirm, Crumb, FieldErrors, Notice, thousands};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other, see_other_with};
use crate::{Failure, State};

pub(super) async fn ask(person: Person, Path(sequence): Path<String>) -> Result<Response, Failure> {
    let sequence = number(&sequence)?;
    let together = audit_log::preview_together(&person.context, sequence).await?;
    // The record's own screen says what can be done.
    if together.total() == 0 {
        return Ok(see_other(&format!("/audit-log/{sequence}")));
    }
    Ok(page(&person, sequence, together, &FieldErrors::new()).into_response())
}

pub(super) async fn undo(
    Shared(state): Shared<State>,
    person: Person,
    Path(sequence): Path<String>,
) -> Result<Response, Failure> {
    let sequence = number(&sequence)?;
    match audit_log::undo_together(&person.context, &state.catalog, sequence).await {
        Ok(undone) => {
            let words = format!(
                "リスクの変更{}件をまとめて取り消しました。取り消したことも、新しい記録として残っています。",
                thousands(undone)
            );
            Ok(see_other_with(&format!("/audit-log/{sequence}"), &Notice::success(words)))
        }
        Err(error) => {
            let errors = field_errors(error)?;
            let together = audit_log::preview_together(&person.context, sequence).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&person, sequence, together, &errors)).into_response())
        }
    }
}

fn page(person: &Person, sequence: i64, together: Together, errors: &FieldErrors) -> Markup {
    let (own, name) = (format!("/audit-log/{sequence}"), format!("記録{sequence}"));
    let title = match together.total() {
        0 => "リスクの変更をまとめて取り消しますか".to_owned(),
        risks => format!("リスク{}件の変更をまとめて取り消しますか", thousands(risks)),
    };
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("記録", "/audit-log"), Crumb::link(&name, &own)],
        ..Page::new(&title, Section::AuditLog, &frame)
    };
    let consequences = undoing::consequences(together);
    let consequences: Vec<&str> = consequences.iter().map(String::as_str).collect();
    let confirm = Confirm {
        consequences: &consequences,
        undo: "この取り消しも、あとから同じように、まとめて取り消せます。",
        action: &format!("{own}/undo-together"),
        label: "まとめて取り消す",
        cancel_href: &own,
        ..Confirm::default()
    };
    page.render(confirm.render())
}
