//! Files of clauses: sections, blanks, conditions, answers.

use std::collections::BTreeSet;

use super::{Checker, Known};
use crate::{Catalog, Clause, ClauseFile, Part};

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let mut ids = BTreeSet::new();
    for file in catalog.clause_files() {
        clauses(checker, known, file, &mut ids);
    }
}

fn clauses<'a>(checker: &mut Checker<'_>, known: &Known<'_>, file: ClauseFile<'a>, ids: &mut BTreeSet<&'a str>) {
    let ClauseFile { path, sections, clauses } = file;
    for clause in clauses {
        let id = clause.id.as_str();
        if !ids.insert(id) {
            checker.note(path, id, id, format!("条項の id「{id}」が2回使われています。"));
        }
        if !sections.iter().any(|section| section.id == clause.section && section.takes(clause.tier)) {
            let message = format!(
                "条項「{id}」の section「{}」が、同じファイル（同じ tier）の [[section]] にありません。",
                clause.section
            );
            checker.note(path, id, "section", message);
        }
        blanks(clauses, clause, &mut |needle, message| checker.note(path, id, needle, message));
        checker.condition(path, id, &clause.condition);
        answers(checker, known, path, clause);
        checker.resolves(path, id, "役割", &[&clause.role], &known.roles);
        for part in &clause.text.0 {
            if let Part::Role(role) = part {
                checker.resolves(path, id, "役割", &[role], &known.roles);
            }
        }
    }
}

fn answers(checker: &mut Checker<'_>, known: &Known<'_>, path: &str, clause: &Clause) {
    let (id, answers) = (clause.id.as_str(), &clause.answers);
    let groups = [
        ("脅威の行", &answers.lines, &known.lines),
        ("脅威", &answers.threats, &known.threats),
        ("脆弱性", &answers.vulnerabilities, &known.vulnerabilities),
        ("管理策", &answers.controls, &known.controls),
        ("対策の質問", &answers.measures, &known.measures),
    ];
    if groups.iter().all(|(_, references, _)| references.is_empty()) {
        let message = format!("条項「{id}」が何に答えるのか（answers）を1つ以上書いてください。");
        checker.note(path, id, "answers", message);
    }
    for (kind, references, known) in groups {
        checker.resolves(path, id, kind, references, known);
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
        let quoted = format!("\"{}\"", blank.name);
        if !used.contains(blank.name.as_str()) {
            note(&quoted, format!("条項「{id}」の空欄「{}」が文で使われていません。", blank.name));
        }
        if let Some(Err(expected)) = blank.default_value() {
            note(&quoted, format!("条項「{id}」の空欄「{}」の default が使えません。{expected}", blank.name));
        }
    }
}
