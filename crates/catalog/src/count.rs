//! Counts for `sonae catalog check`: how much there is and how sure it is.

use crate::{Catalog, Certainty, Source};

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
            .map(|certainty| (certainty, self.provenance().filter(|fact| fact.certainty == certainty).count()))
            .collect()
    }

    /// How many entries come from each source, in the order of `sources.toml`.
    pub fn source_counts(&self) -> Vec<(&Source, usize)> {
        self.sources
            .iter()
            .map(|source| (source, self.provenance().filter(|fact| fact.source == source.id).count()))
            .collect()
    }
}
