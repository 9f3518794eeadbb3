//! What a risk consists of, part by part, for its page.

use app::risk::{BusinessEvent, ControlStatus, Found, Layer, Subject};
use catalog::{Catalog, Kind};
use jiff::civil::Date;
use maud::{Markup, html};

use super::words;
use crate::asset::words as plain;
use crate::components::{Column, Row, State as Tone, Table, definition, description_list, state};
use crate::knowledge::entry_href;

/// The threat with its origin, and what that means for the measures.
pub(super) fn threat(catalog: &Catalog, found: &Found<'_>) -> Markup {
    let content = &found.risk.content;
    let line = content.threat.line.as_deref().and_then(|line| catalog.line(line));
    html! {
        @if content.threat.is_known() {
            p { b { (content.threat.title) } }
            @if let Some(line) = line {
                p { (line.explanation) }
                (behind(catalog, &content.threat.threats, &line.id))
            }
            @if !content.consequence.is_empty() { p { "このとき、" (content.consequence) "おそれがあります。" } }
            @if !content.threat.origins.is_empty() {
                ul {
                    @for origin in &content.threat.origins {
                        li { b { (words::origin(*origin)) } "：" (words::origin_meaning(*origin)) (origin.measures()) }
                    }
                }
            }
        } @else {
            p { "この弱点につけ込む脅威は、まだ知られていません。対策は求めず、新しい脅威が出ていないかを見守ります。" }
        }
        (definition("脅威", html! { p { "よくないことの原因になる出来事です。盗難、ウイルス、置き忘れ、停電などがあります。" } }))
    }
}

/// Where to read more about the threat: its line, and the threats behind it.
fn behind(catalog: &Catalog, threats: &[String], line: &str) -> Markup {
    let known = threats.iter().filter_map(|id| catalog.threat(id));
    html! {
        p {
            a href=(entry_href(Kind::ThreatLine, line)) { "なぜ起きるか、何で防ぐかを知識で読む" }
            "（もとになる脅威："
            @for (position, threat) in known.enumerate() {
                @if position > 0 { "、" }
                a href=(entry_href(Kind::Threat, &threat.id)) { (threat.title) }
            }
            "）"
        }
    }
}

/// 脆弱性 with the catalog's explanation.
pub(super) fn vulnerabilities(catalog: &Catalog, found: &Found<'_>) -> Markup {
    let all = &found.risk.content.vulnerabilities;
    html! {
        @if all.is_empty() { p { "まだ挙げていません。" } }
        @else {
            ul {
                @for weak in all {
                    @let known = weak.id.as_deref().and_then(|id| catalog.vulnerability(id));
                    li {
                        @match known {
                            Some(known) => {
                                b { a href=(entry_href(Kind::Vulnerability, &known.id)) { (weak.title) } } br; (known.explanation)
                            }
                            None => { b { (weak.title) } }
                        }
                    }
                }
            }
        }
        (definition("脆弱性", html! { p { "脅威を許してしまう弱いところです。鍵のない棚、古いソフト、決まりがないことなど、会社の側で直せるものです。" } }))
    }
}

/// 管理策: the measures of the company and the risk's own, with how far each is.
pub(super) fn controls(catalog: &Catalog, found: &Found<'_>) -> Markup {
    let layers = &found.risk.analysis.layers;
    let has_measures = layers.iter().any(|layer| layer.measure.is_some());
    html! {
        @if layers.is_empty() { p { "まだ対策がありません。" } }
        @else {
            (Table {
                id: "layers",
                caption: "対策と実施状況",
                columns: vec![Column::new("対策"), Column::new("実施状況"), Column::new("管理策の番号").block()],
                rows: layers.iter().map(|layer| row(catalog, layer)).collect(),
                ..Table::default()
            }.render())
            @if has_measures {
                p.soft.small { "「会社全体」の実施状況は、" a href="/organization#measures" { "会社の状況への回答" } "から来ています。答えを直すと、すべてのリスクが計算し直されます。" }
            }
        }
        (definition("管理策", html! {
            p { "リスクを小さくする手立て（対策）のことです。番号は、国際規格 ISO/IEC 27001 の附属書A（93の管理策の一覧）のものです。" }
        }))
    }
}

fn row(catalog: &Catalog, layer: &Layer) -> Row {
    let tone = match layer.status {
        ControlStatus::Implemented => Tone::Success,
        ControlStatus::Partial => Tone::Warning,
        ControlStatus::Missing => Tone::Error,
    };
    let known = layer.controls.iter().filter_map(|id| catalog.control(id));
    Row::new(vec![
        html! { (layer.title) @if layer.measure.is_some() { small { "会社全体" } } },
        state(tone, layer.status.title()),
        html! {
            @for (position, control) in known.enumerate() {
                @if position > 0 { "、" }
                a href=(entry_href(Kind::Control, &control.id)) { (control.id) " " (control.title) }
            }
        },
    ])
}

/// What it is about: the asset, or the business event with its ratings.
pub(super) fn subject(found: &Found<'_>) -> Markup {
    let risk = &found.risk;
    match &risk.content.subject {
        Subject::Asset { id } => html! {
            p {
                "情報資産「" a href={ "/assets/" (id) } { (risk.about.name) } "」"
                @if let Some(medium) = risk.about.medium { "（" (medium.title()) "）" }
                "のリスクです。" a href={ "/risks?asset=" (id) } { "この情報資産のリスクをすべて見る" }
            }
        },
        Subject::Event(event) => html! {
            p { "業務で起きたら困ることから考えたリスクです（事象ベース）。" }
            @if !event.explanation.is_empty() { p { (event.explanation) } }
            (ratings(event))
            @if !found.concerned.is_empty() {
                p { "関係する情報資産：" @for (position, (asset, name)) in found.concerned.iter().enumerate() {
                    @if position > 0 { "、" } a href={ "/assets/" (asset) } { (name) }
                } }
            }
        },
    }
}

fn ratings(event: &BusinessEvent) -> Markup {
    let survival = if event.survival { "会社が続けられなくなるおそれがある" } else { "" };
    description_list(&[
        ("機密性", html! { (event.confidentiality) "（外に漏れたときの困り方）" }),
        ("完全性", html! { (event.integrity) "（間違ったときの困り方）" }),
        ("可用性", html! { (event.availability) "（止まったときの困り方）" }),
        (
            "会社の存続",
            if survival.is_empty() {
                html! { "続けられなくなるほどではない" }
            } else {
                html! { (survival) }
            },
        ),
    ])
}

/// Owner, review, remarks.
pub(super) fn notes(found: &Found<'_>, today: Date) -> Markup {
    let content = &found.risk.content;
    let owner = match (content.owner_name.as_str(), content.owner) {
        ("", _) => html! { "まだ決まっていません" },
        (name, Some(_)) => html! { (name) },
        (name, None) => html! { (name) "（このシステムでは承認できません）" },
    };
    let remarks =
        html! { @for (position, line) in content.remarks.lines().enumerate() { @if position > 0 { br; } (line) } };
    description_list(&[
        ("リスク所有者", owner),
        (
            "見直し予定日",
            html! {
                @if let Some(day) = content.next_review() {
                    (plain::day(day))
                    @if day <= today { " " (state(Tone::Warning, "見直す日です")) }
                }
            },
        ),
        ("備考", remarks),
        ("最後の変更", html! { (plain::moment(found.risk.updated_at)) }),
    ])
}
