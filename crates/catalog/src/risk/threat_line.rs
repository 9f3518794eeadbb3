//! 媒体ごとの脅威 (`threat-lines.toml`): medium x threats x vulnerabilities, with a default rating.

use method::{Medium, Property, Rating};
use serde::Deserialize;

use super::Join;
use crate::Certainty;

/// One line of the national guideline's sheet 脅威の状況 (or of ours): what may happen to
/// information on a medium, through which weaknesses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThreatLine {
    /// `office-pc.ransomware`
    pub id: String,
    /// The medium it happens to.
    pub medium: Medium,
    /// What happens.
    pub title: String,
    /// How sheets 脅威の状況 write it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Ids of the threats behind it: those of its joins, most important first.
    #[serde(skip)]
    pub threats: Vec<String>,
    /// What it harms.
    pub properties: Vec<Property>,
    /// Ids of the vulnerabilities it uses: those of its joins, most telling first.
    #[serde(skip)]
    pub vulnerabilities: Vec<String>,
    /// Ids of the measures whose state decides how easily it gets through.
    pub measures: Vec<String>,
    /// 起こりやすさ where the company has not said its own.
    pub rating: Rating,
    /// Why that rating.
    pub rating_reason: String,
    /// The harm: a phrase that 「おそれがある」 can follow.
    pub consequence: String,
    /// What it is, in plain words.
    pub explanation: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

impl ThreatLine {
    /// Takes threats and vulnerabilities from the line's joins, in their order: nothing is written twice.
    pub(crate) fn take_joins(&mut self, joins: &[Join]) {
        let own = || joins.iter().filter(|join| join.line == self.id);
        let threats = distinct(own().map(|join| &join.threat));
        self.vulnerabilities = distinct(own().map(|join| &join.vulnerability));
        self.threats = threats;
    }
}

fn distinct<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in ids {
        if !found.contains(id) {
            found.push(id.clone());
        }
    }
    found
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThreatLineFile {
    #[serde(rename = "line")]
    pub lines: Vec<ThreatLine>,
}
