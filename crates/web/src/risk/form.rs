//! The fields of one risk: what they are made from, and their order on the page.

use app::asset::{Asset, Departments};
use app::risk::{Input, Owner};
use catalog::Catalog;
use maud::{Markup, html};

use super::{event_fields, owner_fields, protection_fields, rating_fields, threat_fields};
use crate::components::FieldErrors;
use crate::request::Person;

/// What the fields are made from.
pub(super) struct RiskForm<'a> {
    pub(super) person: &'a Person,
    pub(super) catalog: &'a Catalog,
    pub(super) departments: &'a Departments,
    /// Who may own the risk.
    pub(super) owners: &'a [Owner],
    /// The asset that it is about.
    pub(super) asset: Option<&'a Asset>,
    /// Assets that an event may concern.
    pub(super) assets: &'a [Asset],
    pub(super) input: &'a Input,
    /// Whether the person has said that no threat is known yet.
    pub(super) has_no_threat: bool,
    pub(super) errors: &'a FieldErrors,
}

impl RiskForm<'_> {
    /// All fields, without the button.
    pub(super) fn fields(&self) -> Markup {
        html! {
            @if let Some(asset) = self.asset {
                input type="hidden" name="asset" value=(asset.id);
                p { "情報資産「" a href={ "/assets/" (asset.id) } { (asset.content.line.name) } "」（" (asset.content.line.medium.title()) "）のリスクです。重要度は" (asset.content.importance().value) "です（" (asset.content.importance().explanation()) "）。" }
            }
            @if self.input.event.is_some() { (event_fields::fields(self)) }
            (threat_fields::fields(self))
            (rating_fields::fields(self))
            (protection_fields::fields(self))
            (owner_fields::fields(self))
        }
    }
}
