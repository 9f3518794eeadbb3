//! Says on every screen that what is shown is invented.

use maud::{Markup, html};

use super::frame::Frame;
use crate::components::icon::{Icon, icon};

/// The banner of the sample company; nothing for a real one.
pub(super) fn sample_banner(frame: &Frame) -> Markup {
    html! {
        @if frame.is_sample {
            div.sample role="region" aria-label="見本のお知らせ" {
                p {
                    (icon(Icon::Information))
                    span { strong { "見本の会社です。" } "表示している内容はすべて作りもので、自由に試せます。" }
                }
                @if let Some(form) = &frame.sample_form { (form) }
            }
        }
    }
}
