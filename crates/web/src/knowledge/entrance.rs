//! The entrance, for people who know nothing yet: a field to search with, and what there is by what one wants to know.

use axum::extract::State as Shared;
use catalog::{Catalog, Kind};
use maud::{Markup, html};

use super::address::{entry_href, kind_href, search_href};
use super::list::groups;
use super::search_form::search_form;
use super::words;
use crate::State;
use crate::layout::{Page, Section};
use crate::request::Person;

/// Words to begin with.
const FIRST_WORDS: [&str; 6] =
    ["ランサムウェア", "標的型メール", "パスワード", "バックアップ", "持ち出し", "テレワーク"];

/// What one wants to know: heading, explanation, kinds.
const SHELVES: [(&str, &str, &str, &[Kind]); 6] = [
    (
        "happens",
        "何が起きるかを知る",
        "会社の情報に起きる、よくないことです。",
        &[Kind::Topic, Kind::Case, Kind::Threat, Kind::ThreatLine],
    ),
    ("weak", "どこが弱いかを知る", "よくないことを許してしまう、会社の側の弱いところです。", &[Kind::Vulnerability]),
    (
        "protect",
        "守り方を選ぶ",
        "公開されている手引きと、対策の一覧です。",
        &[Kind::Guideline, Kind::Control, Kind::Check, Kind::Measure, Kind::Treatment],
    ),
    (
        "rules",
        "会社の決まりと書類にする",
        "規程や手順に書くことと、使う用紙です。空欄を埋めると、自社の文書になります。",
        &[Kind::Regulation, Kind::Policy, Kind::Clause, Kind::Form, Kind::Role],
    ),
    ("people", "働く人に伝える", "パソコンやスマートフォンで読める、短いページです。", &[Kind::Page]),
    (
        "terms",
        "言葉と質問を調べる",
        "画面や文書に出てくる言葉の意味と、設定で尋ねる質問です。",
        &[Kind::Term, Kind::Medium, Kind::Question],
    ),
];

pub(super) async fn show(person: Person, Shared(state): Shared<State>) -> Markup {
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        lead: Some(html! {
            p { "情報を守るために知っておきたいことを集めました。言葉で探すか、知りたいことから選んでください。" }
        }),
        ..Page::new("知識", Section::Knowledge, &frame)
    };
    page.render(html! {
        (search_form(""))
        (first_words())
        @for (id, title, about, kinds) in SHELVES {
            section aria-labelledby=(id) {
                h2 id=(id) { (title) }
                p { (about) }
                ul.shelf role="list" { @for kind in kinds { li { (kind_card(&state.catalog, *kind)) } } }
            }
        }
    })
}

fn first_words() -> Markup {
    html! {
        p.first-words {
            span.soft { "よくある言葉：" }
            @for word in FIRST_WORDS { a href=(search_href(word)) { (word) } " " }
        }
    }
}

fn kind_card(catalog: &Catalog, kind: Kind) -> Markup {
    html! {
        h3 {
            a href=(kind_href(kind)) { (words::title(kind)) }
            span.count { (catalog.entries_of(kind).len()) "件" }
        }
        p { (words::about(kind).split_inclusive('。').next().unwrap_or_default()) }
        (ways(catalog, kind))
    }
}

/// Ways into the middle of a kind: its parts, or, where there are few, its entries.
fn ways(catalog: &Catalog, kind: Kind) -> Markup {
    let all: Vec<(String, String)> = match kind {
        Kind::Threat | Kind::Vulnerability | Kind::Control | Kind::ThreatLine => groups(catalog, kind)
            .into_iter()
            .map(|group| (format!("{}#{}", kind_href(kind), group.id), format!("{} {}", group.title, group.count())))
            .collect(),
        Kind::Guideline => {
            let way = |file: &catalog::GuidelineFile| {
                let (guideline, count) = (&file.guideline, file.checks.len());
                (entry_href(kind, &guideline.id), format!("{} {count}項目", guideline.title))
            };
            catalog.guidelines.iter().map(way).collect()
        }
        Kind::Topic => {
            let years = || catalog.ten_threats.iter().map(|entry| entry.year);
            let (from, to) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
            vec![(format!("{}#ranks", kind_href(kind)), format!("{from}年から{to}年の順位"))]
        }
        Kind::Regulation | Kind::Treatment | Kind::Medium => {
            catalog.entries_of(kind).iter().map(|entry| (entry_href(kind, entry.id), entry.title.to_owned())).collect()
        }
        _ => Vec::new(),
    };
    html! {
        @if !all.is_empty() { ul.ways { @for (href, title) in all { li { a href=(href) { (title) } } } } }
    }
}
