//! The list.

use app::risk::{self, Order, Page as Found, Sort};
use app::store::paging::Total;
use app::{Error, Permission};
use axum::extract::{Query, State as Shared};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::Address;
use super::filter::filter_bar;
use super::table::{FORM, TABLE, lines};
use super::views::View;
use super::{named, words};
use crate::components::{Button, ButtonKind, EmptyState, Form, LinkButton, Pager, Toolbar};
use crate::layout::{Page, Section};
use crate::request::{ListAddress as _, Person, see_other};
use crate::{Failure, State};

pub(super) async fn list(
    person: Person,
    Shared(state): Shared<State>,
    Query(address): Query<Address>,
) -> Result<Response, Failure> {
    let found = match risk::list(&person.context, &address.query()).await {
        // A cursor of another order, or one that nobody made: from the start.
        Err(Error::Invalid { .. }) => return Ok(see_other(&address.start().href("/risks"))),
        found => found?,
    };
    let is_filtered = !address.filter().is_empty();
    let is_empty = found.total == Total::Exactly(0) && !is_filtered;
    let is_changeable = person.context.allows(Permission::EditRisks);
    let about = match (&address.asset.parse(), is_filtered) {
        (Ok(asset), true) => Some(app::asset::find(&person.context, *asset).await?.asset),
        _ => None,
    };
    let named = address.named().and_then(|named| named::entry(&state.catalog, &named));
    let title = match (&about, &named) {
        (Some(asset), _) => format!("「{}」のリスク", asset.content.line.name),
        (None, Some(entry)) => format!("「{}」のリスク", entry.title),
        (None, None) => "リスク".to_owned(),
    };
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        lead: Some(match &named {
            Some(entry) => named::lead(entry),
            None => html! {
                p {
                    "会社の情報や仕事に起きると困ることと、その大きさの一覧です。"
                    @if !found.risks.is_empty() { (in_order(address.query().order)) }
                }
            },
        }),
        actions: (is_changeable && !is_empty).then(|| actions(&address)),
        ..Page::new(&title, Section::Risks, &frame)
    };
    let content = match (is_empty, found.risks.is_empty()) {
        (true, _) => nothing_yet(is_changeable),
        (false, true) => {
            html! { (View::List.tabs()) (filter_bar(&person, &address, &found.departments)) (nothing_found(&address, is_changeable)) }
        }
        (false, false) => html! {
            (View::List.tabs())
            (filter_bar(&person, &address, &found.departments))
            (table(&address, &found, is_changeable))
        },
    };
    Ok(page.render(content).into_response())
}

/// The order of the list in words.
const fn in_order(order: Order) -> &'static str {
    match (order.sort, order.descending) {
        (Sort::Level, true) => "リスクレベルの大きいものから並んでいます。",
        (Sort::Level, false) => "リスクレベルの小さいものから並んでいます。",
        (Sort::Name, false) => "名前の順に並んでいます。",
        (Sort::Name, true) => "名前の逆の順に並んでいます。",
        (Sort::Updated, true) => "最近変更したものから並んでいます。",
        (Sort::Updated, false) => "変更の古いものから並んでいます。",
        (Sort::Review, false) => "見直し予定日の早いものから並んでいます。",
        (Sort::Review, true) => "見直し予定日のないもの、遅いものの順に並んでいます。",
    }
}

fn actions(address: &Address) -> Markup {
    let own = match address.asset.as_str() {
        "" => "/risks/new".to_owned(),
        asset => format!("/risks/new?asset={asset}"),
    };
    let link = |kind, label, href| LinkButton { kind, label, href, ..LinkButton::default() }.render();
    html! {
        (link(ButtonKind::Secondary, "リスクを1件追加する", &own))
        (link(ButtonKind::Primary, "リスクを洗い出す", "/risks/identify"))
    }
}

fn nothing_yet(is_changeable: bool) -> Markup {
    let text = if is_changeable {
        "情報資産台帳の媒体（紙、パソコンなど）ごとに、起こりやすいことの候補を出します。選ぶだけで、たくさんの情報資産のリスクをまとめて作れます。"
    } else {
        "情報セキュリティ責任者などがリスクを洗い出すと、ここに並びます。"
    };
    let actions = html! {
        @if is_changeable {
            (LinkButton { kind: ButtonKind::Primary, label: "リスクを洗い出す", href: "/risks/identify", ..LinkButton::default() }.render())
            (LinkButton { label: "業務で起きたら困ることから始める", href: "/risks/new-event", ..LinkButton::default() }.render())
        }
    };
    html! {
        (EmptyState { title: "まだリスクがありません。", text, actions }.render())
        (words::what_is_a_risk())
    }
}

fn nothing_found(address: &Address, is_changeable: bool) -> Markup {
    let clear = address.unfiltered().href("/risks");
    let actions = html! {
        @if is_changeable && !address.asset.is_empty() {
            (LinkButton { kind: ButtonKind::Primary, label: "リスクを洗い出す", href: "/risks/identify", ..LinkButton::default() }.render())
        }
        (LinkButton { label: "条件を消す", href: &clear, ..LinkButton::default() }.render())
    };
    let text = "言葉を短くするか、条件を消してください。";
    EmptyState { title: "条件に合うリスクはありません。", text, actions }.render()
}

fn table(address: &Address, found: &Found, is_changeable: bool) -> Markup {
    let owning =
        Button { label: "リスク所有者を決める", form: FORM, action: "/risks/owner", ..Button::default() };
    let removing = Button { label: "まとめて削除する", form: FORM, ..Button::default() };
    let form = Form { action: "/risks/remove", id: FORM, ..Form::default() };
    html! {
        @if is_changeable {
            (form.render(html! { input type="hidden" name="back" value=(address.text()); }))
            (Toolbar { table_id: TABLE, selected: 0, actions: html! { (owning.render()) (removing.render()) } }.render())
        }
        (lines(found, address, is_changeable))
        (pager(address, found))
    }
}

fn pager(address: &Address, found: &Found) -> Markup {
    let total = match found.total {
        Total::Exactly(count) => Some(count),
        Total::MoreThan(_) => None,
    };
    let files = [("xlsx", "Excel"), ("docx", "Word"), ("pdf", "PDF")];
    let pager = Pager {
        total,
        first: Some(found.skipped + 1),
        shown: found.risks.len() as u64,
        page_size: risk::MOST,
        previous_href: found.before.as_ref().map(|cursor| address.before(cursor).href("/risks")),
        next_href: found.after.as_ref().map(|cursor| address.after(cursor).href("/risks")),
        more: Some(html! {
            @for (format, title) in files {
                a href=(address.start().href(&format!("/risks/export.{format}"))) { (title) "で出力" } " "
            }
        }),
    };
    pager.render()
}
