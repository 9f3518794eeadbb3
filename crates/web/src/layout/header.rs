//! The header: the product's name, the organization with the person's menu, on a phone the navigation's menu.

use maud::{Markup, html};

use super::Section;
use super::frame::{Frame, OrganizationEntry};
use super::navigation::navigation;
use crate::components::icon::{Icon, icon};

/// The product's name as a link.
pub(super) fn brand(href: &str) -> Markup {
    html! { a.brand href=(href) { "備え" small lang="en" { "Sonae" } } }
}

/// The header of a signed-in person's screens.
pub(super) fn header(frame: &Frame, section: Section) -> Markup {
    html! {
        header.header {
            (brand(&frame.paths.home))
            (account_menu(frame))
            @if !frame.sections.is_empty() {
                details.menu.small-menu {
                    summary { (icon(Icon::Menu)) "メニュー" }
                    div.menu-panel { (navigation(frame, section)) }
                }
            }
        }
    }
}

fn account_menu(frame: &Frame) -> Markup {
    html! {
        details.menu.account {
            summary {
                span.account-name {
                    @if let Some(organization) = &frame.organization {
                        span { (organization) }
                        span { (frame.role_title) }
                    } @else {
                        span { (frame.person_name) }
                    }
                }
                span.visually-hidden { "：自分のメニュー" }
                (icon(Icon::Down))
            }
            div.menu-panel {
                p.menu-person {
                    (frame.person_name)
                    @if let Some(organization) = &frame.organization {
                        small { (organization) }
                        small { (frame.role_title) }
                    }
                }
                @if frame.organizations.len() > 1 { (organization_switch(frame)) }
                div.menu-group {
                    ul {
                        li { a href=(frame.paths.account) { "アカウント" } }
                        li {
                            form method="post" action=(frame.paths.sign_out) { button type="submit" { "サインアウト" } }
                        }
                    }
                }
            }
        }
    }
}

fn organization_switch(frame: &Frame) -> Markup {
    html! {
        div.menu-group {
            p.menu-heading { "会社を切り替える" }
            form method="post" action=(frame.paths.switch_organization) {
                ul {
                    @for organization in &frame.organizations { li { (organization_entry(organization)) } }
                }
            }
        }
    }
}

fn organization_entry(organization: &OrganizationEntry) -> Markup {
    html! {
        @if organization.is_current {
            span.menu-current { (organization.name) small { "表示中" } }
        } @else {
            button type="submit" name="organization" value=(organization.id) { (organization.name) }
        }
    }
}
