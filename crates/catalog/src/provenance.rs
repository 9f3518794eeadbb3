//! Where a fact comes from and how sure it is.

use serde::Deserialize;

use crate::{Catalog, Control, ControlTheme};

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
    pub file: &'a str,
    /// The entry's id, as far as it has one.
    pub entry: String,
    /// Id of a [`Source`].
    pub source: &'a str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Facts of the entries of one list: their file, and the name by which each is found in it.
macro_rules! facts {
    ($file:expr, $list:expr, $name:ident) => {
        $list.into_iter().map(|entry| Fact {
            file: $file,
            entry: entry.$name.to_string(),
            source: &entry.source,
            certainty: entry.certainty,
        })
    };
}

impl Catalog {
    /// Source and certainty of every entry of every file.
    pub(crate) fn provenance(&self) -> impl Iterator<Item = Fact<'_>> {
        self.risk_facts().chain(self.profile_facts()).chain(self.clause_facts()).chain(self.practice_facts())
    }

    /// Threats, vulnerabilities, controls and what joins and rates them.
    fn risk_facts(&self) -> impl Iterator<Item = Fact<'_>> {
        let controls = self.controls.iter().map(|control| Fact {
            file: control_file(control),
            entry: control.id.clone(),
            source: &control.source,
            certainty: control.certainty,
        });
        let joins = self.joins.iter().map(|join| Fact {
            file: &join.path,
            entry: join.line.clone(),
            source: &join.source,
            certainty: join.certainty,
        });
        let readings = Fact {
            file: "readings.toml",
            entry: "readings".into(),
            source: &self.readings.source,
            certainty: self.readings.certainty,
        };
        facts!("threats.toml", &self.threat_types, code)
            .chain(facts!("threats.toml", &self.threats, id))
            .chain(facts!("vulnerabilities.toml", &self.vulnerability_types, code))
            .chain(facts!("vulnerabilities.toml", &self.vulnerabilities, id))
            .chain(controls)
            .chain(facts!("media.toml", &self.media, title))
            .chain(facts!("threat-lines.toml", &self.lines, id))
            .chain(joins)
            .chain(facts!("ten-threats.toml", &self.ten_threats, title))
            .chain(facts!("criteria.toml", &self.rating_criteria, value))
            .chain(facts!("criteria.toml", &self.importance_levels, title))
            .chain(facts!("criteria.toml", &self.threat_levels, title))
            .chain(facts!("criteria.toml", &self.vulnerability_levels, title))
            .chain(facts!("criteria.toml", &self.likelihood_levels, title))
            .chain(facts!("criteria.toml", &self.band_presets, id))
            .chain(facts!("criteria.toml", &self.bands, title))
            .chain(facts!("treatments.toml", &self.treatments, title))
            .chain(facts!("vocabulary.toml", &self.terms, id))
            .chain([readings])
            .chain(facts!("worked-examples.toml", &self.worked_examples, id))
    }

    /// What a company is asked.
    fn profile_facts(&self) -> impl Iterator<Item = Fact<'_>> {
        facts!("measures.toml", &self.measures, id).chain(facts!("roles.toml", &self.roles, id)).chain(facts!(
            "profile.toml",
            &self.questions,
            id
        ))
    }

    /// Headings and rules.
    fn clause_facts(&self) -> impl Iterator<Item = Fact<'_>> {
        self.clause_files()
            .flat_map(|file| facts!(file.path, file.sections, id).chain(facts!(file.path, file.clauses, id)))
    }

    /// Topics, cases, guidelines, regulations, forms, pages, and the heads of documents.
    fn practice_facts(&self) -> impl Iterator<Item = Fact<'_>> {
        let policies = self.policies.iter().flat_map(|file| facts!(&file.path, [&file.policy], id));
        let topics = self.topics.iter().flat_map(|file| {
            facts!(&file.path, [&file.topic], id).chain(facts!(&file.path, [&file.standard, &file.procedure], id))
        });
        let guidelines = self.guidelines.iter().flat_map(|file| {
            let own = facts!(&file.path, [&file.guideline], id);
            own.chain(facts!(&file.path, &file.groups, id)).chain(facts!(&file.path, &file.checks, id))
        });
        policies
            .chain(topics)
            .chain(self.cases.iter().flat_map(|file| facts!(&file.path, [&file.case], id)))
            .chain(self.regulations.iter().flat_map(|file| facts!(&file.path, [&file.regulation], id)))
            .chain(self.forms.iter().flat_map(|file| facts!(&file.path, [&file.form], id)))
            .chain(self.handbook.iter().flat_map(|file| facts!(&file.path, [&file.page], id)))
            .chain(guidelines)
    }
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
