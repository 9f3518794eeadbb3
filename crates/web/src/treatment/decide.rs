//! Decides what is done with a risk.

use app::risk::{Found, find, workers};
use app::treatment::{self, Input};
use app::{Error, RiskId};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::form::TreatmentForm;
use super::posted::Posted;
use super::{conflict, risk_id, words};
use crate::components::{ButtonKind, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn form(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = find(&person.context, &state.catalog, risk_id(&id)?).await?;
    let input = found.risk.content.decision.as_ref().map(Input::from).unwrap_or_default();
    let seen = found.risk.version;
    page(&person, &state, &found, seen, &input, &FieldErrors::new(), person.notices()).await
}

pub(super) async fn save(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, posted) = (risk_id(&id)?, Posted(pairs));
    let (seen, input) = (posted.seen(), posted.input());
    match treatment::decide(&person.context, &state.catalog, id, seen, input.clone()).await {
        Ok(risk) => {
            let decided = risk.content.decision.as_ref().map_or("", |decision| decision.treatment.title());
            let notice = Notice::success(format!("対応を「{decided}」に決めました。{}", residual(&risk, &person)));
            Ok(see_other_with(&format!("/risks/{id}#treatment"), &notice))
        }
        Err(Error::Stale) => conflicting(&person, &state, id, &input).await,
        Err(error) => {
            let errors = field_errors(error)?;
            let found = find(&person.context, &state.catalog, id).await?;
            // Still of the version that was seen: what somebody does now must not be overwritten later.
            let page = page(&person, &state, &found, seen, &input, &errors, &[]).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// What is expected to remain, in a sentence.
fn residual(risk: &app::risk::Risk, person: &Person) -> String {
    risk.analysis.residual_explanation(&person.organization.criteria).unwrap_or_default()
}

/// Somebody was quicker: what stands there now, above what was typed. Sending again decides over it.
async fn conflicting(person: &Person, state: &State, id: RiskId, input: &Input) -> Result<Response, Failure> {
    let found = find(&person.context, &state.catalog, id).await?;
    let notice = conflict::notice(person, state, &found).await?;
    let seen = found.risk.version;
    let page = page(person, state, &found, seen, input, &FieldErrors::new(), &[notice]).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

async fn page(
    person: &Person,
    state: &State,
    found: &Found<'_>,
    seen: i64,
    input: &Input,
    errors: &FieldErrors,
    notices: &[Notice],
) -> Result<Markup, Failure> {
    if !found.changeable {
        return Err(Error::Forbidden.into());
    }
    let people = workers(&person.context).await?;
    let people = people.into_iter().filter(|person| person.covers(found.risk.about.department));
    let people: Vec<_> = people.map(|person| (person.account, person.name)).collect();
    let form = TreatmentForm { catalog: &state.catalog, found, people: &people, input, errors };
    let (here, label) = (format!("/risks/{}", found.risk.id), found.risk.label());
    let criteria = &found.knowledge.criteria;
    let frame = person.frame();
    let page = Page {
        notices,
        errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&label, &here)],
        beside_title: Some(words::level(criteria, found.risk.analysis.level())),
        lead: Some(html! { p { (found.risk.analysis.explanation(criteria)) } }),
        ..Page::new("対応を決める", Section::Risks, &frame)
    };
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: &here, ..LinkButton::default() };
    let sent_back = found.risk.content.decision.as_ref().map_or("", |decision| decision.sent_back.as_str());
    let wish = Notice::warning("リスク所有者から、差し戻されています。")
        .with(html! { p { "直してほしいこと：" (sent_back) } });
    let content = html! {
        @if !sent_back.is_empty() { (wish.render()) }
        input type="hidden" name="seen" value=(seen);
        (form.fields())
        div.actions { (submit("この対応に決める")) (cancel.render()) }
    };
    let action = format!("{here}/treatment");
    let form = FormPart { action: &action, ..FormPart::default() }.render(content);
    Ok(page.render(html! { div.treatment-form { (form) } }))
}
