//! A new risk: of an asset, of each of several, or of a business event.

use app::asset;
use app::risk::{self, EventInput, Input, MOST_ASSETS, Risk};
use app::{AssetId, Error, Permission};
use axum::Form;
use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::choose_asset::choose_asset;
use super::choose_assets::{choose_assets, is_chosen};
use super::form_page::FormPage;
use super::posted::Posted;
use crate::asset::words as plain;
use crate::components::{FieldErrors, Notice};
use crate::failure::field_errors;
use crate::request::{Person, see_other, see_other_with};
use crate::{Failure, State};

pub(super) async fn new(
    person: Person,
    Shared(state): Shared<State>,
    Query(wanted): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    must_edit(&person)?;
    let wanted = Posted(wanted);
    match wanted.about().as_slice() {
        [asset] if wanted.get("many").is_empty() => {
            let found = asset::find(&person.context, *asset).await?.asset;
            let owner_name = found.content.line.risk_owner;
            let input = Input { asset: Some(*asset), owner_name, ..Input::default() };
            page(&person, &state, &[*asset], &input, false, &FieldErrors::new()).await
        }
        [] if wanted.get("many").is_empty() => choose_asset(&person, wanted.get("q")).await,
        _ => choose_assets(&person, &wanted, &is_chosen(&wanted).err().unwrap_or_default()).await,
    }
}

/// The assets are sent with POST: as many as may be chosen are more than an address holds.
pub(super) async fn choose(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    must_edit(&person)?;
    let posted = Posted(pairs);
    match is_chosen(&posted) {
        Ok(true) => {
            let (about, mut input) = (posted.about(), posted.input());
            if about.len() == 1 && input.owner.is_none() && input.owner_name.is_empty() {
                let found = asset::find_many(&person.context, &about).await?;
                let named = found.into_iter().next().map(|asset| asset.content.line.risk_owner);
                input.owner_name = named.unwrap_or_default();
            }
            let page = page(&person, &state, &about, &input, posted.has_no_threat(), &FieldErrors::new()).await?;
            Ok(page.into_response())
        }
        Ok(false) => Ok(choose_assets(&person, &posted, &FieldErrors::new()).await?.into_response()),
        Err(errors) => {
            let page = choose_assets(&person, &posted, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Whoever comes back here without a form (from the sign-in) begins anew.
pub(super) async fn choose_anew(_: Person) -> Response {
    see_other("/risks/new?many=on")
}

fn must_edit(person: &Person) -> Result<(), Error> {
    if person.context.allows(Permission::EditRisks) { Ok(()) } else { Err(Error::Forbidden) }
}

pub(super) async fn new_event(person: Person, Shared(state): Shared<State>) -> Result<Markup, Failure> {
    let input = Input { event: Some(EventInput::default()), ..Input::default() };
    page(&person, &state, &[], &input, false, &FieldErrors::new()).await
}

pub(super) async fn create(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    let (about, input, mut errors) = (posted.about(), posted.input(), posted.oversights());
    if errors.is_empty() {
        match add(&person, &state, &about, &input).await {
            Ok(added) => return Ok(added),
            Err(error) => errors = field_errors(error)?,
        }
    }
    // More than that were refused, and are not read.
    let about = about.get(..MOST_ASSETS).unwrap_or(&about);
    let page = page(&person, &state, about, &input, posted.has_no_threat(), &errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn add(person: &Person, state: &State, about: &[AssetId], input: &Input) -> Result<Response, Error> {
    let (context, catalog) = (&person.context, &state.catalog);
    if about.len() > 1 {
        let added = risk::create_many(context, catalog, input, about).await?;
        let words = format!("選んだ情報資産に1件ずつ、{}件のリスクを追加しました。", plain::thousands(added));
        // The list begins with what was added.
        return Ok(see_other_with("/risks?sort=-updated", &Notice::success(words)));
    }
    let risk = risk::create(context, catalog, input.clone()).await?;
    Ok(see_other_with(&format!("/risks/{}", risk.id), &saved(&risk, person, "追加しました")))
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
    about: &[AssetId],
    input: &Input,
    has_no_threat: bool,
    errors: &FieldErrors,
) -> Result<Markup, Failure> {
    let (title, lead) = match about {
        [] if input.event.is_some() => (
            "業務で起きたら困ることを追加する",
            html! { p { "仕事で起きたら困ることを1つ選び、どれだけ困るか、何が原因か、どれくらい起きやすいかを順に答えます。リスクレベルは答えから計算します。" } },
        ),
        [asset] => (
            "リスクを1件追加する",
            html! {
                p { "候補にない、自社ならではのリスクを書きます。リスクレベルは答えから計算します。" }
                p { a href={ "/risks/new?many=on&asset=" (asset) } { "同じリスクを、ほかの情報資産にもまとめて追加する" } }
            },
        ),
        _ => (
            "同じリスクをまとめて追加する",
            html! { p { "候補にない、自社ならではのリスクを書きます。あとから1件ずつ直せます。" } },
        ),
    };
    let page = FormPage {
        title,
        risk: None,
        action: "/risks",
        cancel: "/risks",
        label: "追加する",
        seen: None,
        lead,
        about,
        input,
        has_no_threat,
        errors,
    };
    page.render(person, state).await
}
