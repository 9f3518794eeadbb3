//! リスクアセスメント結果報告書.

mod media;
mod overview;

use assessment::{Assessor, Summary};
use catalog::CaseFile;
use method::Medium;

use super::Drafter;
use super::register::medium_in_words;
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document, Tone};

impl Drafter<'_> {
    /// The result of the assessment: summary, heat map, the worst, every asset, the threats of each
    /// medium with who rated them, and what was assumed. With a case: the assets that it touches.
    ///
    /// Source: seminar chapter 9-2, `risk_report` of the seminar's text.
    pub fn risk_report(&self, case: Option<&CaseFile>) -> Document {
        let title = "リスクアセスメント結果報告書";
        let mut front =
            self.front_of("risk-assessment-report", "RPT-001", "リスクアセスメント", title, "全社・全従業員");
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
            "リスクレベルは、重要度 × 被害発生可能性です。理由の欄は、2つの値がなぜそうなったかを示します。対応の案は計算による提案で、決めるのはリスク所有者です。",
        ));
        blocks.push(self.asset_table(self.assessor));
        blocks.extend(self.media());
        blocks.extend(self.how_it_is_computed());
        Document { front, blocks }
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
            paragraph(format!(
                "次の脅威が当てはまる媒体にある情報資産は{count}件です。リスクレベルは、この脅威だけで計算しています。"
            )),
            Block::List { ordered: false, items: lines.collect() },
            self.asset_table(&narrowed),
        ]
    }

    fn asset_table(&self, assessor: &Assessor<'_>) -> Block {
        let rows =
            self.assessed(assessor).map(|(index, asset, assessed)| self.asset_row(index, asset, &assessed, assessor));
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
        let medium = medium_in_words(asset);
        let place = if asset.business.is_empty() { medium } else { format!("{}・{medium}", asset.business) };
        vec![
            Cell::number(i64::try_from(index + 1).unwrap_or(i64::MAX)),
            Cell::plain(format!("{}\n{}", asset.name, place)),
            Cell::plain(&asset.risk_owner),
            Cell::number(assessed.level.value()).toned(tone),
            Cell::plain(assessed.band.title()).toned(tone),
            Cell::plain(assessed.treatment.title()),
            Cell::plain(assessed.reasons(assessor, asset.medium)),
        ]
    }
}

fn asset_columns() -> Vec<Column> {
    vec![
        Column::center("No.", 3),
        Column::left("情報資産（業務分類・媒体）", 14),
        Column::left("リスク所有者", 6),
        Column::center("リスクレベル", 5),
        Column::center("評価", 3),
        Column::center("対応の案", 4),
        Column::left("理由", 34),
    ]
}
