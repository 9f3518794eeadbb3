//! What a form of these screens sent.

use app::AssetId;
use app::asset::{Field, Input, Selection};

use super::address::Address;
use crate::request::ListAddress as _;

/// The pairs of a form, in their order; the same name may come several times.
pub(super) struct Posted(pub(super) Vec<(String, String)>);

impl Posted {
    /// The first value under that name; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The first value under that name, unless it is empty.
    pub(super) fn filled(&self, name: &str) -> Option<String> {
        Some(self.get(name).trim()).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// The version that the person saw; 0 is none, so that nothing can be overwritten by leaving it out.
    pub(super) fn seen(&self) -> i64 {
        self.get("seen").parse().unwrap_or(0)
    }

    /// What was typed about an asset.
    pub(super) fn input(&self) -> Input {
        let mut input = Input::default();
        for (name, value) in &self.0 {
            if let Some(field) = Field::from_id(name) {
                input.set(&field, value.clone());
            }
        }
        input
    }

    /// Which assets are meant: the ticked ones, or all that the list's filter finds.
    pub(super) fn selection(&self) -> Selection {
        match self.0.iter().find(|(name, _)| name == "matching") {
            Some((_, query)) => Selection::Matching(Address::parse(query).filter()),
            None => Selection::Chosen(self.chosen()),
        }
    }

    fn chosen(&self) -> Vec<AssetId> {
        let ids = self.0.iter().filter(|(name, _)| name == "asset");
        ids.filter_map(|(_, id)| id.parse().ok()).collect()
    }

    /// What keeps the selection in the next form.
    pub(super) fn kept(&self) -> Vec<(&str, &str)> {
        let names = ["asset", "matching", "back"];
        let kept = self.0.iter().filter(|(name, _)| names.contains(&name.as_str()));
        kept.map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// The list to which the person goes back.
    pub(super) fn back(&self) -> String {
        Address::parse(self.get("back")).href("/assets")
    }
}
