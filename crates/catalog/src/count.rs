//! Numbers for `sonae catalog check`: how much there is, how far it reaches, how sure it is.

use std::collections::BTreeSet;

use crate::{Catalog, Certainty, Clause, Source, Tier};

/// How many of a whole are reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// What is counted.
    pub title: &'static str,
    /// How many are reached.
    pub reached: usize,
    /// How many there are.
    pub all: usize,
    /// Ids of those that are not reached, where they have ids.
    pub open: Vec<String>,
}

impl Catalog {
    /// How many entries of each kind, in the order in which people ask for them.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let tier = |tier: Tier| self.clauses().filter(|clause| clause.tier == tier).count();
        vec![
            ("脅威", self.threats.len()),
            ("脆弱性", self.vulnerabilities.len()),
            ("管理策", self.controls.len()),
            ("媒体・保存先", self.media.len()),
            ("媒体ごとの脅威の行", self.lines.len()),
            ("脅威の行 × 脅威 × 脆弱性 × 管理策", self.joins.len()),
            ("対策の状況の質問", self.measures.len()),
            ("会社の状況の質問", self.questions.len()),
            ("10大脅威（3年分）", self.ten_threats.len()),
            ("脅威の話題", self.topics.len()),
            ("事例", self.cases.len()),
            ("ガイドライン", self.guidelines.len()),
            ("点検項目", self.checks().count()),
            ("選べる自社の状況", self.checks().map(|check| check.situations.len()).sum()),
            ("規程", self.regulations.len()),
            ("規程の見出し", self.regulations.iter().map(|file| file.sections.len()).sum()),
            ("様式", self.forms.len()),
            ("ハンドブックのページ", self.handbook.len()),
            ("条項", self.clauses().count()),
            ("　うち基本方針", tier(Tier::BasicPolicy)),
            ("　うち対策基準", tier(Tier::Standard)),
            ("　うち実施手順", tier(Tier::Procedure)),
            ("空欄", self.clauses().map(|clause| clause.blanks.len()).sum()),
            ("評価の基準", self.rating_criteria.len()),
            ("リスク対応", self.treatments.len()),
            ("用語", self.terms.len()),
            ("言葉の読み", self.readings.words.len()),
            ("考え方の例", self.worked_examples.len()),
            ("役割", self.roles.len()),
        ]
    }

    /// How far the clauses reach.
    pub fn coverage(&self) -> Vec<Coverage> {
        let answered = |ids: fn(&Clause) -> &Vec<String>| -> BTreeSet<&str> {
            self.clauses().flat_map(|clause| ids(clause).iter().map(String::as_str)).collect()
        };
        macro_rules! answered_of {
            ($title:literal, $list:expr, $ids:ident) => {{
                let known = answered(|clause| &clause.answers.$ids);
                let open = $list.iter().map(|entry| entry.id.as_str()).filter(|id| !known.contains(id));
                let open: Vec<String> = open.map(str::to_owned).collect();
                Coverage { title: $title, reached: $list.len() - open.len(), all: $list.len(), open }
            }};
        }
        let sections = self.regulations.iter().flat_map(|file| {
            file.sections.iter().map(|section| file.clauses.iter().any(|clause| clause.section == section.id))
        });
        let checks = self.checks().map(|check| {
            let mut open = check.situations.iter().filter(|situation| situation.answer != "done");
            open.all(|situation| !situation.clauses.is_empty())
        });
        let topics: BTreeSet<&str> = self.ten_threats.iter().map(|entry| entry.topic.as_str()).collect();
        let share = |title, reached: Vec<bool>| Coverage {
            title,
            reached: reached.iter().filter(|reached| **reached).count(),
            all: reached.len(),
            open: Vec::new(),
        };
        vec![
            answered_of!("条項が答えている脅威の行", self.lines, lines),
            answered_of!("条項が答えている脅威", self.threats, threats),
            answered_of!("条項が答えている脆弱性", self.vulnerabilities, vulnerabilities),
            answered_of!("条項が答えている管理策", self.controls, controls),
            answered_of!("条項が答えている対策の質問", self.measures, measures),
            share("条項のある規程の見出し", sections.collect()),
            share("できていないときの条項がある点検項目", checks.collect()),
            share("ファイルのある10大脅威の話題", topics.iter().map(|topic| self.topic(topic).is_some()).collect()),
            share(
                "joins のある脅威の行",
                self.lines.iter().map(|line| self.joins_of(&line.id).next().is_some()).collect(),
            ),
        ]
    }

    /// How many entries have each certainty.
    pub fn certainties(&self) -> Vec<(Certainty, usize)> {
        [Certainty::Verified, Certainty::Corroborated, Certainty::Recalled, Certainty::Own]
            .into_iter()
            .map(|certainty| (certainty, self.provenance().filter(|fact| fact.certainty == certainty).count()))
            .collect()
    }

    /// What rests on memory alone, to be held against the originals: entries by file.
    pub fn uncertain(&self) -> Vec<(String, Vec<String>)> {
        let mut files: Vec<(String, Vec<String>)> = Vec::new();
        for fact in self.provenance().filter(|fact| fact.certainty == Certainty::Recalled) {
            match files.iter_mut().find(|(file, _)| file == fact.file) {
                Some((_, entries)) => entries.push(fact.entry),
                None => files.push((fact.file.to_owned(), vec![fact.entry])),
            }
        }
        files.sort();
        files
    }

    /// How many entries come from each source, in the order of `sources.toml`.
    pub fn source_counts(&self) -> Vec<(&Source, usize)> {
        self.sources
            .iter()
            .map(|source| (source, self.provenance().filter(|fact| fact.source == source.id).count()))
            .collect()
    }
}
