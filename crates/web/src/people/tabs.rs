//! The screens about people and departments, side by side.

use app::{Context, Permission};
use maud::{Markup, html};

use crate::components::{Tab, tabs};

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    People,
    Departments,
}

/// Links to those that the person may open; nothing where it is one only.
pub(super) fn places(context: &Context, current: Place) -> Markup {
    if !context.allows(Permission::ReadPeople) || !context.allows(Permission::ReadOrganization) {
        return html! {};
    }
    let tab = |title, href, place| Tab { title, href, is_current: place == current, count: None };
    tabs("人と部署", &[tab("人と役割", "/people", Place::People), tab("部署", "/departments", Place::Departments)])
}
