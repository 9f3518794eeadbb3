//! The profile's questions, one calm page after another; every one may be left open.

use app::organization::TypedAnswers;
use app::{Error, Permission};
use axum::Form as Sent;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::way;
use crate::components::{ButtonKind, FieldErrors, Form, LinkButton, Notice, submit};
use crate::layout::PlainPage;
use crate::organization::profile::{Kept, current, keep};
use crate::organization::profile_fields::Section as Part;
use crate::request::{Person, see_other};
use crate::{Failure, State};

pub(super) async fn first(_: Person) -> Response {
    see_other(&href(Part::Company))
}

pub(super) async fn form(
    Shared(state): Shared<State>,
    person: Person,
    Path(part): Path<String>,
) -> Result<Markup, Failure> {
    person.context.require(Permission::EditOrganization)?;
    let part = part_of(&part)?;
    let typed = current(&state, &person, part)?;
    Ok(page(&state, &person, part, &typed, person.notices(), &FieldErrors::new()))
}

pub(super) async fn save(
    Shared(state): Shared<State>,
    person: Person,
    Path(part): Path<String>,
    Sent(typed): Sent<TypedAnswers>,
) -> Result<Response, Failure> {
    let part = part_of(&part)?;
    match keep(&state, &person, part, &typed).await? {
        Kept::Saved => Ok(see_other(&after(part))),
        Kept::Again(notices, errors) => {
            let page = page(&state, &person, part, &typed, &notices, &errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn part_of(id: &str) -> Result<Part, Failure> {
    Part::from_id(id).ok_or_else(|| Error::NotFound("ページ").into())
}

fn href(part: Part) -> String {
    format!("/setup/profile/{}", part.id())
}

/// What comes after a section.
fn after(part: Part) -> String {
    part.next().map_or_else(|| "/setup/next".to_owned(), href)
}

fn page(
    state: &State,
    person: &Person,
    part: Part,
    typed: &TypedAnswers,
    notices: &[Notice],
    errors: &FieldErrors,
) -> Markup {
    let position = Part::ALL.iter().position(|other| *other == part).unwrap_or(0);
    let page = PlainPage {
        errors,
        notices,
        above_title: Some(way(position + 1)),
        lead: Some(html! { p { (part.lead()) "どの答えも、あとから「組織」の画面で変えられます。" } }),
        is_wide: true,
        ..PlainPage::new(part.title())
    };
    let skip =
        LinkButton {
            kind: ButtonKind::Text, label: "答えずに次へ進む", href: &after(part), ..LinkButton::default()
        };
    page.render(Form::default().render(html! {
        input type="hidden" name="version" value=(person.organization.version);
        (part.fields(&state.catalog, typed, errors))
        div.actions { (submit("保存して次へ")) (skip.render()) }
    }))
}
