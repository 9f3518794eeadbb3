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
    /// The assets that it is about: one, several for the same new risk of each, none for an event.
    pub(super) about: &'a [Asset],
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
            @for asset in self.about { input type="hidden" name="asset" value=(asset.id); }
            (self.subject())
            @if self.input.event.is_some() { (event_fields::fields(self)) }
            (threat_fields::fields(self))
            (rating_fields::fields(self))
            (protection_fields::fields(self))
            (owner_fields::fields(self))
        }
    }

    /// What it is about, in words; an event says so in its own fields.
    fn subject(&self) -> Markup {
        let importance = |asset: &Asset| asset.content.importance();
        match self.about {
            [] if self.input.event.is_some() => html! {},
            [] => html! { p #asset { "選んでいる情報資産はありません。" } },
            [asset] => html! {
                p #asset { "情報資産「" a href={ "/assets/" (asset.id) } { (asset.content.line.name) } "」（" (asset.content.line.medium.title()) "）のリスクです。重要度は" (importance(asset).value) "です（" (importance(asset).explanation()) "）。" }
            },
            several => html! {
                p { "次の" (several.len()) "件の情報資産に、同じリスクを1件ずつ追加します。リスクレベルは、それぞれの重要度から計算します。" }
                ul #asset .chosen-names {
                    @for asset in several { li { (asset.content.line.name) "（" (asset.content.line.medium.title()) "、重要度" (importance(asset).value) "）" } }
                }
            },
        }
    }
}
