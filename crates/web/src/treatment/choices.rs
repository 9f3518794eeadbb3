//! What can be chosen in the lines of tasks: controls and people.

use app::AccountId;
use catalog::{Catalog, ControlTheme};

use crate::components::Choice;

/// Values with their words, made once for all lines.
pub(super) struct Choices<'a> {
    controls: Vec<(&'a str, String, &'static str)>,
    people: Vec<(String, &'a str)>,
}

impl<'a> Choices<'a> {
    pub(super) fn new(catalog: &'a Catalog, people: &'a [(AccountId, String)]) -> Self {
        let controls = catalog.controls.iter();
        Self {
            controls: controls
                .map(|control| (control.id.as_str(), format!("{} {}", control.id, control.title), theme(control.theme)))
                .collect(),
            people: people.iter().map(|(account, name)| (account.to_string(), name.as_str())).collect(),
        }
    }

    /// Annex A, by theme.
    pub(super) fn controls(&self) -> Vec<Choice<'_>> {
        let controls = self.controls.iter();
        controls.map(|(id, label, group)| Choice { value: id, label, group, ..Choice::default() }).collect()
    }

    /// Who can sign in.
    pub(super) fn people(&self) -> Vec<Choice<'_>> {
        self.people.iter().map(|(account, name)| Choice::new(account, name)).collect()
    }
}

const fn theme(theme: ControlTheme) -> &'static str {
    match theme {
        ControlTheme::Organizational => "5 組織的管理策",
        ControlTheme::People => "6 人的管理策",
        ControlTheme::Physical => "7 物理的管理策",
        ControlTheme::Technological => "8 技術的管理策",
    }
}
