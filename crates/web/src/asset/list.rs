//! The list.

use app::asset::{self, Departments, Page as Found, Review, today};
use app::store::paging::Total;
use app::{Error, Permission};
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use method::{Medium, Rating};

use super::address::Address;
use super::columns::{self, Column};
use super::table::{FORM, Lines, TABLE};
use super::words;
use crate::Failure;
use crate::components::{
    Button, ButtonKind, Choice, EmptyState, FieldErrors, FilterBar, Form, LinkButton, Pager, SelectField, TextField,
    TextKind, Toolbar, Width, definition,
};
use crate::layout::{Page, Section};
use crate::request::{ListAddress as _, Person, see_other};

pub(super) async fn list(
    person: Person,
    headers: HeaderMap,
    Query(address): Query<Address>,
) -> Result<Response, Failure> {
    let found = match asset::list(&person.context, &address.query()).await {
        // A cursor of another order, or one that nobody made: from the start.
        Err(Error::Invalid { .. }) => return Ok(see_other(&address.start().href("/assets"))),
        found => found?,
    };
    let frame = person.frame();
    let adding =
        LinkButton {
            kind: ButtonKind::Primary, label: "1件追加する", href: "/assets/new", ..LinkButton::default()
        };
    let importing = LinkButton { label: "Excelから取り込む", href: "/assets/import", ..LinkButton::default() };
    let actions = html! {
        @if person.context.allows(Permission::ImportAssets) { (importing.render()) }
        @if person.context.allows(Permission::EditAssets) { (adding.render()) }
    };
    let is_filtered = !address.filter().is_empty();
    let is_empty = found.total == Total::Exactly(0) && !is_filtered;
    let page = Page {
        notices: person.notices(),
        lead: Some(html! { p { "会社で守る情報の一覧です。PCなどの機器ではなく、中の情報を書きます。" } }),
        actions: (!is_empty && !actions.0.is_empty()).then(|| actions.clone()),
        ..Page::new("情報資産台帳", Section::Assets, &frame)
    };
    let content = if is_empty {
        nothing_yet(actions)
    } else {
        html! {
            (filter_bar(&address, &found.departments, is_filtered))
            @if found.assets.is_empty() { (nothing_found(&address, is_filtered)) } @else { (lines(&person, &headers, &address, &found)) }
        }
    };
    Ok(page.render(content).into_response())
}

fn nothing_yet(actions: Markup) -> Markup {
    let empty = EmptyState {
        title: "まだ情報資産がありません。",
        text: "ExcelやCSVの台帳があれば、そのまま取り込めます。ないときは、顧客リストや見積書など、仕事で使う情報を1件ずつ追加します。",
        actions,
    };
    html! { (empty.render()) (what_is_an_asset()) }
}

/// The term, explained where a person meets it first.
pub(super) fn what_is_an_asset() -> Markup {
    definition(
        "情報資産",
        html! {
            p { "会社にとって大切な情報のことです。顧客リスト、見積書、設計図、会計データのように、漏れたり、間違ったり、使えなくなったりすると困るものを書きます。" }
            p { "パソコンやサーバーは、情報の入れ物です。機器の名前ではなく、中の情報の名前で1件にします。" }
        },
    )
}

fn nothing_found(address: &Address, is_filtered: bool) -> Markup {
    let (title, text, label, href) = if is_filtered {
        (
            "条件に合う情報資産はありません。",
            "言葉を短くするか、条件を消してください。",
            "条件を消す",
            address.unfiltered(),
        )
    } else {
        ("この先に情報資産はありません。", "見ている間に削除されたようです。", "一覧の初めへ戻る", address.start())
    };
    let href = href.href("/assets");
    EmptyState { title, text, actions: LinkButton { label, href: &href, ..LinkButton::default() }.render() }.render()
}

fn filter_bar(address: &Address, departments: &Departments, is_filtered: bool) -> Markup {
    let errors = FieldErrors::new();
    let names: Vec<_> = departments.iter().map(|(id, name)| (id.to_string(), name)).collect();
    let names: Vec<_> = names.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let media = Medium::ALL.map(|medium| Choice::new(medium.id(), medium.title()));
    let ratings = [("3", "3（高い）"), ("2", "2"), ("1", "1（低い）")].map(|(value, label)| Choice::new(value, label));
    let personal = [Choice::new("yes", "含む"), Choice::new("no", "含まない")];
    let reviews = Review::ALL.map(|review| Choice::new(review.id(), review.title()));
    let select = |name: &'static str, label: &'static str, value, choices| {
        SelectField { name, label, value, choices, empty: "すべて", width: Width::Full, ..SelectField::default() }
            .render(&errors)
    };
    let search = TextField {
        kind: TextKind::Search,
        name: "q",
        label: "さがす",
        value: &address.q,
        support: "",
        width: Width::Full,
        ..TextField::default()
    };
    let has_more = !address.personal.is_empty() || !address.review.is_empty();
    let clear = address.unfiltered().href("/assets");
    let kept = [("sort", address.position.sort.as_str())];
    FilterBar {
        action: "/assets",
        fields: html! {
            (search.render(&errors))
            (select("department", "管理部署", &address.department, &names))
            (select("medium", "媒体・保存先", &address.medium, &media))
            (select("importance", "重要度", &address.importance, &ratings))
            details.filter-more open[has_more] {
                summary { "ほかの条件" }
                div {
                    (select("personal", "個人情報", &address.personal, &personal))
                    (select("review", "見直し", &address.review, &reviews))
                }
            }
        },
        kept: if address.position.sort.is_empty() { &[] } else { &kept },
        clear_href: is_filtered.then_some(&clear),
    }
    .render()
}

fn lines(person: &Person, headers: &HeaderMap, address: &Address, found: &Found) -> Markup {
    let mut columns = columns::chosen(headers);
    let menu = columns::menu(&columns, address);
    // A column without anything in it says nothing.
    let has_likelihood = found.assets.iter().any(|asset| asset.content.line.likelihood.is_some());
    columns.retain(|column| *column != Column::Risk || has_likelihood);
    let is_changeable = person.context.allows(Permission::EditAssets);
    let table = Lines {
        assets: &found.assets,
        columns: &columns,
        address,
        criteria: &person.organization.criteria,
        today: today(&person.context),
        is_changeable,
    };
    html! {
        @if is_changeable { (toolbar(address, found.total)) }
        (table.render())
        (pager(address, found))
        (menu)
    }
}

fn toolbar(address: &Address, total: Total) -> Markup {
    let editing = Button { label: "まとめて変更する", form: FORM, ..Button::default() };
    let removing =
        Button { label: "まとめて削除する", form: FORM, action: "/assets/bulk/remove", ..Button::default() };
    let all = format!("条件に合う{}すべてを変更する", words::total(total));
    let every = format!("{}すべてを変更する", words::total(total));
    let is_filtered = !address.filter().is_empty();
    let href = address.start().href("/assets/bulk");
    let matching = LinkButton {
        kind: ButtonKind::Text,
        label: if is_filtered { &all } else { &every },
        href: &href,
        ..LinkButton::default()
    };
    html! {
        (Form { action: "/assets/bulk", id: FORM, ..Form::default() }
            .render(html! { input type="hidden" name="back" value=(address.text()); }))
        (Toolbar { table_id: TABLE, selected: 0, actions: html! { (editing.render()) (removing.render()) (matching.render()) } }.render())
    }
}

fn pager(address: &Address, found: &Found) -> Markup {
    let export = address.start().href("/assets/export");
    let in_order = address.in_order().href("/assets");
    let total = match found.total {
        Total::Exactly(count) => Some(count),
        Total::MoreThan(_) => None,
    };
    let pager = Pager {
        total,
        first: Some(found.skipped + 1),
        shown: found.assets.len() as u64,
        page_size: asset::MOST,
        previous_href: found.before.as_ref().map(|cursor| address.before(cursor).href("/assets")),
        next_href: found.after.as_ref().map(|cursor| address.after(cursor).href("/assets")),
        more: Some(html! {
            a href=(export) { "Excelで出力" }
            @if !address.position.sort.is_empty() { " " a href=(in_order) { "台帳の順に並べる" } }
        }),
    };
    pager.render()
}

/// 3, 2, 1
pub(super) fn highest_first() -> impl Iterator<Item = Rating> {
    Rating::ALL.into_iter().rev()
}
