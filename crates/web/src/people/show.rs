//! One person: their roles, and what can be done about them.

use app::people::{self, HeldRole, Person as Member, may_give};
use app::{AccountId, Permission};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::role_fields::{RoleFields, RoleForm};
use super::{key, words};
use crate::Failure;
use crate::components::{
    Button, ButtonKind, Column, Crumb, FieldErrors, Form, LinkButton, Notice, Row, Table, description_list, submit,
};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn show(person: Person, Path(account): Path<String>) -> Result<Markup, Failure> {
    page(&person, key(&account, "人")?, &RoleForm::default(), &FieldErrors::new()).await
}

/// The same screen with what is wrong with the form on it.
pub(super) async fn again(
    person: &Person,
    account: AccountId,
    form: &RoleForm,
    errors: &FieldErrors,
) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(person, account, form, errors).await?).into_response())
}

async fn page(person: &Person, account: AccountId, form: &RoleForm, errors: &FieldErrors) -> Result<Markup, Failure> {
    let member = people::find(&person.context, account).await?;
    let fields = RoleFields::read(&person.context).await?.without(&member.roles);
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("人と役割", "/people")],
        ..Page::new(&member.name, Section::Settings, &frame)
    };
    Ok(page.render(html! {
        @if member.disabled { (disabled().render()) }
        (description_list(&[
            ("メールアドレス", html! { (member.email) }),
            ("参加した日", html! { (words::day(member.joined_at)) }),
        ]))
        h2 { "役割" }
        (roles(person, &member))
        @if !fields.is_empty() {
            h2 { "役割を増やす" }
            (Form { action: &format!("/people/{account}/roles"), ..Form::default() }.render(html! {
                (fields.render(form, errors))
                div.actions { (submit("役割を付ける")) }
            }))
        }
        @if may_remove(person, &member) {
            h2 { "組織から外す" }
            p { "役割がすべてなくなり、この組織の画面を開けなくなります。これまでの記録は残ります。" }
            div.actions { (remove_link(&member)) }
        }
    }))
}

fn disabled() -> Notice {
    Notice::warning("このアカウントは利用を止められています。サインインできません。")
}

fn roles(person: &Person, member: &Member) -> Markup {
    let is_last = member.roles.len() == 1;
    let may_take =
        |held: &HeldRole| !is_last && may_give(&person.context, held.role, held.department.as_ref().map(|of| of.id));
    let mut columns = vec![Column::new("役割"), Column::new("できること").block()];
    let has_actions = member.roles.iter().any(may_take);
    if has_actions {
        columns.push(Column::new("操作").unlabelled());
    }
    let row = |held: &HeldRole| {
        let mut cells = vec![html! { (words::held(held)) }, html! { (held.role.explanation()) }];
        if has_actions {
            cells.push(html! { @if may_take(held) { (take_form(member, held)) } });
        }
        Row::new(cells)
    };
    let rows = member.roles.iter().map(row).collect();
    html! {
        (Table { id: "roles", caption: "役割", columns, rows, ..Table::default() }.render())
        @if is_last && person.context.require(Permission::ManagePeople).is_ok() {
            p.field-support { "役割が1つだけのときは外せません。先に別の役割を付けるか、組織から外してください。" }
        }
    }
}

fn take_form(member: &Member, held: &HeldRole) -> Markup {
    let about = words::held(held);
    let button = Button { label: "外す", about: &about, is_small: true, ..Button::default() };
    let action = format!("/people/{}/roles/{}/take", member.account, held.id);
    Form { action: &action, ..Form::default() }.render(button.render())
}

fn may_remove(person: &Person, member: &Member) -> bool {
    let department = |held: &HeldRole| held.department.as_ref().map(|department| department.id);
    member.roles.iter().all(|held| may_give(&person.context, held.role, department(held)))
}

fn remove_link(member: &Member) -> Markup {
    let href = format!("/people/{}/remove", member.account);
    LinkButton {
        kind: ButtonKind::Danger,
        label: "組織から外す",
        href: &href,
        about: &member.name,
        ..LinkButton::default()
    }
    .render()
}
