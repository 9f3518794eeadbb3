//! 事例: the story in its order, then what would have prevented it, and what would have shortened it.

use catalog::{CaseFile, Link};
use maud::{Markup, html};

use super::links::{in_line, list};
use super::parts::{facts, points, section, section_of_text};
use super::{Reading, Told};
use crate::knowledge::{entry_href, words};

pub(super) fn case(reading: &Reading<'_>, file: &CaseFile) -> Told {
    let (case, damage) = (&file.case, &file.case.damage);
    let harm = html! {
        (facts(&[
            ("お金", html! { (damage.money.trim()) }),
            ("時間", html! { (damage.time.trim()) }),
            ("信用", html! { (damage.trust.trim()) }),
        ]))
        @if !case.assets.is_empty() { p { "被害を受けた情報：" } (points(&case.assets)) }
    };
    let why = html! {
        p { (case.cause.trim()) }
        @let weak = reading.linked("つけ込まれた脆弱性");
        @if !weak.is_empty() { h3 { "つけ込まれた脆弱性（弱いところ）" } (list(reading.catalog, weak)) }
    };
    let content = html! {
        (section_of_text("happened", "何が起きたか", &case.happened))
        (section("damage", "どんな被害が出たか", harm))
        (section("cause", "なぜ起きたか", why))
        (answer(reading, "prevented", "何があれば防げたか", "あれば防げた条項"))
        (answer(reading, "shortened", "何があれば早く終わったか", "あれば早く終わった条項"))
        (topics(reading))
    };
    Told {
        beside: None,
        lead: html! { p { (case.business) } },
        content,
        shown: &[
            "つけ込まれた脆弱性",
            "あれば防げた条項",
            "あれば早く終わった条項",
            "対策のある話題",
            "ほかに関わる話題",
        ],
    }
}

/// Rules with the reason why each is needed.
fn answer(reading: &Reading<'_>, id: &str, title: &str, label: &str) -> Markup {
    let links = reading.linked(label);
    let rule = |link: &Link<'_>| {
        let reason = reading.catalog.clause(link.entry.id).map_or("", |clause| &clause.reason);
        html! {
            p.entry-name {
                a href=(entry_href(link.entry.kind, link.entry.id)) { (link.entry.title) }
                " " span.entry-place { (words::belongs(reading.catalog, &link.entry)) }
            }
            p.entry-text { (reason) }
        }
    };
    let rules = html! { ul.entries role="list" { @for link in links { li { (rule(link)) } } } };
    html! { @if !links.is_empty() { (section(id, title, rules)) } }
}

/// Where the whole answer stands.
fn topics(reading: &Reading<'_>) -> Markup {
    let (own, also) = (reading.linked("対策のある話題"), reading.linked("ほかに関わる話題"));
    let content = html! {
        p { "この事例への備えは、" (in_line(own)) "に、対策基準と実施手順としてまとまっています。" }
        @if !also.is_empty() { p { "関わりのあるほかの話題：" (in_line(also)) } }
    };
    html! { @if !own.is_empty() { (section("topics", "備えをまとめて読む", content)) } }
}
