//! `joins/*.toml`: every row fits its line, and stands once.

use std::collections::BTreeSet;

use super::{Checker, Known};
use crate::Catalog;

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    let mut seen = BTreeSet::new();
    for join in &catalog.joins {
        let (path, needle) = (join.path.as_str(), join.reason.lines().next().unwrap_or_default());
        let name = format!("{} × {} × {}", join.line, join.threat, join.vulnerability);
        for (kind, reference, known) in [
            ("脅威の行", &join.line, &known.lines),
            ("脅威", &join.threat, &known.threats),
            ("脆弱性", &join.vulnerability, &known.vulnerabilities),
        ] {
            checker.resolves(path, "", kind, std::slice::from_ref(reference), known);
        }
        checker.resolves(path, "", "管理策", &join.controls, &known.controls);
        if !(1..=4).contains(&join.controls.len()) {
            checker.note(path, "", needle, format!("「{name}」の controls は1〜4件にしてください。"));
        }
        if !seen.insert((&join.line, &join.threat, &join.vulnerability)) {
            checker.note(path, "", needle, format!("「{name}」が2回あります。片方を消してください。"));
        }
        let medium = catalog.line(&join.line).map(|line| line.medium);
        if medium.is_some_and(|medium| path != format!("joins/{}.toml", medium.id())) {
            let message = format!("「{name}」は、媒体の名前のファイルに移してください。");
            checker.note(path, "", needle, message);
        }
    }
}
