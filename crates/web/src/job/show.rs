//! How far it is, and what came out. The page may be left; with JavaScript it keeps itself up to date.

use app::Error;
use app::asset::import::{JOB as IMPORT, Report};
use app::job::{Job, State as Stage, find};
use axum::extract::Path;
use maud::{Markup, html};

use crate::Failure;
use crate::asset_import;
use crate::components::{ButtonKind, LinkButton, Notice, Progress, thousands};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn show(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let id = id.parse().map_err(|_| Error::NotFound("処理"))?;
    let job = find(&person.context, id).await?;
    let frame = person.frame();
    let page = Page { notices: person.notices(), ..Page::new(&job.title, Section::Assets, &frame) };
    let href = format!("/jobs/{id}");
    Ok(page.render(html! {
        @if job.state.is_over() {
            div #job { (ended(&job)) }
        } @else {
            div #job hx-get=(href) hx-trigger="every 1s" hx-select="#job" hx-swap="outerHTML" { (going_on(&job, &href)) }
        }
    }))
}

fn going_on(job: &Job, href: &str) -> Markup {
    let words = match (job.state, job.total) {
        (Stage::Waiting, _) => "順番を待っています".to_owned(),
        (_, 0) => "準備しています".to_owned(),
        (_, total) => format!("{}行のうち{}行", thousands(total), thousands(job.done)),
    };
    let progress = Progress {
        id: "progress",
        label: "進み具合",
        value: job.done,
        maximum: job.total,
        words: &words,
        note: "この画面を閉じても、処理は続きます。終わるまで台帳は元のままです。",
        ..Progress::default()
    };
    let again = LinkButton { label: "今の状況を見る", href, ..LinkButton::default() };
    let register = LinkButton { kind: ButtonKind::Text, label: "台帳へ", href: "/assets", ..LinkButton::default() };
    html! { (progress.render()) div.actions { (again.render()) (register.render()) } }
}

fn ended(job: &Job) -> Markup {
    let preview = preview_of(job);
    let register = |kind| LinkButton { kind, label: "台帳を見る", href: "/assets", ..LinkButton::default() };
    if job.state == Stage::Failed {
        return html! {
            (Notice::error("取り込みませんでした。").with(html! { p { (job.message) } }).render())
            div.actions {
                @if let Some(href) = &preview {
                    (LinkButton { kind: ButtonKind::Primary, label: "内容を確かめる", href, ..LinkButton::default() }.render())
                }
                (register(ButtonKind::Secondary).render())
            }
        };
    }
    let report: Option<Report> = serde_json::from_value(job.result.clone()).ok();
    let words = report.as_ref().map_or_else(|| "終わりました。".to_owned(), asset_import::done);
    let rest = report.filter(|report| report.left > 0 || report.unusable > 0).and(preview);
    html! {
        (Notice::success(words).render())
        div.actions {
            (register(ButtonKind::Primary).render())
            @if let Some(href) = &rest {
                (LinkButton { label: "残りの行を見る", href, ..LinkButton::default() }.render())
            }
        }
    }
}

/// The preview to which an import goes back.
fn preview_of(job: &Job) -> Option<String> {
    let import = job.payload.get("import").filter(|_| job.kind == IMPORT)?.as_str()?;
    Some(format!("/assets/import/{import}"))
}
