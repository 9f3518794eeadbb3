//! One asset: its form, and saving it.

use app::asset::{self, Asset, Departments, Input, find, register};
use app::{AssetId, Error, Permission};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::form::AssetForm;
use super::posted::Posted;
use super::{asset_id, conflict, show};
use crate::components::{Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = find(&person.context, asset_id(&id)?).await?;
    if !found.changeable {
        return Ok(show::page(&person, &state, &found.asset));
    }
    let input = Input::from(&found.asset.content);
    page(&person, &state, &found.asset, &input, &FieldErrors::new()).await
}

pub(super) async fn save(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    write(&person, &state, asset_id(&id)?, posted.seen(), posted.input()).await
}

/// Saves what was typed; asks again where it cannot be used, and field by field where somebody was quicker.
pub(super) async fn write(
    person: &Person,
    state: &State,
    id: AssetId,
    seen: i64,
    input: Input,
) -> Result<Response, Failure> {
    match asset::edit(&person.context, id, seen, input.clone()).await {
        Ok(changed) => Ok(see_other_with(&format!("/assets/{id}"), &saved(&changed, "保存しました"))),
        Err(Error::Stale) => conflict::ask(person, id, seen, &input, &FieldErrors::new()).await,
        Err(error) => {
            let errors = field_errors(error)?;
            let asset = find(&person.context, id).await?.asset;
            // Still of the version that was seen: what somebody does now must not be overwritten later.
            let page = page(person, state, &Asset { version: seen, ..asset }, &input, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// 「顧客リスト」を保存しました。重要度は3です（個人情報を含むため）。
pub(super) fn saved(asset: &Asset, what: &str) -> Notice {
    let importance = asset.content.importance();
    let name = &asset.content.line.name;
    Notice::success(format!("「{name}」を{what}。重要度は{}です（{}）。", importance.value, importance.explanation()))
}

async fn page(
    person: &Person,
    state: &State,
    asset: &Asset,
    input: &Input,
    errors: &FieldErrors,
) -> Result<Markup, Failure> {
    let register = register(&person.context).await?;
    let departments = Departments::of(&person.context).await?;
    let form =
        AssetForm { person, catalog: &state.catalog, register: &register, departments: &departments, input, errors };
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets")],
        actions: Some(actions(person, asset)),
        ..Page::new(&asset.content.line.name, Section::Assets, &frame)
    };
    let action = format!("/assets/{}", asset.id);
    let content = html! {
        input type="hidden" name="seen" value=(asset.version);
        (form.fields())
        div.actions { (submit("保存する")) }
    };
    Ok(page.render(FormPart { action: &action, ..FormPart::default() }.render(content)))
}

fn actions(person: &Person, asset: &Asset) -> Markup {
    let (history, remove) = (format!("/assets/{}/history", asset.id), format!("/assets/{}/remove", asset.id));
    html! {
        (risk_links(person, asset))
        (LinkButton { label: "変更の履歴", href: &history, ..LinkButton::default() }.render())
        (LinkButton { label: "削除する", href: &remove, ..LinkButton::default() }.render())
    }
}

/// The way from an asset to its risks.
pub(super) fn risk_links(person: &Person, asset: &Asset) -> Markup {
    let list = format!("/risks?asset={}", asset.id);
    let identify = format!("/risks/identify/{}?asset={}", asset.content.line.medium.id(), asset.id);
    let link = |label, href| LinkButton { label, href, ..LinkButton::default() }.render();
    html! {
        @if person.context.allows(Permission::ReadRisks) { (link("リスクを見る", &list)) }
        @if person.context.allows(Permission::EditRisks) { (link("リスクを洗い出す", &identify)) }
    }
}
