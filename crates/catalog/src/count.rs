//! Counts for `sonae catalog check`: how much there is and how sure it is.

use crate::{Catalog, Certainty};

impl Catalog {
    /// How many entries of each kind, in the order in which people ask for them.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let blanks = self.clauses().map(|clause| clause.blanks.len()).sum();
        vec![
            ("脅威", self.threats.len()),
            ("脆弱性", self.vulnerabilities.len()),
            ("管理策", self.controls.len()),
            ("媒体・保存先", self.media.len()),
            ("媒体ごとの脅威の行", self.lines.len()),
            ("対策の状況の質問", self.measures.len()),
            ("会社の状況の質問", self.questions.len()),
            ("10大脅威（3年分）", self.ten_threats.len()),
            ("評価の基準", self.rating_criteria.len()),
            ("リスク対応", self.treatments.len()),
            ("用語", self.terms.len()),
            ("考え方の例", self.worked_examples.len()),
            ("役割", self.roles.len()),
            ("事例", self.cases.len()),
            ("条項", self.clauses().count()),
            ("空欄", blanks),
        ]
    }

    /// Threat lines that some clause answers.
    pub fn answered_lines(&self) -> usize {
        self.lines.iter().filter(|line| self.clauses().any(|clause| clause.answers.lines.contains(&line.id))).count()
    }

    /// How many entries have each certainty.
    pub fn certainties(&self) -> Vec<(Certainty, usize)> {
        [Certainty::Verified, Certainty::Corroborated, Certainty::Recalled, Certainty::Own]
            .into_iter()
            .map(|certainty| (certainty, self.provenance().filter(|(_, _, _, found)| *found == certainty).count()))
            .collect()
    }

    /// (file, entry, source, certainty) of every entry that has one.
    pub(crate) fn provenance(&self) -> impl Iterator<Item = (&'static str, String, &String, Certainty)> {
        macro_rules! entries {
            ($file:literal, $list:expr, $name:ident) => {
                $list.iter().map(|entry| ($file, entry.$name.to_string(), &entry.source, entry.certainty))
            };
        }
        entries!("threats.toml", self.threats, id)
            .chain(entries!("vulnerabilities.toml", self.vulnerabilities, id))
            .chain(entries!("controls/organizational.toml", self.controls, id))
            .chain(entries!("media.toml", self.media, title))
            .chain(entries!("threat-lines.toml", self.lines, id))
            .chain(entries!("measures.toml", self.measures, id))
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
    }
}
