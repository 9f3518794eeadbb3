//! Changing one risk.

use app::risk::{self, Found, Input, find};
use app::{Error, RiskId};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::conflict::{self, Typed};
use super::create::saved;
use super::form_page::FormPage;
use super::posted::Posted;
use super::risk_id;
use crate::components::FieldErrors;
use crate::failure::field_errors;
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = find(&person.context, &state.catalog, risk_id(&id)?).await?;
    if !found.changeable {
        return Err(Error::Forbidden.into());
    }
    let input = Input::from(&found.risk.content);
    let has_no_threat = !found.risk.content.threat.is_known();
    page(&person, &state, &found, found.risk.version, &input, has_no_threat, &FieldErrors::new()).await
}

pub(super) async fn save(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (posted, id) = (Posted(pairs), risk_id(&id)?);
    let errors = posted.oversights();
    if errors.is_empty() {
        return write(&person, &state, id, posted.seen(), posted.input()).await;
    }
    ask_again(&person, &state, id, posted.seen(), &posted.input(), &errors).await
}

/// Saves what was typed, with what somebody quicker has changed; asks again where it cannot be used.
async fn write(person: &Person, state: &State, id: RiskId, seen: i64, input: Input) -> Result<Response, Failure> {
    match risk::edit(&person.context, &state.catalog, id, seen, input.clone()).await {
        Ok(changed) => Ok(see_other_with(&format!("/risks/{id}"), &saved(&changed, person, "保存しました"))),
        Err(Error::Stale) => {
            let typed = Typed { began: seen, mine: input, answers: None };
            conflict::settle(person, state, id, &typed).await
        }
        Err(error) => ask_again(person, state, id, seen, &input, &field_errors(error)?).await,
    }
}

/// The form with what is wrong. Still of the version that was seen: what somebody does now must not be overwritten later.
pub(super) async fn ask_again(
    person: &Person,
    state: &State,
    id: RiskId,
    seen: i64,
    input: &Input,
    errors: &FieldErrors,
) -> Result<Response, Failure> {
    let found = find(&person.context, &state.catalog, id).await?;
    if !found.changeable {
        return Err(Error::Forbidden.into());
    }
    // What passed the form's own questions and names no threat was said to have none.
    let has_no_threat = input.title.trim().is_empty() && errors.of("title").next().is_none();
    let page = page(person, state, &found, seen, input, has_no_threat, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn page(
    person: &Person,
    state: &State,
    found: &Found<'_>,
    seen: i64,
    input: &Input,
    has_no_threat: bool,
    errors: &FieldErrors,
) -> Result<Markup, Failure> {
    let (here, label) = (format!("/risks/{}", found.risk.id), found.risk.label());
    let action = format!("{here}/edit");
    let page = FormPage {
        title: "リスクの編集",
        risk: Some((&label, &here)),
        action: &action,
        cancel: &here,
        label: "保存する",
        seen: Some(seen),
        lead: html! { p { "保存すると、リスクレベルを計算し直します。決めた対応は残りますが、数字が悪くなったときや、リスク所有者を変えたときは、承認を取り直します。" } },
        about: input.asset.as_slice(),
        input,
        has_no_threat,
        errors,
    };
    page.render(person, state).await
}
