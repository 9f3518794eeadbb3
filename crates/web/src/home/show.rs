//! The first screen of a signed-in person.

use maud::{Markup, html};

use crate::Failure;
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn show(person: Person) -> Result<Markup, Failure> {
    let frame = person.frame();
    let page = Page { notices: person.notices(), ..Page::new("次にやること", Section::Home, &frame) };
    Ok(page.render(html! { p { "情報資産台帳から始めます。" } }))
}
