//! Guidelines: answers, bands, groups, checks and their ready-made situations.

use std::collections::BTreeSet;

use super::super::{Checker, Known};
use crate::{Catalog, Check, GuidelineFile};

/// The answers that every check can be given.
const ANSWERS: [&str; 4] = ["done", "partial", "none", "unknown"];
/// The answers that every check has a situation for.
const SITUATIONS: [&str; 3] = ["done", "partial", "none"];

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let guidelines = catalog.guidelines.iter().map(|file| (file.path.as_str(), file.guideline.id.as_str()));
    checker.unique_among("ガイドライン", guidelines);
    let checks = catalog
        .guidelines
        .iter()
        .flat_map(|file| file.checks.iter().map(move |check| (file.path.as_str(), check.id.as_str())));
    checker.unique_among("点検項目", checks);
    for file in &catalog.guidelines {
        let path = file.path.as_str();
        for answer in &file.answers {
            if !ANSWERS.contains(&answer.id.as_str()) {
                let message = format!("答え「{}」は使えません。使える言葉: {}", answer.id, ANSWERS.join("、"));
                checker.note(path, &answer.id, &answer.id, message);
            }
        }
        checker.unique(path, "見出し", file.groups.iter().map(|group| group.id.as_str()));
        bands(checker, file);
        let groups = file.groups.iter().map(|group| group.id.as_str()).collect();
        let answers = file.answers.iter().map(|answer| answer.id.as_str()).collect();
        for check in &file.checks {
            item(checker, known, path, &groups, &answers, check);
        }
    }
}

/// Every total that the answers can come to has one band.
fn bands(checker: &mut Checker<'_>, file: &GuidelineFile) {
    if file.bands.is_empty() {
        return;
    }
    let scores = || file.answers.iter().filter_map(|answer| answer.score);
    let checks = i16::try_from(file.checks.len()).unwrap_or(i16::MAX);
    let total = |score: Option<i16>| score.unwrap_or_default().saturating_mul(checks);
    let (least, most) = (total(scores().min()), total(scores().max()));
    let mut bands: Vec<(i16, i16)> = file.bands.iter().map(|band| (band.from, band.to)).collect();
    bands.sort_unstable();
    let joined = bands.windows(2).all(|pair| pair[0].1.checked_add(1) == Some(pair[1].0));
    let ends = bands.first().is_some_and(|band| band.0 == least) && bands.last().is_some_and(|band| band.1 == most);
    if !joined || !ends {
        let message =
            format!("[[band]] の from と to は、合計点の{least}〜{most}を、すき間も重なりもなく覆ってください。");
        checker.note(&file.path, "", "[[band]]", message);
    }
}

fn item(
    checker: &mut Checker<'_>,
    known: &Known<'_>,
    path: &str,
    groups: &BTreeSet<&str>,
    answers: &BTreeSet<&str>,
    check: &Check,
) {
    let id = check.id.as_str();
    checker.resolves(path, id, "見出し", &[&check.group], groups);
    if !check.role.is_empty() {
        checker.resolves(path, id, "役割", &[&check.role], &known.roles);
    }
    checker.condition(path, id, &check.condition);
    checker.resolves(path, id, "対策の質問", &check.measures, &known.measures);
    checker.resolves(path, id, "管理策", &check.controls, &known.controls);
    for situation in &check.situations {
        checker.resolves(path, id, "答え", &[&situation.answer], answers);
        checker.resolves(path, id, "条項", &situation.clauses, &known.clauses);
    }
    for answer in SITUATIONS {
        if !check.situations.iter().any(|situation| situation.answer == answer) {
            let message =
                format!("点検項目「{id}」に、answer = \"{answer}\" の [[check.situation]] を足してください。");
            checker.note(path, id, id, message);
        }
    }
}
