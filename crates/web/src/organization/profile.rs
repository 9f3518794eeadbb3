//! Changes the answers of one section.

use app::organization::{self, TypedAnswers, type_answers};
use app::{Error, Permission};
use axum::Form as Sent;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::profile_fields::Section as Part;
use crate::components::{ButtonKind, Crumb, FieldErrors, Form, LinkButton, Notice, Tab, submit, tabs};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn form(
    Shared(state): Shared<State>,
    person: Person,
    Path(part): Path<String>,
) -> Result<Markup, Failure> {
    person.context.require(Permission::EditOrganization)?;
    let part = part_of(&part)?;
    let typed = current(&state, &person, part)?;
    Ok(page(&state, &person, part, &typed, &[], &FieldErrors::new()))
}

pub(super) async fn save(
    Shared(state): Shared<State>,
    person: Person,
    Path(part): Path<String>,
    Sent(typed): Sent<TypedAnswers>,
) -> Result<Response, Failure> {
    let part = part_of(&part)?;
    match keep(&state, &person, part, &typed).await? {
        Kept::Saved => {
            let notice = Notice::success(format!("「{}」の答えを保存しました。", part.title()));
            Ok(see_other_with(&format!("/organization#{}", part.id()), &notice))
        }
        Kept::Again(notices, errors) => {
            let page = page(&state, &person, part, &typed, &notices, &errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// What became of answers that were sent.
pub(crate) enum Kept {
    /// They are kept, or were so already.
    Saved,
    /// They are to be looked at again: what must be known, and what is wrong.
    Again(Vec<Notice>, FieldErrors),
}

/// Keeps the answers of one section.
pub(crate) async fn keep(state: &State, person: &Person, part: Part, typed: &TypedAnswers) -> Result<Kept, Failure> {
    let organization = &person.organization;
    let profile = organization.answers(&state.catalog)?;
    let profile = match type_answers(&state.catalog, profile, typed) {
        Ok(profile) => profile,
        Err(error) => return Ok(Kept::Again(Vec::new(), field_errors(error)?)),
    };
    let version = typed.get("version").and_then(|version| version.parse().ok()).unwrap_or(organization.version);
    match organization::answer(&person.context, &state.catalog, profile, version).await {
        Ok(_) => Ok(Kept::Saved),
        Err(Error::Stale) => Ok(Kept::Again(vec![others(state, person, part, typed)?], FieldErrors::new())),
        Err(error) => Ok(Kept::Again(Vec::new(), field_errors(error)?)),
    }
}

/// Somebody else was quicker: what they answered where it differs, so that the person can decide.
fn others(state: &State, person: &Person, part: Part, typed: &TypedAnswers) -> Result<Notice, Failure> {
    let profile = person.organization.answers(&state.catalog)?;
    let answers = part.answers(&state.catalog, &profile);
    let differing: Vec<String> = answers
        .iter()
        .filter(|(field, _, now)| typed.get(field).is_some_and(|typed| typed.trim() != now))
        .map(|(_, label, _)| format!("『{label}』"))
        .collect();
    let notice = Notice::warning("ほかの人が先に変更したため、まだ保存していません。");
    Ok(notice.with(html! {
        @if differing.is_empty() {
            p { "今の内容は、入力した内容と同じです。このまま保存できます。" }
        } @else {
            p { (differing.concat()) "の答えが、今の内容と違います。入力した答えでよければ、もう一度保存してください。" }
            p { a href={ "/organization#" (part.id()) } { "今の内容を見る" } }
        }
    }))
}

/// The answers as they are, as forms send them.
pub(crate) fn current(state: &State, person: &Person, part: Part) -> Result<TypedAnswers, Failure> {
    let profile = person.organization.answers(&state.catalog)?;
    Ok(part.answers(&state.catalog, &profile).into_iter().map(|(field, _, answer)| (field, answer)).collect())
}

fn part_of(id: &str) -> Result<Part, Failure> {
    Part::from_id(id).ok_or_else(|| Error::NotFound("ページ").into())
}

fn page(
    state: &State,
    person: &Person,
    part: Part,
    typed: &TypedAnswers,
    notices: &[Notice],
    errors: &FieldErrors,
) -> Markup {
    let frame = person.frame();
    let title = format!("{}の答え", part.title());
    let page = Page {
        errors,
        notices,
        breadcrumbs: &[Crumb::link("組織", "/organization")],
        lead: Some(html! { p { (part.lead()) } }),
        ..Page::new(&title, Section::Organization, &frame)
    };
    let hrefs = Part::ALL.map(|part| format!("/organization/profile/{}", part.id()));
    let parts: Vec<Tab<'_>> = Part::ALL
        .into_iter()
        .zip(&hrefs)
        .map(|(other, href)| Tab { title: other.title(), href, is_current: other == part, count: None })
        .collect();
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/organization", ..LinkButton::default() };
    page.render(html! {
        (tabs("質問のまとまり", &parts))
        (Form::default().render(html! {
            input type="hidden" name="version" value=(person.organization.version);
            (part.fields(&state.catalog, typed, errors))
            div.actions { (submit("保存する")) (cancel.render()) }
        }))
    })
}
