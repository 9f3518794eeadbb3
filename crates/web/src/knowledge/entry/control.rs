//! 管理策: what it asks for, and what sort of measure it is.

use catalog::{Control, ControlTheme};
use maud::{Markup, html};

use super::Told;
use super::parts::{english, facts, section};
use crate::components::{State as Tone, state};
use crate::knowledge::attributes::{ATTRIBUTES, Attribute};

pub(super) fn control(control: &Control) -> Told {
    let mut about: Vec<(&str, Markup)> =
        ATTRIBUTES.iter().map(|attribute| (attribute.title, values(attribute, control))).collect();
    about.extend([
        ("運用の能力", html! { (control.capabilities.join("、")) }),
        ("領域", html! { (control.domains.join("、")) }),
        ("英語の題名", english(&control.title_en)),
        ("ほかの題名", html! { (control.title_variants.join("、")) }),
        ("注", html! { (control.note) }),
    ]);
    let theme = match control.theme {
        ControlTheme::Organizational => "組織的管理策",
        ControlTheme::People => "人的管理策",
        ControlTheme::Physical => "物理的管理策",
        ControlTheme::Technological => "技術的管理策",
    };
    Told {
        beside: control.new_in_2022.then(|| state(Tone::Information, "2022年に加わった")),
        lead: html! { p { "ISO/IEC 27001 附属書Aの" (theme) "です。" } },
        content: html! {
            (section("what", "何を求めるか", html! { p { (control.explanation) } }))
            (section("attributes", "どんな対策か", facts(&about)))
        },
        shown: &[],
    }
}

/// The control's values of an attribute, each with what it means.
fn values(attribute: &Attribute, control: &Control) -> Markup {
    html! {
        @for (position, value) in (attribute.of)(control).iter().enumerate() {
            @if position > 0 { "、" }
            span.nowrap {
                b { (value) }
                @let meaning = attribute.meaning(value);
                @if !meaning.is_empty() { "（" (meaning) "）" }
            }
        }
    }
}
