//! Who belongs here, and who is invited.

use app::invitation::{self, Invitation, State as Stage};
use app::people::{self, Person as Member, offered};
use app::{AccountId, Role};
use axum::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;

use super::invitation::table as invitation_table;
use super::tabs::{Place, places};
use super::words;
use crate::Failure;
use crate::components::{
    ButtonKind, Choice, Column, EmptyState, FieldErrors, FilterBar, LinkButton, Row, SelectField, State, Table,
    TextField, TextKind, Width, state,
};
use crate::layout::{Page, Section};
use crate::request::Person;

/// What narrows the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    q: String,
    role: String,
    /// `all` also shows invitations that are over.
    invitations: String,
}

pub(super) async fn list(person: Person, Query(filter): Query<Filter>) -> Result<Markup, Failure> {
    let people = people::list(&person.context).await?;
    let invitations = invitation::list(&person.context).await?;
    let may_invite = !offered(&person.context).is_empty();
    let invite = LinkButton {
        kind: ButtonKind::Primary,
        label: "人を招待する",
        href: "/people/invite",
        ..LinkButton::default()
    };
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        actions: may_invite.then(|| invite.render()),
        lead: Some(html! { p { "この組織を使える人と、その人ができることの一覧です。" } }),
        ..Page::new("人と役割", Section::Settings, &frame)
    };
    let shown: Vec<&Member> = people.iter().filter(|member| filter.holds(member)).collect();
    Ok(page.render(html! {
        (places(&person.context, Place::People))
        section aria-labelledby="members" {
            h2 #members { "組織の人 " span.number { (shown.len()) } "人" }
            (filter.bar())
            @if shown.is_empty() { (nobody()) } @else { (members(&shown, person.signed.account.id)) }
        }
        section aria-labelledby="invitations" {
            h2 #invitations { "招待" }
            (invited(&person, &invitations, filter.invitations == "all"))
        }
    }))
}

impl Filter {
    /// Whether the person is one of those looked for.
    fn holds(&self, member: &Member) -> bool {
        let key = japanese::matching_key(&self.q);
        let found = [&member.name, &member.email].iter().any(|text| japanese::matching_key(text).contains(&key));
        let role = Role::from_id(&self.role);
        found && role.is_none_or(|role| member.roles.iter().any(|held| held.role == role))
    }

    fn bar(&self) -> Markup {
        let roles = Role::ALL.map(|role| Choice::new(role.id(), role.title()));
        let errors = FieldErrors::new();
        let search = TextField {
            kind: TextKind::Search,
            name: "q",
            label: "氏名・メールアドレス",
            value: &self.q,
            ..TextField::default()
        };
        let role = SelectField {
            id: "role-filter",
            name: "role",
            label: "役割",
            value: &self.role,
            empty: "すべて",
            choices: &roles,
            width: Width::Medium,
            ..SelectField::default()
        };
        let is_set = !self.q.is_empty() || !self.role.is_empty();
        FilterBar {
            action: "/people",
            fields: html! { (search.render(&errors)) (role.render(&errors)) },
            kept: &[],
            clear_href: is_set.then_some("/people"),
        }
        .render()
    }
}

fn nobody() -> Markup {
    let clear = LinkButton { label: "条件を消す", href: "/people", ..LinkButton::default() };
    EmptyState {
        title: "条件に合う人はいません。",
        text: "言葉を短くするか、条件を消してください。",
        actions: clear.render(),
    }
    .render()
}

fn members(people: &[&Member], own: AccountId) -> Markup {
    let row = |member: &&Member| {
        Row::new(vec![
            html! {
                a href={ "/people/" (member.account) } { (member.name) }
                @if member.account == own { " " (state(State::Neutral, "自分")) }
                @if member.disabled { " " (state(State::Warning, "利用停止中")) }
            },
            html! { (member.email) },
            html! { (member.roles.iter().map(words::held).collect::<Vec<_>>().join("、")) },
            html! { (words::day(member.joined_at)) },
        ])
    };
    Table {
        id: "people",
        caption: "組織の人",
        columns: vec![
            Column::new("氏名"),
            Column::new("メールアドレス").block(),
            Column::new("役割").block(),
            Column::new("参加した日"),
        ],
        rows: people.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

fn invited(person: &Person, invitations: &[Invitation], all: bool) -> Markup {
    let is_over = |invitation: &&Invitation| matches!(invitation.state, Stage::Accepted | Stage::Revoked);
    let (over, waiting): (Vec<&Invitation>, Vec<&Invitation>) = invitations.iter().partition(is_over);
    let shown: Vec<&Invitation> = if all { invitations.iter().collect() } else { waiting };
    html! {
        @if shown.is_empty() {
            (EmptyState { title: "返事を待っている招待はありません。", text: "", actions: html! {} }.render())
        } @else {
            (invitation_table::table(&person.context, &shown))
        }
        @if all {
            p { a href="/people#invitations" { "返事を待っている招待だけを見る" } }
        } @else if !over.is_empty() {
            p { a href="/people?invitations=all#invitations" { "終わった招待も見る（" (over.len()) "件）" } }
        }
    }
}
