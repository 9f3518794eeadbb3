//! 起こりやすさ of each threat line, asked in plain words medium by medium.

use std::collections::BTreeMap;

use app::threat::{RatedLine, Ratings, rate, ratings};
use app::{Error, Permission};
use axum::Form;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use catalog::Catalog;
use maud::{Markup, html};

use crate::components::{
    Arrangement, ButtonKind, Choice, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup, submit,
};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::risk::View;
use crate::{Failure, State};

pub(super) async fn show(person: Person, Shared(state): Shared<State>) -> Result<Markup, Failure> {
    let ratings = ratings(&person.context, &state.catalog).await?;
    Ok(page(&person, &state.catalog, &ratings, &BTreeMap::new(), &FieldErrors::new()))
}

pub(super) async fn save(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let version = pairs.iter().find(|(name, _)| name == "version").and_then(|(_, value)| value.parse().ok());
    let typed: BTreeMap<String, String> =
        pairs.into_iter().filter(|(name, _)| state.catalog.line(name).is_some()).collect();
    let errors = match rate(&person.context, &state.catalog, &typed, version.unwrap_or(0)).await {
        Ok(_) => {
            let notice = Notice::success("起こりやすさを保存しました。関係するリスクを計算し直しました。");
            return Ok(see_other_with("/risks/threats", &notice));
        }
        Err(Error::Stale) => FieldErrors::general(
            "入力している間に、ほかの人が組織の内容を変更しました。まだ保存していません。あなたの入力は残してあるので、確かめて、もう一度保存してください。",
        ),
        Err(error) => field_errors(error)?,
    };
    let ratings = ratings(&person.context, &state.catalog).await?;
    let page = page(&person, &state.catalog, &ratings, &typed, &errors);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(
    person: &Person,
    catalog: &Catalog,
    ratings: &Ratings,
    typed: &BTreeMap<String, String>,
    errors: &FieldErrors,
) -> Markup {
    let may_edit = person.context.require(Permission::EditOrganization).is_ok();
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        lead: Some(
            html! { p { "脅威が会社にどれくらい来るかです。答えないものは、かっこの中の目安で計算します。答えを変えると、その脅威のリスクをすべて計算し直します。" } },
        ),
        ..Page::new("脅威の起こりやすさ", Section::Risks, &frame)
    };
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/risks", ..LinkButton::default() };
    let lines = html! {
        (meanings(catalog))
        (contents(ratings))
        @for (medium, lines) in &ratings.media {
            section aria-labelledby=(medium.id()) {
                h2 id=(medium.id()) { (medium.title()) }
                @for line in lines {
                    @if may_edit { (question(catalog, line, typed, errors)) } @else { (answer(catalog, line)) }
                }
            }
        }
    };
    let content = if may_edit {
        FormPart { action: "/risks/threats", ..FormPart::default() }.render(html! {
            input type="hidden" name="version" value=(ratings.version);
            (lines)
            div.actions { (submit("保存する")) (cancel.render()) }
        })
    } else {
        lines
    };
    page.render(html! { (View::Threats.tabs()) (content) })
}

/// The way to each medium: there are many questions.
fn contents(ratings: &Ratings) -> Markup {
    html! {
        nav aria-label="媒体・保存先" {
            p { @for (medium, lines) in &ratings.media { a href={ "#" (medium.id()) } { (medium.title()) "（" (lines.len()) "）" } " " } }
        }
    }
}

/// What 3, 2 and 1 mean, once for all questions.
fn meanings(catalog: &Catalog) -> Markup {
    html! {
        ul {
            @for level in &catalog.threat_levels { li { b { (level.value) " " (level.title) } "：" (level.explanation) } }
        }
    }
}

fn question(catalog: &Catalog, rated: &RatedLine, typed: &BTreeMap<String, String>, errors: &FieldErrors) -> Markup {
    let Some(line) = catalog.line(&rated.line) else { return html! {} };
    let stated = rated.stated.map(|rating| rating.to_string()).unwrap_or_default();
    let value = typed.get(&rated.line).unwrap_or(&stated);
    let usual = format!("決めない（目安の{}）", line.rating);
    let labels: Vec<_> = catalog
        .threat_levels
        .iter()
        .map(|level| (level.value.to_string(), format!("{} {}", level.value, level.title)))
        .collect();
    let mut choices: Vec<_> = labels.iter().map(|(value, label)| Choice::new(value, label)).collect();
    choices.push(Choice::new("", &usual));
    let support = format!("{}目安の理由：{}", line.explanation, line.rating_reason);
    let group = RadioGroup {
        name: &rated.line,
        label: &line.title,
        support: &support,
        value,
        choices: &choices,
        arrangement: Arrangement::Inline,
        ..RadioGroup::default()
    };
    group.render(errors)
}

/// For those who may only look.
fn answer(catalog: &Catalog, rated: &RatedLine) -> Markup {
    let level = catalog.threat_levels.iter().find(|level| level.value == rated.rating);
    html! {
        @if let Some(line) = catalog.line(&rated.line) {
            p {
                b { (line.title) } "：" (rated.rating) @if let Some(level) = level { "（" (level.title) "）" }
                @if rated.stated.is_none() { "。目安の値です。" } @else { "。会社の答えです。" }
            }
        }
    }
}
