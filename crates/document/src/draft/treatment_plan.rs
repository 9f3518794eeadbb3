//! リスク対応計画.

use assessment::{Assessor, LineRating};
use catalog::CaseFile;
use method::{Asset, Band, Medium, Rating, RiskLevel, Treatment, importance, likelihood, suggested_treatment};

use super::Drafter;
use crate::words::{heading, names, paragraph, table};
use crate::{Block, Cell, Column, Document, Text, Tone};

/// Names of assets that a line of the plan shows before it counts the rest.
const SHOWN: usize = 3;

/// A line of the plan: one threat line and the assets it touches.
struct PlanLine<'a> {
    rating: &'a LineRating<'a>,
    assets: Vec<&'a Asset>,
    importance: Rating,
    likelihood: Rating,
    level: RiskLevel,
    band: Band,
}

impl Drafter<'_> {
    /// The plan: what to do about every risk that is not 低, worst first, with the level expected
    /// afterwards. With a case: only the threats of the case.
    ///
    /// Source: `treatment_plan` and `risk_report` of the seminar's text; ISO/IEC 27001 6.1.3 e), f).
    pub fn treatment_plan(&self, case: Option<&CaseFile>) -> Document {
        let mut front =
            self.front_of("risk-treatment-plan", "PLN-001", "リスク対応", "リスク対応計画", "全社・全従業員");
        front.landscape = true;
        let assessor = case.map_or_else(|| self.assessor.clone(), |file| self.assessor.narrowed(&file.case.lines));
        let lines = self.plan_lines(&assessor);
        let (open, low): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.band != Band::Low);
        let mut blocks = vec![paragraph(match case {
            Some(file) => format!(
                "事例「{}」が当てはまるリスクについて、すること・担当・期限を決めるための計画です。",
                file.case.title
            ),
            None => "受容できないリスクから順に、すること・担当・期限を決めるための計画です。".to_owned(),
        })];
        blocks.push(paragraph(
            "優先順位は、リスクレベル9が「1 早急に対応」、6が「2 今期中に対応」、4と3が「3 今期対応が望ましい」です。対策後の見込みは、挙げた対策をすべて実施したときの値です。",
        ));
        blocks.push(heading(1, "対応するリスク"));
        if open.is_empty() {
            blocks.push(paragraph("対応が必要なリスク（評価が中または高）はありません。"));
        } else {
            blocks.push(table("", plan_columns(), open.iter().map(|line| self.plan_row(line, &assessor)).collect()));
        }
        if !low.is_empty() {
            let points = low.iter().map(|line| {
                let (medium, title) = (line.rating.line.medium.title(), &line.rating.line.title);
                Text::plain(format!("{medium}：{title}（リスクレベル{}）", line.level))
            });
            blocks.push(heading(1, "そのまま受容できるリスク"));
            blocks.push(Block::List { ordered: false, items: points.collect() });
        }
        blocks.push(heading(1, "リスク所有者の承認"));
        blocks.push(paragraph("リスク所有者は、この計画と、対策後に残るリスク（残留リスク）を確かめて承認します。"));
        blocks.push(self.approvals(&open));
        Document { front, blocks }
    }

    fn plan_lines<'b>(&'b self, assessor: &'b Assessor<'_>) -> Vec<PlanLine<'b>> {
        let mut lines = Vec::new();
        for medium in Medium::ALL {
            let mut assets: Vec<&Asset> = self.assets.iter().filter(|asset| asset.medium == medium).collect();
            assets.sort_by_key(|asset| std::cmp::Reverse(importance(asset).value));
            for rating in assessor.lines(medium) {
                let risk = |asset: &Asset| {
                    let given = asset.likelihood.unwrap_or(rating.likelihood);
                    (RiskLevel::new(importance(asset).value, given), importance(asset).value, given)
                };
                let Some((level, importance, likelihood)) = assets.iter().map(|asset| risk(asset)).max() else {
                    continue;
                };
                let band = assessor.criteria().band(level);
                let mut assets = assets.clone();
                assets.sort_by_key(|asset| std::cmp::Reverse(risk(asset)));
                lines.push(PlanLine { rating, assets, importance, likelihood, level, band });
            }
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.level));
        lines
    }

    fn plan_row(&self, line: &PlanLine<'_>, assessor: &Assessor<'_>) -> Vec<Cell> {
        let tone: Tone = line.band.into();
        let after = RiskLevel::new(line.importance, likelihood(line.rating.threat, Rating::LOW).min(line.likelihood));
        let after_band = assessor.criteria().band(after);
        let treatment = suggested_treatment(line.importance, line.likelihood, line.band);
        let shown = names(&line.assets.iter().map(|asset| asset.name.as_str()).collect::<Vec<_>>(), SHOWN);
        vec![
            Cell::plain(priority(line.level)),
            Cell::plain(format!(
                "{}：{}\n{}",
                line.rating.line.medium.title(),
                line.rating.line.title,
                line.rating.relation(line.band).explanation()
            )),
            Cell::plain(shown),
            Cell::plain(format!("{} {}", line.band.title(), line.level)).toned(tone),
            Cell::plain(treatment.title()),
            Cell::plain(work(treatment, &self.tasks(line.rating))),
            Cell::plain(""),
            Cell::plain(""),
            Cell::plain("未着手"),
            // Where threats normally do no harm, a high importance is what is left.
            Cell::plain(format!("{} {after}{}", after_band.title(), if after == line.level { "のまま" } else { "" }))
                .toned(after_band.into()),
        ]
    }

    /// What to do: the measures of the line that are not full yet, with their controls.
    fn tasks(&self, rating: &LineRating<'_>) -> String {
        let measures = rating.line.measures.iter().filter(|id| self.profile.measure(id) != Some(Rating::LOW));
        let tasks: Vec<String> = measures
            .filter_map(|id| self.catalog.measure(id))
            .map(|measure| format!("・{}（管理策 {}）", measure.title, measure.controls.join("、")))
            .collect();
        if tasks.is_empty() {
            "・実施中の対策を続け、年に1回見直す".to_owned()
        } else {
            tasks.join("\n")
        }
    }

    /// One line for every risk owner to sign on.
    fn approvals(&self, open: &[PlanLine<'_>]) -> Block {
        let mut owners: Vec<&str> = Vec::new();
        for asset in open.iter().flat_map(|line| &line.assets) {
            let owner = asset.risk_owner.trim();
            if !owner.is_empty() && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        if owners.is_empty() {
            owners.push("");
        }
        let rows =
            owners.iter().map(|owner| vec![Cell::plain(*owner), Cell::plain(""), Cell::plain(""), Cell::plain("")]);
        let columns = vec![
            Column::left("リスク所有者", 3),
            Column::left("承認（署名）", 4),
            Column::left("日付", 3),
            Column::left("条件・意見", 6),
        ];
        table("", columns, rows.collect())
    }
}

/// What is done where that treatment is suggested: measures alone reduce; the others begin with what they are about.
fn work(treatment: Treatment, measures: &str) -> String {
    match treatment {
        Treatment::Reduce | Treatment::Accept => measures.to_owned(),
        Treatment::Transfer => {
            format!("・損害をほかに移せるか（保険、専門の会社への委託など）を調べる\n移すまでの対策：\n{measures}")
        }
        Treatment::Avoid => format!("・原因になる仕事のやり方をやめられるかを考える\nやめるまでの対策：\n{measures}"),
    }
}

fn priority(level: RiskLevel) -> &'static str {
    match level.value() {
        9 => "1 早急に対応",
        6 => "2 今期中に対応",
        _ => "3 今期対応が望ましい",
    }
}

fn plan_columns() -> Vec<Column> {
    vec![
        Column::left("優先順位", 5),
        Column::left("リスク", 8),
        Column::left("主な情報資産", 8),
        Column::center("今の評価", 3),
        Column::center("対応の案", 3),
        Column::left("すること", 13),
        Column::left("担当", 4),
        Column::left("期限", 4),
        Column::center("状態", 3),
        Column::center("対策後の見込み", 4),
    ]
}
