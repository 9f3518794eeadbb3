//! The owner approves a decision and what remains.

use app::Error;
use app::risk::{Found, find};
use app::treatment::{self, Acceptance};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::approval_page::{Typed, page};
use super::approval_state::{again_when, numbers};
use super::conflict;
use super::posted::Posted;
use super::risk_id;
use crate::components::{ButtonKind, Crumb, FieldErrors, LinkButton, Notice};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let found = find(&person.context, &state.catalog, risk_id(&id)?).await?;
    let is_decided = found.risk.content.decision.is_some();
    if !found.acceptable {
        return Ok((StatusCode::FORBIDDEN, refused(&person, &found)).into_response());
    }
    if !is_decided {
        let notice = Notice::information("対応がまだ決まっていません。決まってから、承認してください。");
        return Ok(see_other_with(&format!("/risks/{}#treatment", found.risk.id), &notice));
    }
    Ok(page(&person, &found, &Typed::at(found.risk.version), &FieldErrors::new(), person.notices())?.into_response())
}

/// Whoever does not own the risk hears who does.
fn refused(person: &Person, found: &Found<'_>) -> Markup {
    let (here, label) = (format!("/risks/{}", found.risk.id), found.risk.label());
    let content = &found.risk.content;
    let frame = person.frame();
    let page = Page {
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&label, &here)],
        ..Page::new("承認できるのは、リスク所有者だけです", Section::Risks, &frame)
    };
    let back =
        LinkButton {
            kind: ButtonKind::Primary, label: "このリスクに戻る", href: &here, ..LinkButton::default()
        };
    page.render(html! {
        @match content.owner {
            Some(owner) if Some(owner) == person.context.account() => p { "あなたはこのリスクの所有者ですが、今の役割では承認できません。情報セキュリティ責任者に相談してください。" }
            Some(_) => p { "このリスクの所有者は、" (content.owner_name) "さんです。残るリスクを引き受けてよいかは、所有者が決めます。" }
            None if found.changeable => p { "このリスクには、承認できる所有者がまだいません。リスクの「編集する」で、サインインできる人をリスク所有者に選んでください。" }
            None => p { "このリスクには、承認できる所有者がまだいません。リスクを編集できる人に、リスク所有者を決めてもらってください。" }
        }
        div.actions { (back.render()) }
    })
}

pub(super) async fn approve(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, posted) = (risk_id(&id)?, Posted(pairs));
    let typed = Typed {
        seen: posted.seen(),
        reason: posted.get("reason").to_owned(),
        review_on: posted.get("review_on").to_owned(),
        ..Typed::default()
    };
    let Ok(numbers) = serde_json::from_str(posted.get("numbers")) else {
        // A form that does not say what was seen approves nothing.
        return again(&person, &state, id, typed, Error::Stale).await;
    };
    let typed = Typed { numbers: Some(numbers), ..typed };
    let acceptance = Acceptance { reason: typed.reason.clone(), review_on: typed.review_on.clone(), numbers };
    match treatment::approve(&person.context, &state.catalog, id, typed.seen, acceptance).await {
        Ok(risk) => {
            let again =
                risk.content.decision.map_or("数字が変わったとき", |decision| again_when(decision.treatment));
            let notice = Notice::success(format!("承認しました。{again}は、もう一度承認をお願いします。"));
            Ok(see_other_with(&format!("/risks/{id}#treatment"), &notice))
        }
        Err(error) => again(&person, &state, id, typed, error).await,
    }
}

/// The screen with what was typed: with its problems, or with the numbers of now where somebody was quicker.
pub(super) async fn again(
    person: &Person,
    state: &State,
    id: app::RiskId,
    typed: Typed,
    error: Error,
) -> Result<Response, Failure> {
    let is_stale = matches!(error, Error::Stale);
    let errors = if is_stale { FieldErrors::new() } else { field_errors(error)? };
    let found = find(&person.context, &state.catalog, id).await?;
    let notice = changed(person, state, &found, &typed).await?;
    let (status, notices, typed) = match is_stale {
        true => (StatusCode::CONFLICT, vec![notice], Typed { seen: found.risk.version, ..typed }),
        false => (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), typed),
    };
    let page = page(person, &found, &typed, &errors, &notices)?;
    Ok((status, page).into_response())
}

/// Who changed the risk meanwhile, and what the owner saw beside what stands there now.
async fn changed(person: &Person, state: &State, found: &Found<'_>, typed: &Typed) -> Result<Notice, Failure> {
    let who = conflict::who(person, state, found).await?;
    let act = if typed.wish.is_empty() { "承認して" } else { "差し戻して" };
    let notice = Notice::warning(format!("見ている間に、{who}、このリスクを変更しました。まだ{act}いません。"));
    let now = found.risk.analysis.numbers();
    Ok(notice.with(html! {
        @if let Some(seen) = typed.numbers.filter(|seen| *seen != now) {
            p { "見ていた数字と、今の数字です。" }
            (numbers("見ていたとき", &seen, &now))
        }
        p { "今の内容を確かめて、もう一度押してください。" }
    }))
}
