//! Checks over the whole catalog: every reference resolves, every sentence can be read.

mod clauses;
mod joins;
mod sentences;

use std::collections::BTreeSet;

use crate::{Catalog, file};

/// Something in the catalog to mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path under `catalog/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "catalog/{} の{}行目: {}", self.file, self.line, self.message)
    }
}

impl Catalog {
    /// Everything to mend, in the order of files and lines; empty when the catalog is whole.
    pub fn problems(&self) -> Vec<Problem> {
        let mut checker = Checker { problems: Vec::new() };
        joins::check(self, &mut checker);
        clauses::check(self, &mut checker);
        sentences::check(self, &mut checker);
        checker.problems.sort();
        checker.problems.dedup();
        checker.problems
    }
}

struct Checker {
    problems: Vec<Problem>,
}

impl Checker {
    /// Notes a problem of the entry `entry` of `file`, on the line where `needle` stands.
    fn note(&mut self, file: &str, entry: &str, needle: &str, message: String) {
        let line = file::line_of(file, entry, needle);
        self.problems.push(Problem { file: file.to_owned(), line, message });
    }

    /// Ids must be unique within `kind`.
    fn unique<'a>(&mut self, file: &str, kind: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.note(
                    file,
                    id,
                    id,
                    format!("{kind}の id「{id}」が2回使われています。片方を別の id にしてください。"),
                );
            }
        }
    }

    /// Each of `references` must be in `known`.
    fn resolves(&mut self, file: &str, entry: &str, kind: &str, references: &[String], known: &BTreeSet<&str>) {
        for reference in references {
            if !known.contains(reference.as_str()) {
                self.note(
                    file,
                    entry,
                    &format!("\"{reference}\""),
                    format!(
                        "「{entry}」が指す{kind}「{reference}」はありません。id を直すか、{kind}を足してください。"
                    ),
                );
            }
        }
    }
}

/// Ids of every kind of entry.
struct Known<'a> {
    threats: BTreeSet<&'a str>,
    vulnerabilities: BTreeSet<&'a str>,
    controls: BTreeSet<&'a str>,
    lines: BTreeSet<&'a str>,
    measures: BTreeSet<&'a str>,
    roles: BTreeSet<&'a str>,
    topics: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        Self {
            threats: catalog.threats.iter().map(|entry| entry.id.as_str()).collect(),
            vulnerabilities: catalog.vulnerabilities.iter().map(|entry| entry.id.as_str()).collect(),
            controls: catalog.controls.iter().map(|entry| entry.id.as_str()).collect(),
            lines: catalog.lines.iter().map(|entry| entry.id.as_str()).collect(),
            measures: catalog.measures.iter().map(|entry| entry.id.as_str()).collect(),
            roles: catalog.roles.iter().map(|entry| entry.id.as_str()).collect(),
            topics: catalog.ten_threat_topics.iter().map(|entry| entry.id.as_str()).collect(),
        }
    }
}
