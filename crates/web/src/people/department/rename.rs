//! Renames a department.

use app::organization::department::{self, Department};
use app::{DepartmentId, Permission};
use axum::Form as Fields;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::add::Named;
use super::list::{name_field, section};
use crate::Failure;
use crate::components::{ButtonKind, Crumb, FieldErrors, Form, LinkButton, Notice, submit};
use crate::failure::field_errors;
use crate::layout::Page;
use crate::people::key;
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let department = find(&person, key(&id, "部署")?).await?;
    Ok(page(&person, &department, &department.name, &FieldErrors::new()))
}

pub(super) async fn rename(
    person: Person,
    Path(id): Path<String>,
    Fields(wanted): Fields<Named>,
) -> Result<Response, Failure> {
    let department = find(&person, key(&id, "部署")?).await?;
    match department::rename(&person.context, department.id, &wanted.name).await {
        Ok(renamed) => {
            let notice = Notice::success(format!("部署の名前を「{}」にしました。", renamed.name));
            Ok(see_other_with("/departments", &notice))
        }
        Err(error) => {
            let page = page(&person, &department, &wanted.name, &field_errors(error)?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The department, for somebody who may change it.
pub(super) async fn find(person: &Person, id: DepartmentId) -> Result<Department, Failure> {
    person.context.require(Permission::EditOrganization)?;
    let departments = department::list(&person.context).await?;
    let found = departments.into_iter().find(|department| department.id == id);
    Ok(found.ok_or(app::Error::NotFound("部署"))?)
}

fn page(person: &Person, department: &Department, name: &str, errors: &FieldErrors) -> Markup {
    let title = format!("部署「{}」の名前を変える", department.name);
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("部署", "/departments")],
        lead: Some(html! { p { "この部署の情報資産と人は、新しい名前の部署のものになります。" } }),
        ..Page::new(&title, section(person), &frame)
    };
    let action = format!("/departments/{}", department.id);
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/departments", ..LinkButton::default() };
    page.render(Form { action: &action, ..Form::default() }.render(html! {
        (name_field(name).render(errors))
        div.actions { (submit("保存する")) (cancel.render()) }
    }))
}
