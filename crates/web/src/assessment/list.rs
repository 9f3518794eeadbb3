//! The snapshots, and the form that takes one.

use app::assessment::{self, Assessment, Input};
use app::asset::Departments;
use app::{Permission, Scope};
use japanese::format_date;
use maud::{Markup, html};

use super::bands::bands;
use crate::Failure;
use crate::asset::words::day;
use crate::components::{
    Choice, Column, EmptyState, FieldErrors, Form, Notice, Row, SelectField, Table, TextField, definition, submit,
    thousands,
};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::risk::View;

pub(super) async fn list(person: Person) -> Result<Markup, Failure> {
    page(&person, &Input::default(), &FieldErrors::new()).await
}

/// The screen, with what was typed for a new one.
pub(super) async fn page(person: &Person, input: &Input, errors: &FieldErrors) -> Result<Markup, Failure> {
    let all = assessment::list(&person.context).await?;
    let departments = Departments::of(&person.context).await?;
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        lead: Some(
            html! { p { "ある日のリスクをそのまま写し取って残します。次の回と比べると、何が上がり、何が下がったかが分かります。" } },
        ),
        ..Page::new("リスクアセスメント", Section::Risks, &frame)
    };
    Ok(page.render(html! {
        (View::Assessments.tabs())
        @if all.is_empty() {
            (EmptyState {
                title: "まだアセスメントがありません。",
                text: "リスクの洗い出しと対応を決めるのが一区切りついたら、その日のリスクを残します。年に1回が目安です。",
                actions: html! {},
            }.render())
        } @else {
            (next_time(person, &all))
            (table(&all))
        }
        (definition("リスクアセスメント", html! {
            p { "会社のリスクを洗い出し、大きさを計算して、基準と比べることです。ここでは、その結果を1回分ずつ残します。残したものは、あとから変わりません。" }
        }))
        @if person.context.allows(Permission::EditRisks) { (taking(person, &departments, input, errors)) }
    }))
}

/// When the next one is to be made.
fn next_time(person: &Person, all: &[Assessment]) -> Markup {
    let Some(next) = assessment::next(&person.context, all, person.organization.repeat_months) else {
        return html! { p { "会社全体のアセスメントは、まだありません。" } };
    };
    let about = format!("{}ごろ", format_date(next.on));
    if next.is_due {
        let last = next.last.name;
        return Notice::warning(format!("次の時期が来ています：{about}（前回は「{last}」）")).render();
    }
    html! { p { "次の時期：" (about) } }
}

fn table(all: &[Assessment]) -> Markup {
    let row = |one: &Assessment| {
        Row::new(vec![
            html! { a href={ "/assessments/" (one.id) } { (one.name) } },
            html! { span.nowrap { (day(one.made_on)) } },
            html! { (one.scope) },
            html! { (one.criteria.name()) },
            bands(one),
            html! { (thousands(one.heat_map.total())) "件" },
            html! { (one.made_by) },
        ])
    };
    Table {
        id: "assessments",
        caption: "アセスメントの一覧",
        columns: vec![
            Column::new("名前"),
            Column::new("評価日"),
            Column::new("範囲"),
            Column::new("リスク基準"),
            Column::new("リスク").block(),
            Column::new("合計").at_end(),
            Column::new("作った人"),
        ],
        rows: all.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

fn taking(person: &Person, departments: &Departments, input: &Input, errors: &FieldErrors) -> Markup {
    let name = TextField {
        name: "name",
        label: "名前",
        support: "例：2026年度の定期アセスメント。空欄のときは、今日の日付の名前になります。部署のものには、部署名も入ります。",
        value: &input.name,
        autocomplete: "off",
        ..TextField::default()
    };
    let own = match person.context.scope(Permission::EditRisks) {
        Ok(Scope::Departments(own)) => Some(own),
        _ => None,
    };
    // Who is responsible for a department takes theirs; others the whole company, or any.
    let offered = departments.iter().filter(|(id, _)| own.as_ref().is_none_or(|own| own.contains(id)));
    let offered: Vec<_> = offered.map(|(id, name)| (id.to_string(), name)).collect();
    let choices: Vec<_> = offered.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let chosen = input.department.map(|id| id.to_string()).unwrap_or_default();
    let department = SelectField {
        name: "department",
        label: "範囲",
        support: if own.is_some() {
            "自分の部署のリスクを残します。"
        } else {
            "会社全体か、1つの部署のリスクを残します。"
        },
        value: &chosen,
        empty: if own.is_some() { "" } else { "会社全体" },
        choices: &choices,
        ..SelectField::default()
    };
    html! {
        section aria-labelledby="take" {
            h2 #take { "今日のリスクを残す" }
            (Form { action: "/assessments", ..Form::default() }.render(html! {
                (name.render(errors))
                @if own.is_some() || !choices.is_empty() { (department.render(errors)) }
                div.actions { (submit("今日のリスクを残す")) }
            }))
        }
    }
}
