//! A new risk: of an asset, or of a business event.

use app::Permission;
use app::asset;
use app::risk::{self, EventInput, Input, Risk};
use app::{AssetId, Error};
use axum::Form;
use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::choose_asset::choose_asset;
use super::form_page::FormPage;
use super::posted::Posted;
use crate::components::{FieldErrors, Notice};
use crate::failure::field_errors;
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

/// Of which asset.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    asset: String,
    /// Words by which the asset is looked for.
    q: String,
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
            page(&person, &state, &input, false, &FieldErrors::new()).await
        }
        Err(_) => choose_asset(&person, &wanted.q).await,
    }
}

pub(super) async fn new_event(person: Person, Shared(state): Shared<State>) -> Result<Markup, Failure> {
    let input = Input { event: Some(EventInput::default()), ..Input::default() };
    page(&person, &state, &input, false, &FieldErrors::new()).await
}

pub(super) async fn create(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    let (input, mut errors) = (posted.input(), posted.oversights());
    if errors.is_empty() {
        match risk::create(&person.context, &state.catalog, input.clone()).await {
            Ok(risk) => {
                return Ok(see_other_with(&format!("/risks/{}", risk.id), &saved(&risk, &person, "追加しました")));
            }
            Err(error) => errors = field_errors(error)?,
        }
    }
    let page = page(&person, &state, &input, posted.has_no_threat(), &errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// 「…」を追加しました。リスクレベルは6（高）です。
pub(super) fn saved(risk: &Risk, person: &Person, what: &str) -> Notice {
    let level = risk.analysis.level();
    let band = person.organization.criteria.band(level);
    Notice::success(format!("「{}」を{what}。リスクレベルは{level}（{}）です。", risk.label(), band.title()))
}

async fn page(
    person: &Person,
    state: &State,
    input: &Input,
    has_no_threat: bool,
    errors: &FieldErrors,
) -> Result<Markup, Failure> {
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
        has_no_threat,
        errors,
    };
    page.render(person, state).await
}
