//! How far one task is. Finishing it shows first what it changes.

use app::Error;
use app::asset::today;
use app::risk::find;
use app::treatment::{self, Finished, TaskStatus, preview_finish};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::response::Response;
use maud::{Markup, html};

use super::posted::Posted;
use super::{risk_id, task_id, words};
use crate::components::{
    ButtonKind, CheckboxField, Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup,
    description_list, submit,
};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path((risk, task)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let (id, task) = (risk_id(&risk)?, task_id(&task)?);
    let finished = preview_finish(&person.context, &state.catalog, id, task).await?;
    let risk = find(&person.context, &state.catalog, id).await?.risk;
    let (here, label) = (format!("/risks/{id}"), risk.label());
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("対策計画", "/treatments"), Crumb::link(&label, &here)],
        beside_title: Some(words::status(finished.task.status)),
        ..Page::new(&finished.task.what, Section::Plans, &frame)
    };
    let action = format!("{here}/tasks/{task}");
    Ok(page.render(html! {
        (facts(&person, &finished))
        section aria-labelledby="progress" {
            h2 #progress { "どこまで進みましたか" }
            (FormPart { action: &action, ..FormPart::default() }.render(html! {
                input type="hidden" name="seen" value=(risk.version);
                (fields(&person, &finished))
                div.actions {
                    (submit("保存する"))
                    (LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/treatments", ..LinkButton::default() }.render())
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

fn fields(person: &Person, finished: &Finished) -> Markup {
    let errors = FieldErrors::new();
    let choices = TaskStatus::ALL.map(|status| Choice::new(status.id(), status.title()));
    let status = RadioGroup {
        name: "status",
        label: "進み具合",
        required: true,
        value: finished.task.status.id(),
        choices: &choices,
        ..RadioGroup::default()
    };
    let label = match (&finished.control, finished.expected) {
        (Some(control), None) => format!("管理策「{control}」を「実施」にする"),
        (Some(control), Some(_)) => format!("管理策「{control}」を「実施」にし、見込んだ効果が出たことを認める"),
        (None, _) => "見込んだ効果が出たことを認める".to_owned(),
    };
    let confirms = finished.control.is_some() || finished.expected.is_some();
    let in_place = CheckboxField {
        name: "in_place",
        label: &label,
        support: "完了にするときだけ使います。まだ一部しか済んでいないときは、印を外してください。",
        is_checked: true,
        ..CheckboxField::default()
    };
    html! {
        (status.render(&errors))
        @if confirms && finished.task.status != TaskStatus::Done {
            div.finishing {
                p { "完了にすると、こう変わります。" }
                (in_place.render(&errors))
                @if finished.expected.is_some() { p { "この計画の最後の作業です。" } }
                p { "リスクレベル：" (words::levels(finished.level, Some(finished.then), &person.organization.criteria)) }
                @if finished.level == finished.then {
                    p { small { "ほかの対策も済むまで、リスクレベルは変わりません。" } }
                }
            }
        }
        @if finished.task.status == TaskStatus::Done && let Some(stays) = stays(finished) {
            p { small { "完了から戻しても、" (stays) "違うときは、リスクの画面で直してください。" } }
        }
    }
}

/// What finishing the task has changed of the risk, and setting it back does not undo.
const fn stays(finished: &Finished) -> Option<&'static str> {
    match (finished.control.is_some(), finished.expected.is_some()) {
        (true, false) => Some("管理策は「実施」のままです。"),
        (false, true) => Some("見込んだ効果が出たものとした評価はそのままです。"),
        (true, true) => Some("管理策は「実施」のままで、見込んだ効果が出たものとした評価もそのままです。"),
        (false, false) => None,
    }
}

pub(super) async fn progress(
    person: Person,
    Shared(state): Shared<State>,
    Path((risk, task)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, task_id, posted) = (risk_id(&risk)?, task_id(&task)?, Posted(pairs));
    let here = format!("/risks/{id}/tasks/{task_id}");
    let Some(status) = TaskStatus::from_id(posted.get("status")) else {
        let notice = Notice::warning("『進み具合』を、未着手・実施中・完了から選んでください。");
        return Ok(see_other_with(&here, &notice));
    };
    let in_place = !posted.get("in_place").is_empty();
    let back = if posted.get("back") == "board" { "/treatments/board" } else { "/treatments" };
    let context = &person.context;
    match treatment::progress(context, &state.catalog, id, posted.seen(), task_id, status, in_place).await {
        Ok(risk) => {
            let level = risk.analysis.level();
            let band = person.organization.criteria.band(level).title();
            let told = format!(
                "「{}」にしました。「{}」のリスクレベルは今 {level}（{band}）です。",
                status.title(),
                risk.label()
            );
            Ok(see_other_with(back, &Notice::success(told)))
        }
        Err(Error::Stale) => {
            let notice = Notice::warning(
                "ほかの人が先にこのリスクを変更しました。今の内容を確かめて、もう一度保存してください。",
            );
            Ok(see_other_with(&here, &notice))
        }
        Err(error) => Err(error.into()),
    }
}
