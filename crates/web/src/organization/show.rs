//! The organization at a glance.

use app::organization::department::{self, Department};
use app::organization::{self, Organization};
use app::{Context, Permission};
use axum::extract::State as Shared;
use catalog::{Catalog, Profile};
use maud::{Markup, html};

use super::bands;
use super::profile_fields::Section as Part;
use crate::components::{LinkButton, description_list};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn show(Shared(state): Shared<State>, person: Person) -> Result<Markup, Failure> {
    let organization = organization::find(&person.context).await?;
    let profile = organization.answers(&state.catalog)?;
    let departments = department::list(&person.context).await?;
    let may_edit = may_edit(&person.context);
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        lead: Some(
            html! { p { "会社の名前、状況への答え、リスクの見方です。文書とリスクの計算は、ここの内容から作られます。" } },
        ),
        ..Page::new("組織", Section::Organization, &frame)
    };
    Ok(page.render(html! {
        (name(&organization, may_edit))
        (parts(&departments, may_edit))
        @for part in Part::ALL { (answers(part, &state.catalog, &profile, may_edit)) }
        (criteria(&state.catalog, &organization, may_edit))
    }))
}

/// Whether the person may change the organization as a whole.
pub(super) fn may_edit(context: &Context) -> bool {
    context.require(Permission::EditOrganization).is_ok()
}

fn name(organization: &Organization, may_edit: bool) -> Markup {
    html! {
        section aria-labelledby="name" {
            (heading("name", "組織名", may_edit.then_some("/organization/name")))
            (description_list(&[("組織名", html! { (organization.name) })]))
        }
    }
}

/// 部署, where there are any or somebody may add one.
fn parts(departments: &[Department], may_edit: bool) -> Markup {
    let names: Vec<&str> = departments.iter().map(|department| department.name.as_str()).collect();
    html! {
        @if may_edit || !names.is_empty() {
            section aria-labelledby="departments" {
                (heading("departments", "部署", may_edit.then_some("/departments")))
                (description_list(&[("部署", html! { (names.join("、")) })]))
            }
        }
    }
}

fn answers(part: Part, catalog: &Catalog, profile: &Profile, may_edit: bool) -> Markup {
    let href = format!("/organization/profile/{}", part.id());
    let answers = part.answers(catalog, profile);
    let open = answers.iter().filter(|(.., answer)| answer.is_empty()).count();
    let shown: Vec<(&str, Markup)> = answers
        .iter()
        .filter(|(.., answer)| !answer.is_empty())
        .map(|(field, label, answer)| (label.as_str(), html! { (in_words(catalog, field, answer)) }))
        .collect();
    html! {
        section aria-labelledby=(part.id()) {
            (heading(part.id(), part.title(), may_edit.then_some(&href)))
            @if open == answers.len() { p { "まだどの質問（" (open) "問）にも答えていません。" } }
            @else { (description_list(&shown)) }
            @if (1..answers.len()).contains(&open) { p { "ほかに、まだ答えていない質問が" (open) "問あります。" } }
        }
    }
}

/// The answer as people read it.
fn in_words(catalog: &Catalog, field: &str, answer: &str) -> String {
    let measure = field.strip_prefix("measures.").and_then(|id| catalog.measure(id));
    let rating = measure.into_iter().flat_map(|measure| measure.answers());
    let rated = rating.into_iter().find(|(rating, _)| rating.to_string() == answer);
    match (rated, answer) {
        (Some((_, meaning)), _) => meaning.to_owned(),
        (None, "yes") => "はい".to_owned(),
        (None, "no") => "いいえ".to_owned(),
        (None, answer) => match answer.parse::<jiff::civil::Date>() {
            Ok(date) => japanese::format_date(date),
            Err(_) => answer.to_owned(),
        },
    }
}

fn criteria(catalog: &Catalog, organization: &Organization, may_edit: bool) -> Markup {
    html! {
        section aria-labelledby="criteria" {
            (heading("criteria", "リスク基準", may_edit.then_some("/settings/criteria")))
            p {
                "リスクレベル（重要度と被害発生可能性を掛けた1〜9の値）を、どこから「高」「中」とするかの決まりです。今は「"
                (organization.criteria.name()) "」の区分です。"
            }
            (bands::table(catalog, &organization.criteria))
            p { "リスクアセスメントは、" (super::criteria::interval_words(organization.repeat_months)) "にやり直します。" }
        }
    }
}

fn heading(id: &str, title: &str, edit_href: Option<&str>) -> Markup {
    html! {
        div.page-heading {
            h2 id=(id) { (title) }
            @if let Some(href) = edit_href {
                div.page-actions {
                    (LinkButton { label: "変更する", href, about: title, is_small: true, ..LinkButton::default() }.render())
                }
            }
        }
    }
}
