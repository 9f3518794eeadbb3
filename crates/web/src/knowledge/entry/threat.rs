//! 脅威 and 脆弱性.

use catalog::{Threat, Vulnerability};
use maud::{Markup, html};
use method::{Property, ThreatOrigin};

use super::links::in_line;
use super::parts::{english, facts, section};
use super::{Reading, Told};
use crate::risk::words::{origin, origin_meaning};

pub(super) fn threat(reading: &Reading<'_>, threat: &Threat) -> Told {
    let kind = reading.catalog.threat_types.iter().find(|kind| kind.code == threat.kind);
    let about = facts(&[
        ("どこから来るか", origins(&threat.origins)),
        ("損なう性質", html! { (properties(&threat.properties)) }),
        ("及ぶ媒体・保存先", in_line(reading.linked("及ぶ媒体"))),
        ("英語の題名", english(&threat.title_en)),
        ("注", html! { (threat.note) }),
    ]);
    let content = section("what", "どういうことか", html! { p { (threat.explanation) } (about) });
    let lead = html! { @if let Some(kind) = kind { p { "「" (kind.title) "」に入る脅威です。" } } };
    Told { beside: Some(html! { span.soft { (threat.id) } }), lead, content, shown: &["及ぶ媒体"] }
}

pub(super) fn vulnerability(reading: &Reading<'_>, weak: &Vulnerability) -> Told {
    let kind = reading.catalog.vulnerability_types.iter().find(|kind| kind.code == weak.kind);
    let content = section(
        "what",
        "どういうことか",
        html! { p { (weak.explanation) } (facts(&[("英語の題名", english(&weak.title_en))])) },
    );
    let lead = html! { @if let Some(kind) = kind { p { "「" (kind.title) "」に入る脆弱性（弱いところ）です。" } } };
    Told { beside: Some(html! { span.soft { (weak.id) } }), lead, content, shown: &[] }
}

fn origins(all: &[ThreatOrigin]) -> Markup {
    html! {
        @for (position, one) in all.iter().enumerate() {
            @if position > 0 { br; }
            b { (origin(*one)) } "：" (origin_meaning(*one))
        }
    }
}

/// 「機密性・可用性」
pub(super) fn properties(all: &[Property]) -> String {
    all.iter().map(|property| property.title()).collect::<Vec<_>>().join("・")
}
