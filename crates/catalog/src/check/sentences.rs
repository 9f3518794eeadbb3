//! No sentence too long to read.

use super::Checker;
use crate::provenance::{case_file, control_file, policy_file};
use crate::{Catalog, Clause, Part};

/// Characters a sentence may have. Chosen so that a sentence fits three lines of a phone.
const LIMIT: usize = 90;
/// What an insertion counts.
const INSERTION: usize = 10;

pub(super) fn check(catalog: &Catalog, checker: &mut Checker) {
    for entry in &catalog.threats {
        length(checker, "threats.toml", &entry.id, &entry.explanation);
    }
    for entry in &catalog.vulnerabilities {
        length(checker, "vulnerabilities.toml", &entry.id, &entry.explanation);
    }
    for entry in &catalog.controls {
        length(checker, control_file(entry), &entry.id, &entry.explanation);
    }
    for entry in &catalog.lines {
        for text in [&entry.explanation, &entry.rating_reason] {
            length(checker, "threat-lines.toml", &entry.id, text);
        }
    }
    for entry in &catalog.ten_threat_topics {
        length(checker, "ten-threats.toml", &entry.id, &entry.explanation);
    }
    for entry in &catalog.terms {
        length(checker, "vocabulary.toml", &entry.id, &entry.explanation);
    }
    for entry in &catalog.measures {
        for text in [&entry.question, &entry.full, &entry.partial, &entry.none] {
            length(checker, "measures.toml", &entry.id, text);
        }
    }
    for file in &catalog.policies {
        clauses(checker, &policy_file(&file.policy.id), &file.clauses);
    }
    for file in &catalog.cases {
        let path = case_file(&file.case.id);
        for text in [&file.case.happened, &file.case.damage, &file.case.cause, &file.case.target_threats] {
            length(checker, &path, &file.case.id, text);
        }
        clauses(checker, &path, &file.clauses);
    }
}

fn clauses(checker: &mut Checker, path: &str, clauses: &[Clause]) {
    for clause in clauses {
        let text: String = clause
            .text
            .0
            .iter()
            .map(|part| match part {
                Part::Words(words) => words.clone(),
                Part::Blank(_) | Part::Role(_) | Part::Organization => "　".repeat(INSERTION),
            })
            .collect();
        for text in [&text, &clause.advice, &clause.reason] {
            length(checker, path, &clause.id, text);
        }
    }
}

fn length(checker: &mut Checker, path: &str, entry: &str, text: &str) {
    for sentence in text.split('。') {
        let sentence = sentence.trim_matches('\n');
        let length = sentence.chars().count();
        if length > LIMIT {
            let start: String = sentence.chars().take(12).collect();
            let message =
                format!("「{entry}」の文「{start}…」が{length}文字あります。{LIMIT}文字までに分けてください。");
            checker.note(path, entry, &start, message);
        }
    }
}
