//! The link of an invitation, at the only moment at which it can be seen.

use app::invitation::{Delivery, Issued, send};
use maud::{Markup, html};

use crate::State;
use crate::components::{ButtonKind, Crumb, FieldErrors, LinkButton, Notice, TextField, Width, description_list};
use crate::layout::{Page, Section};
use crate::people::words;
use crate::request::Person;

/// Mails the link where mail is configured, and shows it.
pub(super) async fn show(state: &State, person: &Person, issued: &Issued) -> Markup {
    let link = format!("{}/invitations/{}", state.settings.public_address, issued.secret.reveal());
    let delivery = send(&state.mailer, issued, &link).await;
    let notice = match delivery {
        Delivery::Sent => Notice::success(delivery.explanation()),
        Delivery::NotConfigured => Notice::information(delivery.explanation()),
        Delivery::Failed => Notice::warning(delivery.explanation()),
    };
    let frame = person.frame();
    let page = Page {
        notices: &[notice],
        breadcrumbs: &[Crumb::link("人と役割", "/people")],
        ..Page::new("招待のリンクができました", Section::Settings, &frame)
    };
    page.render(content(issued, &link))
}

fn content(issued: &Issued, link: &str) -> Markup {
    let invitation = &issued.invitation;
    let field = TextField {
        name: "link",
        label: "招待のリンク",
        support: "このリンクを見られるのは今だけです。全体を選んでコピーし、本人だけに伝えてください。",
        value: link,
        autocomplete: "off",
        width: Width::Full,
        is_read_only: true,
        ..TextField::default()
    };
    let more = LinkButton { label: "続けて招待する", href: "/people/invite", ..LinkButton::default() };
    let back =
        LinkButton { kind: ButtonKind::Text, label: "人と役割へ戻る", href: "/people", ..LinkButton::default() };
    html! {
        (field.render(&FieldErrors::new()))
        div.actions {
            button.button.button-primary type="button" data-copy="link" hidden { "リンクをコピーする" }
            span role="status" {}
        }
        h2 { "招待の内容" }
        (description_list(&[
            ("メールアドレス", html! { (invitation.email) }),
            ("役割", html! { (words::offered(invitation)) }),
            ("期限", html! { (words::moment(invitation.expires_at)) "まで" }),
        ]))
        p { "リンクをなくしたときは、「人と役割」の招待の一覧で作り直せます。前のリンクは使えなくなります。" }
        div.actions { (more.render()) (back.render()) }
    }
}
