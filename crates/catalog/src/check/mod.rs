//! Checks over the whole catalog: every reference resolves, every sentence can be read, nothing is missing.

mod clauses;
mod coverage;
mod joins;
mod practice;
mod readings;
mod risk;
mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use crate::{Catalog, Condition, QuestionKind};

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
    /// Every mistake, in the order of files and lines; empty when all that is written fits together.
    pub fn problems(&self) -> Vec<Problem> {
        self.checked(|checker, known| {
            risk::check(self, checker, known);
            joins::check(self, checker, known);
            clauses::check(self, checker, known);
            practice::check(self, checker, known);
            sentences::check(self, checker);
            readings::check(self, checker);
        })
    }

    /// Everything still to be written, in the order of files and lines; empty when the catalog is complete, or
    /// while a chapter is unreadable: what stands there cannot be told from what is missing.
    pub fn gaps(&self) -> Vec<Problem> {
        if !self.unreadable.is_empty() {
            return Vec::new();
        }
        self.checked(|checker, _| {
            coverage::check(self, checker);
            readings::gaps(self, checker);
        })
    }

    fn checked(&self, check: impl FnOnce(&mut Checker<'_>, &Known<'_>)) -> Vec<Problem> {
        let mut checker = Checker { catalog: self, problems: Vec::new() };
        check(&mut checker, &Known::of(self));
        checker.problems.sort();
        checker.problems.dedup();
        checker.problems
    }
}

struct Checker<'a> {
    catalog: &'a Catalog,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    /// Notes a problem of the entry `entry` of `file`, on the line where `needle` stands.
    fn note(&mut self, file: &str, entry: &str, needle: &str, message: String) {
        let line = self.catalog.files.line_of(file, entry, needle);
        self.problems.push(Problem { file: file.to_owned(), line, message });
    }

    /// Ids must be unique within `kind`, which stands in one file.
    fn unique<'a>(&mut self, file: &'a str, kind: &str, ids: impl Iterator<Item = &'a str>) {
        self.unique_among(kind, ids.map(|id| (file, id)));
    }

    /// Ids must be unique within `kind`; each comes with its file. The later one is to be mended.
    fn unique_among<'a>(&mut self, kind: &str, ids: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut seen = BTreeMap::new();
        for (file, id) in ids {
            let Some(before) = seen.insert(id, file) else { continue };
            let before =
                if before == file { String::new() } else { format!("（catalog/{before} にもあります）") };
            let message = format!("{kind}の id「{id}」が2回使われています{before}。片方を別の id にしてください。");
            self.note(file, id, id, message);
        }
    }

    /// Something must stand there.
    fn not_empty(&mut self, file: &str, entry: &str, field: &str, empty: bool) {
        if empty {
            let message = format!("「{entry}」の {field} に1つ以上書いてください。");
            self.note(file, entry, field, message);
        }
    }

    /// A list that people read at one go has so many points.
    fn count(&mut self, file: &str, entry: &str, field: &str, count: usize, allowed: std::ops::RangeInclusive<usize>) {
        if !allowed.contains(&count) {
            let (least, most) = (allowed.start(), allowed.end());
            let message = format!("「{entry}」の {field} が{count}件あります。{least}〜{most}件にしてください。");
            self.note(file, entry, field, message);
        }
    }

    /// A condition asks yes-no questions and numbers of the profile.
    fn condition(&mut self, file: &str, entry: &str, condition: &Condition) {
        for question in condition.questions() {
            let kind = self.catalog.question(question).map(|known| known.kind);
            if !matches!(kind, Some(QuestionKind::YesNo | QuestionKind::Integer)) {
                let message = format!(
                    "「{entry}」の条件が使う「{question}」は、profile.toml の はい・いいえ か人数の質問にありません。"
                );
                self.note(file, entry, "condition", message);
            }
        }
    }

    /// Each of `references` must be in `known`, unless it may stand in a chapter that cannot be read.
    fn resolves<S: AsRef<str>>(
        &mut self,
        file: &str,
        entry: &str,
        kind: &str,
        references: &[S],
        known: &BTreeSet<&str>,
    ) {
        let references = references.iter().map(AsRef::as_ref);
        for reference in references {
            if !known.contains(reference) && !self.catalog.may_stand_unread(reference) {
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
    clauses: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        macro_rules! ids {
            ($list:expr) => {
                $list.iter().map(|entry| entry.id.as_str()).collect()
            };
        }
        Self {
            threats: ids!(catalog.threats),
            vulnerabilities: ids!(catalog.vulnerabilities),
            controls: ids!(catalog.controls),
            lines: ids!(catalog.lines),
            measures: ids!(catalog.measures),
            roles: ids!(catalog.roles),
            // A topic whose file is still to be written is a gap, not a mistake: the lists name it already.
            topics: catalog
                .topics
                .iter()
                .map(|file| file.topic.id.as_str())
                .chain(catalog.ten_threats.iter().map(|entry| entry.topic.as_str()))
                .collect(),
            clauses: catalog.clauses().map(|clause| clause.id.as_str()).collect(),
        }
    }
}
