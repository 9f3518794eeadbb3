//! Which tokens there are.

use app::token::{self, Token};
use app::{Instant, Permission};
use maud::{Markup, html};

use super::WAY;
use crate::Failure;
use crate::account::moment;
use crate::components::{ButtonKind, Column, EmptyState, LinkButton, Row, State as Tone, Table, definition, state};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn list(person: Person) -> Result<Markup, Failure> {
    let context = &person.context;
    let tokens = token::list(context).await?;
    let has_owners = context.allows(Permission::ManagePeople);
    let frame = person.frame();
    let new = context.allows(Permission::UseApi).then(|| {
        LinkButton {
            kind: ButtonKind::Primary,
            label: "トークンを作る",
            href: "/account/tokens/new",
            ..LinkButton::default()
        }
        .render()
    });
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &WAY[..1],
        actions: new,
        ..Page::new("APIトークン", Section::Account, &frame)
    };
    Ok(page.render(html! {
        (explained())
        @if tokens.is_empty() {
            (EmptyState {
                title: "まだトークンはありません。",
                text: "在庫管理など、ほかのソフトウェアから台帳を読み書きさせたいときに作ります。",
                actions: html! {},
            }.render())
        } @else {
            (table(&tokens, has_owners, context.now()))
        }
    }))
}

fn explained() -> Markup {
    definition(
        "APIトークン",
        html! {
            p {
                "ほかのソフトウェアが、あなたの代わりに Sonae を使うための長い合い言葉です。"
                "そのソフトウェアにできるのは、この組織の中で、あなたの役割でできることだけです。"
            }
            p { "使い方は、API の説明書（" a href="/api/v1/openapi.json" { "OpenAPI 3.1" } "）にあります。" }
        },
    )
}

fn table(tokens: &[Token], has_owners: bool, now: Instant) -> Markup {
    let mut columns = vec![Column::new("何に使うか")];
    if has_owners {
        columns.push(Column::new("持ち主"));
    }
    let rest = ["できること", "状態", "期限", "最後に使った日時"].map(Column::new);
    columns.extend(rest.into_iter().chain([Column::new("操作").unlabelled()]));
    let caption = if has_owners { "この組織のAPIトークン" } else { "自分のAPIトークン" };
    let rows = tokens.iter().map(|token| row(token, has_owners, now)).collect();
    Table { id: "tokens", caption, columns, rows, ..Table::default() }.render()
}

fn row(token: &Token, has_owners: bool, now: Instant) -> Row {
    let mut cells = vec![html! { (token.name) }];
    if has_owners {
        cells.push(html! { (token.owner) });
    }
    let href = format!("/account/tokens/{}/revoke", token.id);
    let revoke =
        LinkButton { kind: ButtonKind::Text, label: "取り消す", href: &href, about: &token.name, is_small: true };
    cells.extend([
        html! { (token.scope.title()) },
        badge(token, now),
        moment(token.expires_at),
        token.used_at.map_or_else(|| html! { "まだ使っていません" }, moment),
        html! { @if token.is_usable(now) { (revoke.render()) } },
    ]);
    Row::new(cells)
}

fn badge(token: &Token, now: Instant) -> Markup {
    match token.revoked_at {
        Some(_) => state(Tone::Neutral, "取り消し済み"),
        None if token.is_usable(now) => state(Tone::Success, "使えます"),
        None => state(Tone::Warning, "期限切れ"),
    }
}
