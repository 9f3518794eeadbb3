//! Removes a department.

use app::organization::department::{self, Department};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::Markup;

use super::list::section;
use super::rename::find;
use crate::Failure;
use crate::components::{Confirm, Crumb, FieldErrors, Notice};
use crate::failure::field_errors;
use crate::layout::Page;
use crate::people::key;
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let department = find(&person, key(&id, "部署")?).await?;
    Ok(page(&person, &department, &FieldErrors::new()))
}

pub(super) async fn remove(person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    let department = find(&person, key(&id, "部署")?).await?;
    match department::remove(&person.context, department.id).await {
        Ok(()) => {
            let notice = Notice::success(format!("部署「{}」を削除しました。", department.name));
            Ok(see_other_with("/departments", &notice))
        }
        Err(error) => {
            let page = page(&person, &department, &field_errors(error)?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn page(person: &Person, department: &Department, errors: &FieldErrors) -> Markup {
    let title = format!("部署「{}」を削除しますか", department.name);
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("部署", "/departments")],
        ..Page::new(&title, section(person), &frame)
    };
    let confirm = Confirm {
        consequences: &["情報資産や人が使っている部署は、削除できません。"],
        undo: "同じ名前で、もう一度追加できます。",
        action: &format!("/departments/{}/remove", department.id),
        label: "削除する",
        cancel_href: "/departments",
        ..Confirm::default()
    };
    page.render(confirm.render())
}
