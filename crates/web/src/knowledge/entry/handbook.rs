//! A page of the employees' handbook: why it matters, what to do, what to do in trouble.

use catalog::PageFile;
use maud::html;

use super::condition::for_whom;
use super::links::in_line;
use super::parts::{section, section_of_text};
use super::{Reading, Told};

pub(super) fn page(reading: &Reading<'_>, file: &PageFile) -> Told {
    let page = &file.page;
    let contact = reading.linked("困ったときに聞く役割");
    let whom = for_whom(reading.catalog, &page.condition);
    let content = html! {
        (section_of_text("why", "なぜ大切か", &page.lead))
        (section("points", "すること", html! {
            ol.handbook {
                @for point in &file.points { li { p { b { (point.action) } } p { (point.why) } } }
            }
        }))
        (section("trouble", "困ったとき", html! {
            p { (page.trouble) }
            @if !contact.is_empty() { p { "聞く相手：" (in_line(contact)) } }
        }))
        @if !whom.is_empty() { p.soft { (whom) } }
    };
    Told { beside: None, lead: html! {}, content, shown: &["困ったときに聞く役割"] }
}
