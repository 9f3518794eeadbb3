//! Why a rule exists: which risks, assets, weaknesses and controls it answers.

use std::cmp::Reverse;

use catalog::{Clause, ThreatLine};
use method::{Asset, RiskLevel, importance};

use super::Drafter;
use crate::words::names;
use crate::{Cell, Inline, Text};

/// How many risks a reason shows: the worst that the clause answers.
const SHOWN: usize = 2;

impl Drafter<'_> {
    /// The threat lines that a clause answers and that touch an asset of the register, worst first:
    /// those it names, or else those that use a vulnerability it answers.
    fn answered_lines(&self, clause: &Clause) -> Vec<Touched<'_>> {
        let answers = &clause.answers;
        let named = !answers.lines.is_empty();
        let lines = self.catalog.lines.iter().filter(|line| {
            if named {
                answers.lines.contains(&line.id)
            } else {
                line.vulnerabilities.iter().any(|id| answers.vulnerabilities.contains(id))
            }
        });
        let mut touched: Vec<Touched<'_>> = lines.filter_map(|line| self.touched(line)).collect();
        touched.sort_by_key(|touched| Reverse(touched.level));
        touched
    }

    /// Reasons of a clause, one short point a kind.
    pub(super) fn reasons(&self, clause: &Clause) -> Cell {
        let mut points = Vec::new();
        for touched in self.answered_lines(clause).into_iter().take(SHOWN) {
            let (medium, title) = (touched.line.medium.title(), &touched.line.title);
            points.push(format!("リスク：{medium}「{title}」レベル{}（{}）", touched.level, touched.assets));
        }
        let titles = |ids: &[String], title: &dyn Fn(&str) -> Option<String>| {
            ids.iter().filter_map(|id| title(id)).collect::<Vec<_>>().join("、")
        };
        let threats = titles(&clause.answers.threats, &|id| self.catalog.threat(id).map(|entry| entry.title.clone()));
        let weak = titles(&clause.answers.vulnerabilities, &|id| {
            self.catalog.vulnerability(id).map(|entry| entry.title.clone())
        });
        let controls = titles(&clause.answers.controls, &|id| {
            self.catalog.control(id).map(|entry| format!("{} {}", entry.id, entry.title))
        });
        for (label, words) in [("脅威", threats), ("脆弱性", weak), ("管理策", controls)] {
            if !words.is_empty() {
                points.push(format!("{label}：{words}"));
            }
        }
        Cell::from(Text(vec![Inline::Plain(points.join("\n"))]))
    }

    /// The assets of the register that a threat line touches; `None` where there are none.
    fn touched<'a>(&self, line: &'a ThreatLine) -> Option<Touched<'a>> {
        let rated = self.assessor.lines(line.medium).iter().find(|rating| rating.line.id == line.id)?;
        let level =
            |asset: &Asset| RiskLevel::new(importance(asset).value, asset.likelihood.unwrap_or(rated.likelihood));
        let mut assets: Vec<&Asset> = self.assets.iter().filter(|asset| asset.medium == line.medium).collect();
        assets.sort_by_key(|asset| Reverse(level(asset)));
        let level = level(assets.first()?);
        let assets = names(&assets.iter().map(|asset| asset.name.as_str()).collect::<Vec<_>>(), 1);
        Some(Touched { line, level, assets })
    }
}

/// A threat line with the assets it touches.
struct Touched<'a> {
    line: &'a ThreatLine,
    /// The highest level among the assets.
    level: RiskLevel,
    /// 「顧客リスト ほか7件」, the worst first.
    assets: String,
}
