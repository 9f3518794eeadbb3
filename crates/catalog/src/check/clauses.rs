//! Policies and cases: sections, blanks, conditions, answers.

use std::collections::BTreeSet;

use super::{Checker, Known};
use crate::provenance::{case_file, policy_file};
use crate::{Catalog, Clause, Part, QuestionKind, Section};

pub(super) fn check(catalog: &Catalog, checker: &mut Checker) {
    let known = Known::of(catalog);
    let mut ids = BTreeSet::new();
    for file in &catalog.policies {
        let path = policy_file(&file.policy.id);
        clauses(catalog, checker, &known, &path, &file.sections, &file.clauses, &mut ids);
    }
    for file in &catalog.cases {
        let path = case_file(&file.case.id);
        clauses(catalog, checker, &known, &path, &file.sections, &file.clauses, &mut ids);
        checker.resolves(&path, &file.case.id, "脅威の行", &file.case.lines, &known.lines);
        checker.resolves(&path, &file.case.id, "話題", &file.case.topics, &known.topics);
    }
}

fn clauses<'a>(
    catalog: &Catalog,
    checker: &mut Checker,
    known: &Known<'_>,
    path: &str,
    sections: &[Section],
    clauses: &'a [Clause],
    ids: &mut BTreeSet<&'a str>,
) {
    for clause in clauses {
        let id = clause.id.as_str();
        let mut note = |needle: &str, message: String| checker.note(path, id, needle, message);
        if !ids.insert(id) {
            note(id, format!("条項の id「{id}」が2回使われています。"));
        }
        if !sections.iter().any(|section| section.id == clause.section && section.tier == clause.tier) {
            note(
                "section",
                format!("条項「{id}」の section「{}」が、同じ tier の [[section]] にありません。", clause.section),
            );
        }
        conditions(catalog, clause, &mut note);
        blanks(clauses, clause, &mut note);
        let answers = &clause.answers;
        let groups = [
            ("脅威の行", &answers.lines, &known.lines),
            ("脅威", &answers.threats, &known.threats),
            ("脆弱性", &answers.vulnerabilities, &known.vulnerabilities),
            ("管理策", &answers.controls, &known.controls),
            ("対策の質問", &answers.measures, &known.measures),
        ];
        if groups.iter().all(|(_, references, _)| references.is_empty()) {
            note("answers", format!("条項「{id}」が何に答えるのか（answers）を1つ以上書いてください。"));
        }
        for (kind, references, known) in groups {
            checker.resolves(path, id, kind, references, known);
        }
        checker.resolves(path, id, "役割", std::slice::from_ref(&clause.role), &known.roles);
        for part in &clause.text.0 {
            if let Part::Role(role) = part {
                checker.resolves(path, id, "役割", std::slice::from_ref(role), &known.roles);
            }
        }
    }
}

fn conditions(catalog: &Catalog, clause: &Clause, note: &mut impl FnMut(&str, String)) {
    for question in clause.condition.questions() {
        let kind = catalog.questions.iter().find(|known| known.id == question).map(|known| known.kind);
        if !matches!(kind, Some(QuestionKind::YesNo | QuestionKind::Integer)) {
            note(
                "condition",
                format!(
                    "条項「{}」の条件が使う「{question}」は、profile.toml の はい・いいえ か人数の質問にありません。",
                    clause.id
                ),
            );
        }
    }
}

fn blanks(clauses: &[Clause], clause: &Clause, note: &mut impl FnMut(&str, String)) {
    let id = &clause.id;
    for name in clause.text.blanks() {
        let declared = match name.rsplit_once('.') {
            None => clause.blanks.iter().any(|blank| blank.name == name),
            Some((other, name)) => {
                clauses.iter().any(|known| known.id == other && known.blanks.iter().any(|blank| blank.name == name))
            }
        };
        if !declared {
            note(name, format!("条項「{id}」の文にある空欄「{{{name}}}」が [[clause.blank]] にありません。"));
        }
    }
    let used: BTreeSet<&str> = clause.text.blanks().collect();
    for blank in &clause.blanks {
        if !used.contains(blank.name.as_str()) {
            note(&blank.name, format!("条項「{id}」の空欄「{}」が文で使われていません。", blank.name));
        }
        if let Some(Err(expected)) = blank.default_value() {
            note(&blank.name, format!("条項「{id}」の空欄「{}」の default が使えません。{expected}", blank.name));
        }
    }
}
