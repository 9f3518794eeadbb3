//! A new risk: of an asset, or of a business event.

use app::Permission;
use app::asset::{self, Order, Sort};
use app::risk::{self, EventInput, Input, Risk};
use app::{AssetId, Error};
use axum::Form;
use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::form_page::FormPage;
use super::posted::Posted;
use super::words;
use crate::components::{Choice, Crumb, FieldErrors, Form as FormPart, Method, Notice, SelectField, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

/// Of which asset.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    asset: String,
}

pub(super) async fn new(
    person: Person,
    Shared(state): Shared<State>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Failure> {
    if !person.context.allows(Permission::EditRisks) {
        return Err(Error::Forbidden.into());
    }
    match wanted.asset.parse::<AssetId>() {
        Ok(id) => {
            let found = asset::find(&person.context, id).await?;
            let owner_name = found.asset.content.line.risk_owner.clone();
            let input = Input { asset: Some(id), owner_name, ..Input::default() };
            page(&person, &state, &input, &FieldErrors::new()).await
        }
        Err(_) => choose_asset(&person).await,
    }
}

/// Asks about which asset, before the form.
async fn choose_asset(person: &Person) -> Result<Markup, Failure> {
    let order = Order { sort: Sort::Name, descending: false };
    let found = asset::list(&person.context, &asset::Query { order, ..asset::Query::default() }).await?;
    let names: Vec<_> = found.assets.iter().map(|asset| (asset.id.to_string(), &asset.content.line)).collect();
    let choices: Vec<_> = names.iter().map(|(id, line)| Choice::new(id, &line.name)).collect();
    let field = SelectField {
        name: "asset",
        label: "どの情報資産のリスクですか",
        required: true,
        empty: "選んでください",
        choices: &choices,
        ..SelectField::default()
    };
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks")],
        ..Page::new("リスクを1件追加する", Section::Risks, &frame)
    };
    let form = FormPart { action: "/risks/new", method: Method::Get, ..FormPart::default() };
    Ok(page.render(html! {
        @if choices.is_empty() {
            p { "情報資産台帳がまだ空です。" a href="/assets/new" { "先に情報資産を追加してください。" } }
        } @else {
            (form.render(html! { (field.render(&FieldErrors::new())) div.actions { (submit("次へ")) } }))
            @if found.after.is_some() { p { "五十音順の初めの100件を示しています。ほかの情報資産は、" a href="/assets" { "台帳" } "で開いて「リスク」から追加してください。" } }
        }
        p { "情報資産ではなく仕事の側から考えるときは、" a href="/risks/new-event" { "業務で起きたら困ることから始められます。" } }
        (words::what_is_a_risk())
    }))
}

pub(super) async fn new_event(person: Person, Shared(state): Shared<State>) -> Result<Markup, Failure> {
    let input = Input { event: Some(EventInput::default()), ..Input::default() };
    page(&person, &state, &input, &FieldErrors::new()).await
}

pub(super) async fn create(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let input = Posted(pairs).input();
    match risk::create(&person.context, &state.catalog, input.clone()).await {
        Ok(created) => Ok(see_other_with(&format!("/risks/{}", created.id), &saved(&created, &person, "追加しました"))),
        Err(error) => {
            let errors = field_errors(error)?;
            let page = page(&person, &state, &input, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// 「…」を追加しました。リスクレベルは6（高）です。
pub(super) fn saved(risk: &Risk, person: &Person, what: &str) -> Notice {
    let level = risk.analysis.level();
    let band = person.organization.criteria.band(level);
    Notice::success(format!("「{}」を{what}。リスクレベルは{level}（{}）です。", risk.label(), band.title()))
}

async fn page(person: &Person, state: &State, input: &Input, errors: &FieldErrors) -> Result<Markup, Failure> {
    let is_event = input.event.is_some();
    let page = FormPage {
        title: if is_event {
            "業務で起きたら困ることを追加する"
        } else {
            "リスクを1件追加する"
        },
        risk: None,
        action: "/risks",
        cancel: "/risks",
        label: "追加する",
        seen: None,
        lead: html! {
            @if is_event { p { "仕事で起きたら困ることを1つ選び、どれだけ困るか、何が原因か、どれくらい起きやすいかを順に答えます。リスクレベルは答えから計算します。" } }
            @else { p { "候補にない、自社ならではのリスクを書きます。リスクレベルは答えから計算します。" } }
        },
        input,
        errors,
    };
    page.render(person, state).await
}
