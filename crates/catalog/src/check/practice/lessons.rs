//! Topics and cases.

use super::super::{Checker, Known};
use crate::{CaseFile, Catalog, Tier, TopicFile};

/// The headings of a 対策基準 (seminar chapter 7).
const STANDARD: [&str; 5] = ["target-threat", "organizational", "people", "physical", "technological"];

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let topics = catalog.topics.iter().map(|file| (file.path.as_str(), file.topic.id.as_str()));
    checker.unique_among("話題", topics);
    let cases = catalog.cases.iter().map(|file| (file.path.as_str(), file.case.id.as_str()));
    checker.unique_among("事例", cases);
    for entry in &catalog.ten_threats {
        checker.resolves("ten-threats.toml", "", "話題", &[&entry.topic], &known.topics);
    }
    for file in &catalog.topics {
        topic(checker, known, file);
    }
    for file in &catalog.cases {
        case(checker, known, file);
    }
}

fn topic(checker: &mut Checker<'_>, known: &Known<'_>, file: &TopicFile) {
    let (path, topic) = (file.path.as_str(), &file.topic);
    checker.not_empty(path, &topic.id, "lines", topic.lines.is_empty());
    checker.resolves(path, &topic.id, "脅威の行", &topic.lines, &known.lines);
    checker.count(path, &topic.id, "start", topic.start.len(), 3..=5);
    checker.count(path, &topic.id, "signs", topic.signs.len(), 3..=5);
    checker.count(path, &topic.id, "first_response", topic.first_response.len(), 4..=7);
    let of = |tier: Tier| file.sections.iter().filter(move |section| section.tier == Some(tier));
    let mut headings: Vec<&str> = of(Tier::Standard).map(|section| section.id.as_str()).collect();
    let begins = headings.first() == STANDARD.first();
    // The slides' own case has the other four in an order of its own.
    headings.sort_by_key(|heading| STANDARD.iter().position(|known| known == heading));
    if !begins || headings != STANDARD {
        let message = format!("対策基準の [[section]] は、{} の5つを書いてください。", STANDARD.join("・"));
        checker.note(path, "", "[[section]]", message);
    }
    for section in of(Tier::Standard).filter(|section| section.id != STANDARD[0]).chain(of(Tier::Procedure)) {
        if !file.clauses.iter().any(|clause| Some(clause.tier) == section.tier && clause.section == section.id) {
            let message = format!("見出し「{}」に条項がありません。1つ以上書いてください。", section.title);
            checker.note(path, &section.id, &section.title, message);
        }
    }
    if !file.clauses.iter().any(|clause| clause.tier == Tier::Procedure) {
        checker.note(path, &topic.id, "", format!("話題「{}」に実施手順の条項がありません。", topic.id));
    }
}

fn case(checker: &mut Checker<'_>, known: &Known<'_>, file: &CaseFile) {
    let (path, case) = (file.path.as_str(), &file.case);
    checker.resolves(path, &case.id, "話題", &[&case.topic], &known.topics);
    checker.resolves(path, &case.id, "話題", &case.also, &known.topics);
    for (field, empty) in [
        ("assets", case.assets.is_empty()),
        ("lines", case.lines.is_empty()),
        ("threats", case.threats.is_empty()),
        ("vulnerabilities", case.vulnerabilities.is_empty()),
        ("prevented_by", case.prevented_by.is_empty()),
        ("shortened_by", case.shortened_by.is_empty()),
    ] {
        checker.not_empty(path, &case.id, field, empty);
    }
    checker.resolves(path, &case.id, "脅威の行", &case.lines, &known.lines);
    checker.resolves(path, &case.id, "脅威", &case.threats, &known.threats);
    checker.resolves(path, &case.id, "脆弱性", &case.vulnerabilities, &known.vulnerabilities);
    checker.resolves(path, &case.id, "条項", &case.prevented_by, &known.clauses);
    checker.resolves(path, &case.id, "条項", &case.shortened_by, &known.clauses);
}
