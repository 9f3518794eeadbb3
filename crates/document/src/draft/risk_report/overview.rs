//! The front of the report: counts per band, what was assumed, the heat map.

use assessment::{LineRating, Summary};
use method::{Band, Medium};

use super::super::Drafter;
use crate::heat_map::heat_map;
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Tone};

impl Drafter<'_> {
    pub(super) fn overview(&self, summary: &Summary) -> Vec<Block> {
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
        blocks.push(heat_map(criteria, "情報資産", |importance, likelihood| {
            summary.heat_map.count(importance, likelihood)
        }));
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
}
