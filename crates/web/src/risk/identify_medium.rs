//! リスク特定, second step: which threats, for which assets. Nothing is taken over without a person's tick.

use std::collections::HashSet;

use app::risk::{self, Identified, Proposal, Proposed, ProposedAsset, propose};
use app::{AssetId, Error};
use axum::Form;
use axum::extract::{Path, Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use catalog::Catalog;
use maud::{Markup, html};
use method::Medium;
use serde::Deserialize;

use super::words;
use crate::asset::words as plain;
use crate::components::{
    ButtonKind, CheckboxField, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, definition, submit,
};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

/// For one asset alone.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    asset: String,
}

/// What is ticked.
struct Ticked {
    lines: HashSet<String>,
    assets: HashSet<AssetId>,
    all_without_risks: bool,
    /// The asset from whose screen the person comes.
    only: Option<AssetId>,
}

fn medium(id: &str) -> Result<Medium, Failure> {
    Medium::from_id(id).ok_or_else(|| Error::NotFound("媒体・保存先").into())
}

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Failure> {
    let proposal = propose(&person.context, &state.catalog, medium(&id)?).await?;
    let only = wanted.asset.parse().ok();
    let without = |asset: &&ProposedAsset| only.map_or(asset.risks == 0, |only| asset.id == only);
    let ticked = Ticked {
        lines: proposal.lines.iter().filter(|line| line.suggested).map(|line| line.line.clone()).collect(),
        assets: proposal.assets.iter().filter(without).map(|asset| asset.id).collect(),
        all_without_risks: false,
        only,
    };
    Ok(page(&person, &state.catalog, &proposal, &ticked, &FieldErrors::new()))
}

pub(super) async fn identify(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let medium = medium(&id)?;
    let all = |name: &'static str| pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value);
    let wanted = Identified {
        lines: all("lines").cloned().collect(),
        assets: all("assets").filter_map(|id| id.parse().ok()).collect(),
        all_without_risks: all("all_without_risks").next().is_some(),
    };
    let only = all("only").find_map(|id| id.parse::<AssetId>().ok());
    match risk::identify(&person.context, &state.catalog, &wanted).await {
        Ok(added) => {
            let list = match only {
                Some(asset) => format!("/risks?asset={asset}"),
                None => format!("/risks?medium={}", medium.id()),
            };
            Ok(see_other_with(&list, &done(added)))
        }
        Err(error) => {
            let errors = field_errors(error)?;
            let proposal = propose(&person.context, &state.catalog, medium).await?;
            let ticked = Ticked {
                lines: wanted.lines.into_iter().collect(),
                assets: wanted.assets.into_iter().collect(),
                all_without_risks: wanted.all_without_risks,
                only,
            };
            let page = page(&person, &state.catalog, &proposal, &ticked, &errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn done(added: u64) -> Notice {
    match added {
        0 => Notice::information("選んだ脅威と情報資産のリスクは、もうすべてありました。何も追加していません。"),
        added => Notice::success(format!(
            "{}件のリスクを追加しました。大きいものから、対応を決めていきましょう。",
            plain::thousands(added)
        )),
    }
}

fn page(person: &Person, catalog: &Catalog, proposal: &Proposal, ticked: &Ticked, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let title = format!("「{}」のリスクを洗い出す", proposal.medium.title());
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link("リスクを洗い出す", "/risks/identify")],
        lead: Some(
            html! { p { "起こりうることと、対象の情報資産を選びます。選んだ組み合わせの数だけ、リスクができます（もうあるものは重ねません）。" } },
        ),
        ..Page::new(&title, Section::Risks, &frame)
    };
    let action = format!("/risks/identify/{}", proposal.medium.id());
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/risks/identify", ..LinkButton::default() };
    page.render(FormPart { action: &action, ..FormPart::default() }.render(html! {
        @if let Some(only) = ticked.only { input type="hidden" name="only" value=(only); }
        section aria-labelledby="threats" {
            h2 #threats { "1. 何が起こりうるか（脅威）" }
            p { "会社の状況から見て、年に数回は起こりうるものに、はじめから印を付けてあります。自社に当てはまらないものは外してください。" }
            (origins())
            (lines(catalog, proposal, ticked, errors))
            p {
                "ここにない、自社ならではの脅威は、"
                a href={ "/risks/new?many=on&medium=" (proposal.medium.id()) } { "情報資産をまとめて選んで追加できます。" }
            }
        }
        section aria-labelledby="targets" {
            h2 #targets { "2. どの情報資産について考えるか" }
            (assets(proposal, ticked, errors))
        }
        div.actions { (submit("選んだリスクを追加する")) (cancel.render()) }
    }))
}

/// What E, D and A mean for the kind of measure.
fn origins() -> Markup {
    definition(
        "脅威の起源",
        html! {
            p { "脅威がどこから来るかです。起源によって、力を入れる対策が変わります。" }
            ul {
                @for origin in words::ORIGINS {
                    li { b { (words::origin(origin)) } "：" (words::origin_meaning(origin)) (origin.measures()) }
                }
            }
        },
    )
}

fn lines(catalog: &Catalog, proposal: &Proposal, ticked: &Ticked, errors: &FieldErrors) -> Markup {
    html! {
        fieldset.field {
            legend.visually-hidden { "脅威" }
            (wrong("lines", errors))
            div.threat-lines {
                @for (place, line) in proposal.lines.iter().enumerate() { (threat_line(catalog, line, place, ticked)) }
            }
        }
    }
}

fn threat_line(catalog: &Catalog, proposed: &Proposed, place: usize, ticked: &Ticked) -> Markup {
    let Some(line) = catalog.line(&proposed.line) else { return html! {} };
    let id = if place == 0 { "lines".to_owned() } else { format!("lines-{}", place + 1) };
    let about = format!("{id}-about");
    let level = catalog.threat_levels.iter().find(|level| level.value == proposed.threat);
    let weak = catalog.vulnerability_levels.iter().find(|level| level.value == proposed.vulnerability);
    let mut origins: Vec<_> =
        line.threats.iter().filter_map(|id| catalog.threat(id)).flat_map(|one| &one.origins).collect();
    origins.sort_unstable();
    origins.dedup();
    let origins: Vec<_> = origins.into_iter().map(|origin| words::origin(*origin)).collect();
    html! {
        div.choice {
            input type="checkbox" id=(id) name="lines" value=(line.id) checked[ticked.lines.contains(&line.id)] aria-describedby=(about);
            div {
                label for=(id) { (line.title) }
                div.choice-support id=(about) {
                    p { (line.explanation) }
                    ul.facts {
                        li { "起こりやすさ " b { (proposed.threat) } @if let Some(level) = level { "（" (level.title) "）" } }
                        li { "つけ込みやすさ " b { (proposed.vulnerability) } @if let Some(level) = weak { "（" (level.title) "）" } }
                        li { "被害発生可能性 " b { (proposed.likelihood) } }
                        @if !origins.is_empty() { li { "起源 " (origins.join("・")) } }
                    }
                }
            }
        }
    }
}

fn assets(proposal: &Proposal, ticked: &Ticked, errors: &FieldErrors) -> Markup {
    let all = CheckboxField {
        name: "all_without_risks",
        label: "ここに出ていないものも含めて、まだリスクのない情報資産すべて",
        is_checked: ticked.all_without_risks,
        ..CheckboxField::default()
    };
    html! {
        @if proposal.assets.is_empty() {
            p { "この媒体・保存先の情報資産は、まだありません。" a href="/assets/new" { "情報資産を追加する" } }
        } @else {
            p { "まだリスクのない情報資産に、はじめから印を付けてあります。" }
        }
        fieldset.field {
            legend.visually-hidden { "情報資産" }
            (wrong("assets", errors))
            div.asset-choices {
                @for (place, asset) in proposal.assets.iter().enumerate() { (asset_line(asset, place, ticked)) }
            }
        }
        @if proposal.more {
            p { "重要度の高いものから200件を示しています。" }
            (all.render(errors))
        }
    }
}

fn asset_line(asset: &ProposedAsset, place: usize, ticked: &Ticked) -> Markup {
    let id = if place == 0 { "assets".to_owned() } else { format!("assets-{}", place + 1) };
    html! {
        div.choice {
            input type="checkbox" id=(id) name="assets" value=(asset.id) checked[ticked.assets.contains(&asset.id)];
            div {
                label for=(id) {
                    (asset.name)
                    span.soft.small { "　重要度 " (asset.importance) "　" @if asset.risks == 0 { "リスクなし" } @else { "リスク " (asset.risks) "件" } }
                }
            }
        }
    }
}

/// What is wrong with a group; the summary above leads to its first box.
fn wrong(field: &str, errors: &FieldErrors) -> Markup {
    html! { @for message in errors.of(field) { p.field-error { span { span.visually-hidden { "エラー：" } (message) } } } }
}
