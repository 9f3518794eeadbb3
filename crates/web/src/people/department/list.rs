//! The departments.

use app::Permission;
use app::organization::department::{self, Department, LONGEST_NAME};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::Failure;
use crate::components::{Column, EmptyState, FieldErrors, Form, LinkButton, Row, Table, TextField, submit};
use crate::layout::{Page, Section};
use crate::people::tabs::{Place, places};
use crate::request::Person;

pub(super) async fn list(person: Person) -> Result<Markup, Failure> {
    page(&person, "", &FieldErrors::new()).await
}

/// The same screen with what is wrong with the form on it.
pub(super) async fn again(person: &Person, name: &str, errors: &FieldErrors) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(person, name, errors).await?).into_response())
}

async fn page(person: &Person, name: &str, errors: &FieldErrors) -> Result<Markup, Failure> {
    let departments = department::list(&person.context).await?;
    let may_edit = person.context.require(Permission::EditOrganization).is_ok();
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        lead: Some(html! { p { "情報資産と「情報セキュリティ部門責任者」を、部署ごとに分けるときに使います。" } }),
        ..Page::new("部署", section(person), &frame)
    };
    Ok(page.render(html! {
        (places(&person.context, Place::Departments))
        @if departments.is_empty() {
            (EmptyState {
                title: "部署はまだありません。",
                text: "会社を部署に分けて見る必要がなければ、このままでかまいません。",
                actions: html! {},
            }.render())
        } @else {
            (table(&departments, may_edit))
        }
        @if may_edit {
            h2 { "部署を追加する" }
            (Form { action: "/departments", ..Form::default() }.render(html! {
                (name_field(name).render(errors))
                div.actions { (submit("追加する")) }
            }))
        }
    }))
}

/// Which entry of the navigation leads here: with 人と役割 where the person has it, else 組織.
pub(super) fn section(person: &Person) -> Section {
    if person.context.allows(Permission::ReadPeople) { Section::Settings } else { Section::Organization }
}

/// The name's field, the same for a new and a renamed department.
pub(super) fn name_field(value: &str) -> TextField<'_> {
    TextField {
        name: "name",
        label: "部署名",
        required: true,
        support: "例：営業部",
        value,
        autocomplete: "off",
        maximum_length: Some(LONGEST_NAME),
        ..TextField::default()
    }
}

fn table(departments: &[Department], may_edit: bool) -> Markup {
    let mut columns = vec![Column::new("部署名")];
    if may_edit {
        columns.push(Column::new("操作").unlabelled());
    }
    let row = |department: &Department| {
        let mut cells = vec![html! { (department.name) }];
        if may_edit {
            cells.push(actions(department));
        }
        Row::new(cells)
    };
    Table {
        id: "departments",
        caption: "部署",
        columns,
        rows: departments.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

fn actions(department: &Department) -> Markup {
    let rename = format!("/departments/{}", department.id);
    let remove = format!("{rename}/remove");
    let link = |label, href| {
        LinkButton { label, href, about: &department.name, is_small: true, ..LinkButton::default() }.render()
    };
    html! { div.actions { (link("名前を変える", &rename)) (link("削除する", &remove)) } }
}
