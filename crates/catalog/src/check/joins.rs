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
        let Some(medium) = catalog.line(&join.line).map(|line| line.medium) else { continue };
        if path != format!("joins/{}.toml", medium.id()) {
            let message = format!("「{name}」は、joins/{}.toml に移してください。", medium.id());
            checker.note(path, "", needle, message);
        }
        if catalog.threat(&join.threat).is_some_and(|threat| !threat.media.contains(&medium)) {
            let message = format!(
                "「{name}」は{}の行ですが、脅威「{}」の media に {} がありません。どちらかを直してください。",
                medium.title(),
                join.threat,
                medium.id()
            );
            checker.note(path, "", needle, message);
        }
    }
}
