//! A new asset.

use app::asset::{self, Departments, Input, register, today};
use app::{Error, Permission};
use axum::Form;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::edit::saved;
use super::form::AssetForm;
use super::list::what_is_an_asset;
use super::posted::Posted;
use crate::components::{ButtonKind, Crumb, FieldErrors, Form as FormPart, LinkButton, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn new(person: Person, Shared(state): Shared<State>) -> Result<Markup, Failure> {
    let input = Input { registered_on: Some(today(&person.context).to_string()), ..Input::default() };
    page(&person, &state, &input, &FieldErrors::new()).await
}

pub(super) async fn create(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let input = Posted(pairs).input();
    match asset::create(&person.context, input.clone()).await {
        Ok(created) => Ok(see_other_with(&format!("/assets/{}", created.id), &saved(&created, "追加しました"))),
        Err(error) => {
            let errors = field_errors(error)?;
            let page = page(&person, &state, &input, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn page(person: &Person, state: &State, input: &Input, errors: &FieldErrors) -> Result<Markup, Failure> {
    if !person.context.allows(Permission::EditAssets) {
        return Err(Error::Forbidden.into());
    }
    let register = register(&person.context).await?;
    let departments = Departments::of(&person.context).await?;
    let form =
        AssetForm { person, catalog: &state.catalog, register: &register, departments: &departments, input, errors };
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets")],
        ..Page::new("情報資産を1件追加する", Section::Assets, &frame)
    };
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/assets", ..LinkButton::default() };
    let content = html! { (what_is_an_asset()) (form.fields()) div.actions { (submit("追加する")) (cancel.render()) } };
    Ok(page.render(FormPart { action: "/assets", ..FormPart::default() }.render(content)))
}
