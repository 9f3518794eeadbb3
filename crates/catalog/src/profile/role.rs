//! 役割 (`roles.toml`).

use serde::Deserialize;

use crate::{Certainty, Condition};

/// A role in information security; the profile says who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// `system-administrator`
    pub id: String,
    /// Japanese title.
    pub title: String,
    /// What it is answerable for.
    pub duty: String,
    /// Who takes it in a small company.
    pub explanation: String,
    /// Which companies need it.
    #[serde(default)]
    pub condition: Condition,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleFile {
    #[serde(rename = "role")]
    pub roles: Vec<Role>,
}
