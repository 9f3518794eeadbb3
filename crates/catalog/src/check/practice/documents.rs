//! Regulations, forms and the pages of the handbook.

use std::collections::BTreeMap;

use super::super::{Checker, Known};
use crate::{Catalog, FieldKind, FormFile, RegulationFile, Tier};

const CATEGORIES: [&str; 4] = ["組織的対策", "人的対策", "物理的対策", "技術的対策"];

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let regulations = catalog.regulations.iter().map(|file| (file.path.as_str(), file.regulation.id.as_str()));
    checker.unique_among("規程", regulations);
    let forms = catalog.forms.iter().map(|file| (file.path.as_str(), file.form.id.as_str()));
    checker.unique_among("様式", forms);
    let handbook = catalog.handbook.iter().map(|file| (file.path.as_str(), file.page.id.as_str()));
    checker.unique_among("ページ", handbook);
    numbers(catalog, checker);
    for file in &catalog.regulations {
        regulation(checker, file);
    }
    for file in &catalog.forms {
        form(checker, known, file);
    }
    for file in &catalog.handbook {
        let (path, page) = (file.path.as_str(), &file.page);
        checker.resolves(path, &page.id, "役割", &[&page.contact], &known.roles);
        checker.not_empty(path, &page.id, "clauses", page.clauses.is_empty());
        checker.resolves(path, &page.id, "条項", &page.clauses, &known.clauses);
        checker.condition(path, &page.id, &page.condition);
        checker.count(path, &page.id, "[[point]]", file.points.len(), 3..=6);
    }
}

/// A document is cited by its number, a chapter and a page by their place.
fn numbers(catalog: &Catalog, checker: &mut Checker<'_>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut taken = |kind: &str, number: String, path: &'_ str| {
        let before = seen.insert(format!("{kind}「{number}」"), "");
        before.map(|_| (path.to_owned(), format!("{kind}「{number}」が、ほかのファイルでも使われています。")))
    };
    let mut twice = Vec::new();
    for file in &catalog.policies {
        twice.extend(taken("文書の番号", file.policy.number.clone(), &file.path));
    }
    for file in &catalog.topics {
        twice.extend(taken("文書の番号", file.standard.number.clone(), &file.path));
        twice.extend(taken("文書の番号", file.procedure.number.clone(), &file.path));
    }
    for file in &catalog.regulations {
        twice.extend(taken("文書の番号", file.regulation.number.clone(), &file.path));
        twice.extend(taken("章", file.regulation.chapter.to_string(), &file.path));
    }
    for file in &catalog.handbook {
        twice.extend(taken("ページの order", file.page.order.to_string(), &file.path));
    }
    for (path, message) in twice {
        checker.note(&path, "", "number", message);
    }
}

fn regulation(checker: &mut Checker<'_>, file: &RegulationFile) {
    let (path, regulation) = (file.path.as_str(), &file.regulation);
    checker.condition(path, &regulation.id, &regulation.condition);
    if !CATEGORIES.contains(&regulation.category.as_str()) {
        let message = format!("category「{}」は使えません。使える言葉: {}", regulation.category, CATEGORIES.join("、"));
        checker.note(path, &regulation.id, "category", message);
    }
    for section in &file.sections {
        if section.tier.is_some() {
            let message = format!("規程の見出し「{}」には tier を書きません。消してください。", section.title);
            checker.note(path, &section.id, "tier", message);
        }
    }
    for clause in file.clauses.iter().filter(|clause| clause.tier == Tier::BasicPolicy) {
        let message = format!("条項「{}」の tier は、standard か procedure にしてください。", clause.id);
        checker.note(path, &clause.id, "tier", message);
    }
}

fn form(checker: &mut Checker<'_>, known: &Known<'_>, file: &FormFile) {
    let (path, form) = (file.path.as_str(), &file.form);
    checker.resolves(path, &form.id, "役割", &[&form.keeper], &known.roles);
    checker.not_empty(path, &form.id, "clauses", form.clauses.is_empty());
    checker.resolves(path, &form.id, "条項", &form.clauses, &known.clauses);
    for field in &file.fields {
        let (least, is_choice) = (field.choices.len() >= 2, field.kind == FieldKind::Choice);
        if is_choice && !least {
            let message = format!("欄「{}」の choices に2つ以上書いてください。", field.label);
            checker.note(path, "", &field.label, message);
        }
        if !is_choice && !field.choices.is_empty() {
            let message = format!("欄「{}」に choices を書くなら、kind を choice にしてください。", field.label);
            checker.note(path, "", &field.label, message);
        }
    }
}
