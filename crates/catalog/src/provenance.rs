//! Where a fact comes from and how sure it is.

use std::borrow::Cow;

use serde::Deserialize;

use crate::{Catalog, Clause, Control, ControlTheme, DocumentHead, Section};

/// How sure an entry is (`certainty`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Seen in a public source.
    Verified,
    /// Two or more independent sources agree.
    Corroborated,
    /// From memory: to be checked against the original.
    Recalled,
    /// Decided by us.
    Own,
}

impl Certainty {
    /// In words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Verified => "公開資料で確認",
            Self::Corroborated => "複数の資料が一致",
            Self::Recalled => "記憶による（原本で要確認）",
            Self::Own => "Sonae で作成",
        }
    }
}

/// A document that facts were taken from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, kebab-case.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Which edition.
    pub edition: String,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// What one entry says of itself.
pub(crate) struct Fact<'a> {
    /// Path under `catalog/`.
    pub file: Cow<'static, str>,
    /// The entry's id, as far as it has one.
    pub entry: String,
    /// Id of a [`Source`].
    pub source: &'a str,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Catalog {
    /// Source and certainty of every entry of every file.
    pub(crate) fn provenance(&self) -> impl Iterator<Item = Fact<'_>> {
        macro_rules! entries {
            ($file:literal, $list:expr, $name:ident) => {
                $list.iter().map(|entry| Fact {
                    file: $file.into(),
                    entry: entry.$name.to_string(),
                    source: &entry.source,
                    certainty: entry.certainty,
                })
            };
        }
        let controls = self.controls.iter().map(|control| Fact {
            file: control_file(control).into(),
            entry: control.id.clone(),
            source: &control.source,
            certainty: control.certainty,
        });
        entries!("threats.toml", self.threat_types, code)
            .chain(entries!("threats.toml", self.threats, id))
            .chain(entries!("vulnerabilities.toml", self.vulnerability_types, code))
            .chain(entries!("vulnerabilities.toml", self.vulnerabilities, id))
            .chain(controls)
            .chain(entries!("media.toml", self.media, title))
            .chain(entries!("threat-lines.toml", self.lines, id))
            .chain(entries!("measures.toml", self.measures, id))
            .chain(entries!("ten-threats.toml", self.ten_threat_topics, id))
            .chain(entries!("ten-threats.toml", self.ten_threats, title))
            .chain(entries!("criteria.toml", self.rating_criteria, value))
            .chain(entries!("criteria.toml", self.importance_levels, title))
            .chain(entries!("criteria.toml", self.threat_levels, title))
            .chain(entries!("criteria.toml", self.vulnerability_levels, title))
            .chain(entries!("criteria.toml", self.likelihood_levels, title))
            .chain(entries!("criteria.toml", self.band_presets, id))
            .chain(entries!("criteria.toml", self.bands, title))
            .chain(entries!("treatments.toml", self.treatments, title))
            .chain(entries!("vocabulary.toml", self.terms, id))
            .chain(entries!("worked-examples.toml", self.worked_examples, id))
            .chain(entries!("roles.toml", self.roles, id))
            .chain(entries!("profile.toml", self.questions, id))
            .chain(self.policies.iter().flat_map(|file| {
                document_facts(policy_file(&file.policy.id), [&file.policy], &file.sections, &file.clauses)
            }))
            .chain(self.cases.iter().flat_map(|file| {
                let case = Fact {
                    file: case_file(&file.case.id).into(),
                    entry: file.case.id.clone(),
                    source: &file.case.source,
                    certainty: file.case.certainty,
                };
                let heads = [&file.standard, &file.procedure];
                std::iter::once(case).chain(document_facts(
                    case_file(&file.case.id),
                    heads,
                    &file.sections,
                    &file.clauses,
                ))
            }))
    }
}

/// Heads, headings and rules of a file of clauses.
fn document_facts<'a, const HEADS: usize>(
    file: String,
    heads: [&'a DocumentHead; HEADS],
    sections: &'a [Section],
    clauses: &'a [Clause],
) -> impl Iterator<Item = Fact<'a>> {
    let heads = heads.into_iter().map(|head| (&head.id, &head.source, head.certainty));
    let sections = sections.iter().map(|section| (&section.id, &section.source, section.certainty));
    let clauses = clauses.iter().map(|clause| (&clause.id, &clause.source, clause.certainty));
    heads.chain(sections).chain(clauses).map(move |(id, source, certainty)| Fact {
        file: file.clone().into(),
        entry: id.clone(),
        source,
        certainty,
    })
}

/// The file of a policy.
pub(crate) fn policy_file(id: &str) -> String {
    format!("policies/{id}.toml")
}

/// The file of a case.
pub(crate) fn case_file(id: &str) -> String {
    format!("cases/{id}.toml")
}

/// The file of a control.
pub(crate) const fn control_file(control: &Control) -> &'static str {
    use ControlTheme::{Organizational, People, Physical, Technological};
    match control.theme {
        Organizational => "controls/organizational.toml",
        People => "controls/people.toml",
        Physical => "controls/physical.toml",
        Technological => "controls/technological.toml",
    }
}
