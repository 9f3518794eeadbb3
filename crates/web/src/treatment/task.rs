//! How far one task is. Finishing it shows first what it changes.

use app::asset::today;
use app::risk::{Found, find};
use app::treatment::{self, Effect, Finished, TaskStatus, preview_finish};
use app::{Error, RiskId};
use axum::Form;
use axum::extract::{Path, Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::posted::Posted;
use super::{conflict, risk_id, task_id, words};
use crate::components::{
    ButtonKind, CheckboxField, Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup,
    description_list, submit,
};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

/// Where a person came from, and what was chosen before somebody else was quicker.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Address {
    back: String,
    status: String,
    /// `on` or `off`: whether the box was ticked.
    in_place: String,
}

/// The screen that a person came from.
fn back(name: &str, risk: RiskId) -> String {
    match name {
        "board" => "/treatments/board".to_owned(),
        "risk" => format!("/risks/{risk}#treatment"),
        _ => "/treatments".to_owned(),
    }
}

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path((risk, task)): Path<(String, String)>,
    Query(address): Query<Address>,
) -> Result<Markup, Failure> {
    let (id, task) = (risk_id(&risk)?, task_id(&task)?);
    let finished = preview_finish(&person.context, &state.catalog, id, task).await?;
    let found = find(&person.context, &state.catalog, id).await?;
    page(&person, &found, &finished, &address, person.notices())
}

fn page(
    person: &Person,
    found: &Found<'_>,
    finished: &Finished,
    address: &Address,
    notices: &[Notice],
) -> Result<Markup, Failure> {
    let risk = &found.risk;
    let (here, label) = (format!("/risks/{}", risk.id), risk.label());
    let frame = person.frame();
    let page = Page {
        notices,
        breadcrumbs: &[Crumb::link("対策計画", "/treatments"), Crumb::link(&label, &here)],
        beside_title: Some(words::progress(finished.task.status, risk.is_unconfirmed(&finished.task))),
        ..Page::new(&finished.task.what, Section::Plans, &frame)
    };
    let action = format!("{here}/tasks/{}", finished.task.id);
    let back = back(&address.back, risk.id);
    Ok(page.render(html! {
        (facts(person, finished))
        section aria-labelledby="progress" {
            h2 #progress { "どこまで進みましたか" }
            (FormPart { action: &action, ..FormPart::default() }.render(html! {
                input type="hidden" name="seen" value=(risk.version);
                input type="hidden" name="back" value=(address.back);
                (fields(person, risk.id, finished, address))
                div.actions {
                    (submit("保存する"))
                    (LinkButton { kind: ButtonKind::Text, label: "やめる", href: &back, ..LinkButton::default() }.render())
                }
            }))
        }
    }))
}

fn facts(person: &Person, finished: &Finished) -> Markup {
    let task = &finished.task;
    let mut entries = vec![
        ("担当", html! { (task.responsible) }),
        ("期限", words::due(task.due_on, task.status, today(&person.context))),
    ];
    if let Some(cost) = task.cost {
        entries.push(("費用", html! { (words::yen(cost)) }));
    }
    if let Some(control) = &finished.control {
        entries.push(("管理策", html! { (control) }));
    }
    if let Some(day) = task.done_on {
        entries.push(("完了した日", html! { (words::day(day)) }));
    }
    description_list(&entries)
}

fn fields(person: &Person, risk: RiskId, finished: &Finished, address: &Address) -> Markup {
    let chosen = TaskStatus::from_id(&address.status).unwrap_or(finished.task.status);
    let choices = TaskStatus::ALL.map(|status| Choice::new(status.id(), status.title()));
    let status = RadioGroup {
        name: "status",
        label: "進み具合",
        required: true,
        value: chosen.id(),
        choices: &choices,
        ..RadioGroup::default()
    };
    let is_done = finished.task.status == TaskStatus::Done;
    html! {
        (status.render(&FieldErrors::new()))
        @if let Some(label) = confirming(finished) {
            div.finishing { (finishing(person, finished, &label, &address.in_place)) }
        }
        @if is_done && let Some(back) = finished.back.filter(|back| *back != finished.level) {
            p { small { "完了から戻したときのリスクレベル：" (words::levels(finished.level, Some(back), &person.organization.criteria)) } }
        }
        @if is_done && finished.control.is_some() && finished.in_place {
            p {
                small {
                    "完了から戻しても、管理策は「実施」のままです。違うときは、"
                    a href={ "/risks/" (risk) "/edit" } { "このリスクの編集" } "で直してください。"
                }
            }
        }
    }
}

/// What finishing the task changes, and the box that says so.
fn finishing(person: &Person, finished: &Finished, label: &str, ticked: &str) -> Markup {
    let is_done = finished.task.status == TaskStatus::Done;
    let in_place = CheckboxField {
        name: "in_place",
        label,
        support: if is_done {
            "確かめられたら、印を付けて保存してください。"
        } else {
            "まだ確かめていないときは、印を外してください。あとから、この画面で認められます。"
        },
        is_checked: if ticked.is_empty() { !is_done } else { ticked == "on" },
        ..CheckboxField::default()
    };
    let levels = words::levels(finished.level, Some(finished.then), &person.organization.criteria);
    html! {
        @if is_done { p { "作業は完了していますが、次のことはまだ認められていません。" } }
        @else if finished.effect.is_some() { p { "この計画の最後の作業です。完了にすると、こう変わります。" } }
        @else { p { "完了にすると、こう変わります。" } }
        (in_place.render(&FieldErrors::new()))
        p { "印を付けて保存したときのリスクレベル：" (levels) }
        @if finished.level == finished.then {
            p {
                small {
                    @if finished.others_open { "ほかの作業も終わるまで、リスクレベルは変わりません。" }
                    @else { "この作業を終えても、リスクレベルは変わりません。" }
                }
            }
        }
    }
}

/// What a person confirms who finishes the task, as words on a box; `None` where there is nothing (more) to confirm. A
/// task that is done may still wait for it.
fn confirming(finished: &Finished) -> Option<String> {
    let control = finished.control.as_ref().filter(|_| !finished.in_place);
    let effect = finished.effect.filter(|effect| effect.is_open()).map(|Effect { affected, now, then }| {
        format!("{}が {now} から {then} に下がったことを認める", affected.title())
    });
    match (control, effect) {
        (Some(control), None) => Some(format!("管理策「{control}」を「実施」にする")),
        (Some(control), Some(effect)) => Some(format!("管理策「{control}」を「実施」にし、{effect}")),
        (None, effect) => effect,
    }
}

pub(super) async fn progress(
    person: Person,
    Shared(state): Shared<State>,
    Path((risk, task)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, task, posted) = (risk_id(&risk)?, task_id(&task)?, Posted(pairs));
    let in_place = !posted.get("in_place").is_empty();
    let address = Address {
        back: posted.get("back").to_owned(),
        status: posted.get("status").to_owned(),
        in_place: if in_place { "on" } else { "off" }.to_owned(),
    };
    let Some(status) = TaskStatus::from_id(&address.status) else {
        let notice = Notice::warning("『進み具合』を、未着手・実施中・完了から選んでください。");
        return Ok(see_other_with(&format!("/risks/{id}/tasks/{task}"), &notice));
    };
    let context = &person.context;
    match treatment::progress(context, &state.catalog, id, posted.seen(), task, status, in_place).await {
        Ok(risk) => {
            let level = risk.analysis.level();
            let band = person.organization.criteria.band(level).title();
            let mut told = format!(
                "「{}」にしました。「{}」のリスクレベルは今 {level}（{band}）です。",
                status.title(),
                risk.label()
            );
            let finished = preview_finish(context, &state.catalog, id, task).await?;
            if status == TaskStatus::Done && confirming(&finished).is_some() {
                told.push_str("効果はまだ認めていません。確かめたら、作業の画面で認めてください。");
            }
            Ok(see_other_with(&back(&address.back, id), &Notice::success(told)))
        }
        Err(Error::Stale) => {
            let finished = preview_finish(context, &state.catalog, id, task).await?;
            let found = find(context, &state.catalog, id).await?;
            let who = conflict::who(&person, &state, &found).await?;
            let notice = Notice::warning(format!(
                "見ている間に、{who}、このリスクを変更しました。まだ保存していません。今の内容を確かめて、もう一度「保存する」を押してください。"
            ));
            Ok((StatusCode::CONFLICT, page(&person, &found, &finished, &address, &[notice])?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
