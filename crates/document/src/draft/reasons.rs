//! Why a rule exists: which risks, assets, weaknesses and controls it answers.

use catalog::{Clause, ThreatLine};
use method::{Asset, RiskLevel, importance};

use super::Drafter;
use super::words::names;
use crate::{Cell, Inline, Text};

/// How many names a reason shows before it counts the rest.
const SHOWN: usize = 3;

impl Drafter<'_> {
    /// The threat lines that a clause answers and that touch an asset of the register: those it
    /// names, or else those that use a vulnerability it answers.
    fn answered_lines(&self, clause: &Clause) -> Vec<&ThreatLine> {
        let answers = &clause.answers;
        let named = !answers.lines.is_empty();
        let lines = self.catalog.lines.iter().filter(|line| {
            if named {
                answers.lines.contains(&line.id)
            } else {
                line.vulnerabilities.iter().any(|id| answers.vulnerabilities.contains(id))
            }
        });
        lines.filter(|line| self.assets.iter().any(|asset| asset.medium == line.medium)).collect()
    }

    /// Reasons of a clause, one short point a kind.
    pub(super) fn reasons(&self, clause: &Clause) -> Cell {
        let mut points = Vec::new();
        for line in self.answered_lines(clause).into_iter().take(SHOWN) {
            points.push(format!("リスク：{}「{}」（{}）", line.medium.title(), line.title, self.touched(line)));
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

    /// 「情報資産8件、最も高いリスクレベル9：顧客リスト ほか7件」
    fn touched(&self, line: &ThreatLine) -> String {
        let assets: Vec<&Asset> = self.assets.iter().filter(|asset| asset.medium == line.medium).collect();
        let rated = self.assessor.lines(line.medium).iter().find(|rating| rating.line.id == line.id);
        let level = |asset: &Asset| {
            rated.map(|rating| RiskLevel::new(importance(asset).value, asset.likelihood.unwrap_or(rating.likelihood)))
        };
        let highest = assets.iter().filter_map(|asset| level(asset)).max();
        let mut worst_first = assets.clone();
        worst_first.sort_by_key(|asset| std::cmp::Reverse(level(asset)));
        let shown = names(&worst_first.iter().map(|asset| asset.name.as_str()).collect::<Vec<_>>(), 1);
        match highest {
            Some(highest) => format!("最も高いリスクレベル{highest}：{shown}"),
            None => shown,
        }
    }
}
