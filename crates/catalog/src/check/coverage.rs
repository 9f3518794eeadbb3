//! What is still to be written: every threat line, check and heading is answered by a clause, every
//! listed threat has a topic.

use std::collections::BTreeSet;

use super::Checker;
use crate::Catalog;

/// Fewer joined rows leave assets without a sensible list.
const JOINS: usize = 300;
/// Chapters of the regulations: ten of the sample, telework, personal numbers.
const CHAPTERS: u8 = 12;
/// Stories that a company can start from.
const CASES: usize = 15;

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>) {
    lines(catalog, checker);
    lessons(catalog, checker);
    regulations(catalog, checker);
    for file in &catalog.guidelines {
        for check in &file.checks {
            for situation in check.situations.iter().filter(|situation| situation.answer != "done") {
                if situation.clauses.is_empty() {
                    let message = format!(
                        "点検項目「{}」の「{}」から始める条項（clauses）がありません。",
                        check.id, situation.text
                    );
                    checker.note(&file.path, &check.id, &situation.text, message);
                }
            }
        }
    }
}

fn lines(catalog: &Catalog, checker: &mut Checker<'_>) {
    let file = "threat-lines.toml";
    let answered: BTreeSet<&str> =
        catalog.clauses().flat_map(|clause| clause.answers.lines.iter().map(String::as_str)).collect();
    for line in &catalog.lines {
        if !answered.contains(line.id.as_str()) {
            let message = format!("脅威の行「{}」に答える条項がありません。", line.id);
            checker.note(file, &line.id, &line.id, message);
        }
        if catalog.joins_of(&line.id).next().is_none() {
            let message = format!(
                "脅威の行「{}」の [[join]] がありません。joins/{}.toml に書いてください。",
                line.id,
                line.medium.id()
            );
            checker.note(file, &line.id, &line.id, message);
        }
    }
    if catalog.joins.len() < JOINS {
        let message = format!("joins の行が{}件です。{JOINS}件以上にしてください。", catalog.joins.len());
        checker.note(file, "", "", message);
    }
}

fn lessons(catalog: &Catalog, checker: &mut Checker<'_>) {
    for entry in &catalog.ten_threats {
        if catalog.topic(&entry.topic).is_none() {
            let message = format!("話題「{0}」のファイル topics/{0}.toml がありません。", entry.topic);
            checker.note("ten-threats.toml", "", &format!("\"{}\"", entry.topic), message);
        }
    }
    for file in &catalog.cases {
        let topics = std::iter::once(&file.case.topic).chain(&file.case.also);
        for topic in topics.filter(|topic| catalog.topic(topic).is_none()) {
            let message = format!("事例「{}」の話題「{topic}」のファイルがありません。", file.case.id);
            checker.note(&file.path, &file.case.id, topic, message);
        }
    }
    if catalog.cases.len() < CASES {
        let message = format!("事例が{}件です。{CASES}件以上にしてください。", catalog.cases.len());
        checker.note("cases", "", "", message);
    }
}

fn regulations(catalog: &Catalog, checker: &mut Checker<'_>) {
    for chapter in 1..=CHAPTERS {
        if !catalog.regulations.iter().any(|file| file.regulation.chapter == chapter) {
            checker.note("regulations", "", "", format!("規程の第{chapter}章のファイルがありません。"));
        }
    }
    for file in &catalog.regulations {
        for section in &file.sections {
            if !file.clauses.iter().any(|clause| clause.section == section.id) {
                let message = format!("規程の見出し「{}」に条項がありません。", section.title);
                checker.note(&file.path, &section.id, &section.title, message);
            }
        }
    }
    if catalog.handbook.is_empty() {
        checker.note("handbook", "", "", "従業員ハンドブックのページがありません。".into());
    }
}
