//! What the three views of the plan share: heading, tabs, filters, what an empty plan says.

use app::asset::Departments;
use app::treatment::TaskStatus;
use maud::{Markup, html};
use method::Treatment;

use super::address::Address;
use crate::components::{
    Choice, EmptyState, FieldErrors, FilterBar, LinkButton, SelectField, Tab, Width, definition, tabs,
};
use crate::download;
use crate::layout::{Page, Section};
use crate::request::Person;

/// A view of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    List,
    Board,
    Calendar,
}

impl View {
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::List => "/treatments",
            Self::Board => "/treatments/board",
            Self::Calendar => "/treatments/calendar",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::List => "一覧",
            Self::Board => "進み具合",
            Self::Calendar => "カレンダー",
        }
    }
}

/// The screen around a view. The same filter holds when going from one view to another.
pub(super) fn page(person: &Person, view: View, address: &Address, content: Markup) -> Markup {
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        lead: Some(html! { p { "リスクを小さくするために決めた作業を、だれが、いつまでにするかの計画です。" } }),
        ..Page::new("対策計画", Section::Plans, &frame)
    };
    let all = [View::List, View::Board, View::Calendar];
    let start = address.from(0);
    let hrefs = all.map(|other| start.href(other.path()));
    let entries: Vec<Tab<'_>> = { all.into_iter().zip(&hrefs) }
        .map(|(other, href)| Tab { title: other.title(), href, is_current: other == view, count: None })
        .collect();
    let what = if address.is_filtered() { "条件に合う作業" } else { "計画の全体" };
    let files = download::links(what, "/treatments/export", &start.text());
    page.render(html! { (tabs("計画の見方", &entries)) (content) (without_tasks()) (files) })
}

/// The way to what was decided but may have no task: it has no day, and so no place in a plan of days.
fn without_tasks() -> Markup {
    let others = [Treatment::Transfer, Treatment::Avoid, Treatment::Accept];
    html! {
        p {
            "移転・回避・受容を決めたリスクは、リスクの一覧で見られます："
            @for treatment in others {
                a href={ "/risks?treatment=" (treatment.id()) } { (treatment.title()) } " "
            }
        }
    }
}

/// What narrows the plan. The board has its columns for how far tasks are.
pub(super) fn filter_bar(view: View, address: &Address, departments: &Departments, kept: &[(&str, &str)]) -> Markup {
    let errors = FieldErrors::new();
    let names: Vec<_> = departments.iter().map(|(id, name)| (id.to_string(), name)).collect();
    let names: Vec<_> = names.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let statuses = TaskStatus::ALL.map(|status| Choice::new(status.id(), status.title()));
    let (overdue, mine) = ([Choice::new("overdue", "過ぎている")], [Choice::new("me", "自分")]);
    let select = |name: &'static str, label: &'static str, value, choices: &[Choice<'_>]| {
        SelectField { name, label, value, choices, empty: "すべて", width: Width::Full, ..SelectField::default() }
            .render(&errors)
    };
    let clear = Address::default().href(view.path());
    FilterBar {
        action: view.path(),
        fields: html! {
            @if view != View::Board { (select("status", "進み具合", &address.status, &statuses)) }
            @if !names.is_empty() { (select("department", "部署", &address.department, &names)) }
            (select("due", "期限", &address.due, &overdue))
            (select("who", "担当", &address.who, &mine))
        },
        kept,
        clear_href: address.is_filtered().then_some(&clear),
    }
    .render()
}

/// Nothing is planned, or the filter finds nothing.
pub(super) fn nothing(view: View, address: &Address) -> Markup {
    let clear = Address::default().href(view.path());
    let (title, text, label, href) = if address.is_filtered() {
        ("条件に合う作業はありません。", "条件を消すと、すべての作業が並びます。", "条件を消す", clear.as_str())
    } else {
        (
            "まだ作業がありません。",
            "リスクを選んで「対応を決める」を押し、することを書くと、ここに並びます。",
            "リスクの一覧を見る",
            "/risks",
        )
    };
    let actions = LinkButton { label, href, ..LinkButton::default() }.render();
    html! {
        (EmptyState { title, text, actions }.render())
        @if !address.is_filtered() {
            (definition("対策計画", html! {
                p { "リスクごとに決めた対応（低減・移転・回避）を、作業に分けて並べたものです。国際規格では「リスク対応計画」と呼びます。" }
            }))
        }
    }
}
