//! About which asset a new risk is: looked for by its name, since a register may hold thousands.

use app::asset::{self, Filter, MOST, Order, Query, Sort};
use maud::{Markup, html};

use super::words;
use crate::Failure;
use crate::components::{Crumb, EmptyState, FieldErrors, FilterBar, LinkButton, TextField, TextKind, Width};
use crate::layout::{Page, Section};
use crate::request::Person;

/// The page that asks; `search` are the words typed so far.
pub(super) async fn choose_asset(person: &Person, search: &str) -> Result<Markup, Failure> {
    let filter = Filter { search: search.chars().take(200).collect(), ..Filter::default() };
    let is_searched = !filter.is_empty();
    let order = Order { sort: Sort::Name, descending: false };
    let found = asset::list(&person.context, &Query { filter, order, ..Query::default() }).await?;
    let is_empty = found.assets.is_empty();
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks")],
        lead: Some(html! { p { "どの情報資産のリスクかを選びます。" } }),
        ..Page::new("リスクを1件追加する", Section::Risks, &frame)
    };
    Ok(page.render(html! {
        @if is_empty && !is_searched { (no_assets()) }
        @else {
            (search_bar(search, is_searched))
            @if is_empty { p { "その言葉を含む情報資産はありません。言葉を短くしてください。" } }
            ul.choices {
                @for asset in &found.assets {
                    @let line = &asset.content.line;
                    li {
                        a href={ "/risks/new?asset=" (asset.id) } { (line.name) }
                        small { (line.medium.title()) @if !line.business.is_empty() { "・" (line.business) } }
                    }
                }
            }
            @if found.after.is_some() { p { "五十音順の初めの" (MOST) "件です。ほかの情報資産は、名称などの言葉で探してください。" } }
        }
        @if !is_empty {
            p { "同じリスクがいくつもの情報資産にあるときは、" a href="/risks/new?many=on" { "情報資産をまとめて選べます。" } }
        }
        p { "情報資産ではなく仕事の側から考えるときは、" a href="/risks/new-event" { "業務で起きたら困ることから始められます。" } }
        (words::what_is_a_risk())
    }))
}

fn search_bar(search: &str, is_searched: bool) -> Markup {
    let field = TextField {
        kind: TextKind::Search,
        name: "q",
        label: "情報資産をさがす",
        value: search,
        width: Width::Full,
        ..TextField::default()
    };
    FilterBar {
        action: "/risks/new",
        fields: field.render(&FieldErrors::new()),
        kept: &[],
        clear_href: is_searched.then_some("/risks/new"),
    }
    .render()
}

fn no_assets() -> Markup {
    let actions = LinkButton { label: "情報資産を追加する", href: "/assets/new", ..LinkButton::default() }.render();
    EmptyState {
        title: "情報資産台帳がまだ空です。",
        text: "リスクは情報資産ごとに考えます。先に、守りたい情報を台帳に追加してください。",
        actions,
    }
    .render()
}
