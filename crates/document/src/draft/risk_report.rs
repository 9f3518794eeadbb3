//! リスクアセスメント結果報告書.

use assessment::{Assessor, LineRating, Summary};
use catalog::CaseFile;
use method::{Band, Medium, Rating, RiskLevel};

use super::Drafter;
use super::register::medium_in_words;
use super::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document, Figure, Inline, Table, Text, Tone};

impl Drafter<'_> {
    /// The result of the assessment: summary, heat map, the worst, every asset, the threats of each
    /// medium with who rated them, and what was assumed. With a case: the assets that it touches.
    ///
    /// Source: seminar chapter 9-2, `risk_report` of the seminar's text.
    pub fn risk_report(&self, case: Option<&CaseFile>) -> Document {
        let title = "リスクアセスメント結果報告書";
        let mut front = self.front_of("risk-assessment-report", "RPT-001", "リスクアセスメント", title, "全社・全従業員");
        front.landscape = true;
        let mut summary = Summary::default();
        for (index, _, assessed) in self.assessed(self.assessor) {
            summary.add(index, &assessed);
        }
        let mut blocks = self.overview(&summary);
        blocks.extend(self.worst(&summary));
        if let Some(case) = case {
            blocks.extend(self.touched_by(case));
        }
        blocks.push(heading(1, "情報資産ごとの結果"));
        blocks.push(paragraph(
            "説明の欄は、リスクレベルがどのように決まったかを示します。対応の案は計算による提案で、決めるのはリスク所有者です。",
        ));
        blocks.push(self.asset_table(self.assessor));
        blocks.extend(self.media());
        blocks.extend(self.how_it_is_computed());
        Document { front, blocks }
    }

    fn overview(&self, summary: &Summary) -> Vec<Block> {
        let criteria = self.assessor.criteria();
        let rows = Band::WORST_FIRST.map(|band| {
            let levels: Vec<String> = criteria.levels(band).iter().map(ToString::to_string).collect();
            let action = self.catalog.bands.iter().find(|known| known.id == band);
            vec![
                Cell::plain(band.title()).toned(band.into()),
                Cell::plain(levels.join("、")),
                Cell::number(summary.band(band)),
                Cell::plain(band.meaning()),
                Cell::plain(action.map_or("", |known| known.action.as_str())),
            ]
        });
        let columns = vec![
            Column::center("評価", 2),
            Column::center("リスクレベル", 3),
            Column::center("情報資産の件数", 3),
            Column::left("意味", 5),
            Column::left("すること", 12),
        ];
        let mut blocks = vec![
            heading(1, "まとめ"),
            paragraph(format!(
                "情報資産{}件のリスクを、{}のリスク基準で評価しました。受容できない「高」は{}件です。",
                summary.total(),
                criteria.name(),
                summary.band(Band::High)
            )),
            table("評価ごとの件数", columns, rows.to_vec()),
        ];
        blocks.extend(self.assumptions());
        blocks.push(self.heat_map(summary));
        blocks
    }

    /// What was assumed because nobody has said it: the reader must know before believing a number.
    fn assumptions(&self) -> Option<Block> {
        let used: Vec<&LineRating<'_>> = Medium::ALL
            .into_iter()
            .filter(|medium| self.assets.iter().any(|asset| asset.medium == *medium && asset.likelihood.is_none()))
            .flat_map(|medium| self.assessor.lines(medium))
            .collect();
        let threats = used.iter().filter(|line| line.threat_by.is_assumed()).count();
        let measures = used.iter().filter(|line| line.vulnerability_by.is_assumed()).count();
        if threats + measures == 0 {
            return None;
        }
        let mut body = Vec::new();
        if threats > 0 {
            body.push(
                format!(
                    "脅威の起こりやすさ：{}件のうち{threats}件は、台帳の「脅威の状況」シートに記入がないため、一般的な値を使いました。",
                    used.len()
                )
                .into(),
            );
        }
        if measures > 0 {
            body.push(
                format!(
                    "対策の状況：{}件のうち{measures}件は、答えていない質問を「ほぼ無防備（3）」として計算しました。\
                     プロファイルの [measures] に答えると、実際の状況に近づきます。",
                    used.len()
                )
                .into(),
            );
        }
        Some(Block::Callout { title: "仮定を含む結果です".into(), body, tone: Tone::Attention })
    }

    fn heat_map(&self, summary: &Summary) -> Block {
        let criteria = self.assessor.criteria();
        let mut rows = Vec::new();
        let mut counts = [[0; 3]; 3];
        for importance in Rating::ALL.into_iter().rev() {
            let mut row = vec![Cell::plain(format!("重要度{importance}"))];
            for likelihood in Rating::ALL {
                let level = RiskLevel::new(importance, likelihood);
                let band = criteria.band(level);
                let count = summary.heat_map.count(importance, likelihood);
                counts[importance.value() as usize - 1][likelihood.value() as usize - 1] = count;
                row.push(Cell::plain(format!("{count}件（レベル{level}・{}）", band.title())).toned(band.into()));
            }
            rows.push(row);
        }
        let columns = vec![
            Column::center("", 2),
            Column::center("被害発生可能性1", 3),
            Column::center("被害発生可能性2", 3),
            Column::center("被害発生可能性3", 3),
        ];
        Block::Figure(Figure {
            caption: "重要度と被害発生可能性ごとの情報資産の件数".into(),
            svg: heat_map_svg(criteria, counts),
            alternative: format!(
                "縦に重要度、横に被害発生可能性をとった表。高は{}件、中は{}件、低は{}件。",
                summary.band(Band::High),
                summary.band(Band::Medium),
                summary.band(Band::Low)
            ),
            table: Table { caption: String::new(), columns, rows },
        })
    }

    fn worst(&self, summary: &Summary) -> Vec<Block> {
        let rows: Vec<Vec<Cell>> = summary
            .worst()
            .filter_map(|index| Some((index, &self.assets[index], self.assessor.assess(&self.assets[index])?)))
            .map(|(index, asset, assessed)| self.asset_row(index, asset, &assessed, self.assessor))
            .collect();
        vec![heading(1, format!("リスクの高い情報資産（上位{}件）", rows.len())), table("", asset_columns(), rows)]
    }

    /// Lv.1: the assets that an incident case touches, assessed for its threats alone.
    fn touched_by(&self, case: &CaseFile) -> Vec<Block> {
        let narrowed = self.assessor.narrowed(&case.case.lines);
        let lines = Medium::ALL.into_iter().flat_map(|medium| narrowed.lines(medium));
        let lines = lines.map(|rating| format!("{}：{}", rating.line.medium.title(), rating.line.title).into());
        let count = self.assessed(&narrowed).count();
        vec![
            heading(1, format!("事例「{}」が当てはまる情報資産", case.case.title)),
            paragraph(format!("次の脅威が当てはまる媒体にある情報資産は{count}件です。リスクレベルは、この脅威だけで計算しています。")),
            Block::List { ordered: false, items: lines.collect() },
            self.asset_table(&narrowed),
        ]
    }

    fn asset_table(&self, assessor: &Assessor<'_>) -> Block {
        let rows = self.assessed(assessor).map(|(index, asset, assessed)| self.asset_row(index, asset, &assessed, assessor));
        table("", asset_columns(), rows.collect())
    }

    fn asset_row(
        &self,
        index: usize,
        asset: &method::Asset,
        assessed: &assessment::AssessedAsset,
        assessor: &Assessor<'_>,
    ) -> Vec<Cell> {
        let tone: Tone = assessed.band.into();
        vec![
            Cell::number(i64::try_from(index + 1).unwrap_or(i64::MAX)),
            Cell::plain(&asset.business),
            Cell::plain(&asset.name),
            Cell::plain(medium_in_words(asset)),
            Cell::plain(&asset.risk_owner),
            Cell::number(assessed.importance.value.value()),
            Cell::number(assessed.likelihood.value()),
            Cell::number(assessed.level.value()).toned(tone),
            Cell::plain(assessed.band.title()).toned(tone),
            Cell::plain(assessed.treatment.title()),
            Cell::plain(assessed.explanation(assessor, asset.medium)),
        ]
    }

    /// The threat lines of the media in use, with their ratings and what answers them.
    fn media(&self) -> Vec<Block> {
        let mut blocks = vec![
            heading(1, "媒体ごとの脅威と脆弱性"),
            paragraph("「仮定」の印は、会社がまだ答えていないため、一般的な値か「ほぼ無防備」で計算したことを示します。"),
        ];
        for medium in Medium::ALL {
            let count = self.assets.iter().filter(|asset| asset.medium == medium).count();
            if count == 0 {
                continue;
            }
            let rows = self.assessor.lines(medium).iter().map(|rating| self.line_row(rating)).collect();
            let columns = vec![
                Column::left("脅威", 8),
                Column::left("起きると", 8),
                Column::left("つけ込まれる弱点（脆弱性）", 10),
                Column::left("答える管理策", 9),
                Column::center("起こりやすさ", 3),
                Column::center("つけ込みやすさ", 3),
                Column::center("被害発生可能性", 3),
            ];
            blocks.push(heading(2, format!("{}（情報資産{count}件）", medium.title())));
            blocks.push(table("", columns, rows));
        }
        blocks
    }

    fn line_row(&self, rating: &LineRating<'_>) -> Vec<Cell> {
        let assumed = |value: Rating, assumed: bool| {
            let words = if assumed { format!("{value}（仮定）") } else { value.to_string() };
            Cell { number: (!assumed).then_some(i64::from(value.value())), ..Cell::plain(words) }
        };
        let weak: Vec<&catalog::Vulnerability> =
            rating.line.vulnerabilities.iter().filter_map(|id| self.catalog.vulnerability(id)).collect();
        let mut controls: Vec<&str> = Vec::new();
        for id in weak.iter().filter_map(|entry| entry.controls.first()) {
            if !controls.contains(&id.as_str()) {
                controls.push(id);
            }
        }
        let controls: Vec<String> = controls
            .iter()
            .filter_map(|id| self.catalog.control(id))
            .map(|control| format!("{} {}", control.id, control.title))
            .collect();
        vec![
            Cell::from(Text(vec![Inline::Strong(rating.line.title.clone())])),
            Cell::plain(format!("{}おそれがある。", rating.line.consequence)),
            Cell::plain(weak.iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>().join("\n")),
            Cell::plain(controls.join("\n")),
            assumed(rating.threat, rating.threat_by.is_assumed()),
            assumed(rating.vulnerability, rating.vulnerability_by.is_assumed()),
            Cell::number(rating.likelihood.value()),
        ]
    }

    /// The method in words, so that the report can be checked by hand.
    fn how_it_is_computed(&self) -> Vec<Block> {
        let levels = |title: &str, levels: &[catalog::Level]| {
            let rows = levels.iter().map(|level| vec![Cell::number(level.value.value()), Cell::plain(&level.title), Cell::plain(&level.explanation)]);
            table(title, vec![Column::center("値", 1), Column::left("意味", 5), Column::left("説明", 12)], rows.collect())
        };
        vec![
            heading(1, "計算のしかた"),
            Block::List {
                ordered: true,
                items: vec![
                    "重要度は、機密性・完全性・可用性の評価値のうち最も高い値です。個人情報を含むもの、事故が会社の存続に関わるものは3とします。".into(),
                    "被害発生可能性は、脅威の起こりやすさ ÷（4 － つけ込みやすさ）の小数点以下を切り上げた値です。台帳に直接書いてあれば、その値を使います。".into(),
                    "リスクレベルは、重要度 × 被害発生可能性です。1、2、3、4、6、9のどれかになります。".into(),
                    "対応の案は、低なら受容、重要度3で被害発生可能性3なら回避、重要度3で被害発生可能性1なら移転、そのほかは低減です。".into(),
                ],
            },
            levels("起こりやすさ", &self.catalog.threat_levels),
            levels("つけ込みやすさ", &self.catalog.vulnerability_levels),
        ]
    }
}

fn asset_columns() -> Vec<Column> {
    vec![
        Column::center("No.", 3),
        Column::left("業務分類", 5),
        Column::left("情報資産", 10),
        Column::left("媒体・保存先", 7),
        Column::left("リスク所有者", 6),
        Column::center("重要度", 3),
        Column::center("可能性", 3),
        Column::center("リスクレベル", 4),
        Column::center("評価", 3),
        Column::center("対応の案", 4),
        Column::left("説明", 24),
    ]
}

fn heat_map_svg(criteria: &method::RiskCriteria, counts: [[u32; 3]; 3]) -> String {
    let _ = (criteria, counts);
    String::new()
}
