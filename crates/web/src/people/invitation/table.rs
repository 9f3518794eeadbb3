//! The list of invitations.

use app::Context;
use app::invitation::{Invitation, State as Stage};
use app::people::may_give;
use maud::{Markup, html};

use crate::components::{Button, ButtonKind, Column, Form, LinkButton, Row, State, Table, state};
use crate::people::words;

/// Invitations with what the actor can do about each.
pub(in crate::people) fn table(context: &Context, invitations: &[&Invitation]) -> Markup {
    let row = |invitation: &&Invitation| {
        Row::new(vec![
            html! { (invitation.email) },
            html! { (words::offered(invitation)) },
            badge(invitation.state),
            html! { (words::day(invitation.expires_at)) },
            html! { (invitation.invited_by) },
            html! { @if may_change(context, invitation) { (actions(invitation)) } },
        ])
    };
    Table {
        id: "invitation-table",
        caption: "招待",
        columns: vec![
            Column::new("メールアドレス"),
            Column::new("役割").block(),
            Column::new("状態"),
            Column::new("期限"),
            Column::new("招待した人"),
            Column::new("操作").unlabelled(),
        ],
        rows: invitations.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

fn badge(stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Waiting => State::Information,
        Stage::Accepted => State::Success,
        Stage::Expired => State::Warning,
        Stage::Revoked => State::Neutral,
    };
    state(tone, stage.title())
}

fn may_change(context: &Context, invitation: &Invitation) -> bool {
    let is_open = matches!(invitation.state, Stage::Waiting | Stage::Expired);
    let department = invitation.department.as_ref().map(|department| department.id);
    is_open && may_give(context, invitation.role, department)
}

fn actions(invitation: &Invitation) -> Markup {
    let address = format!("/people/invitations/{}", invitation.id);
    let renew =
        Button { label: "リンクを作り直す", about: &invitation.email, is_small: true, ..Button::default() };
    let revoke = format!("{address}/revoke");
    let revoke = LinkButton {
        kind: ButtonKind::Text,
        label: "取り消す",
        href: &revoke,
        about: &invitation.email,
        is_small: true,
    };
    html! {
        div.actions {
            (Form { action: &format!("{address}/renew"), ..Form::default() }.render(renew.render()))
            (revoke.render())
        }
    }
}
