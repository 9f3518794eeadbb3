//! The back of the report: the threats of each medium, and how everything is computed.

use assessment::LineRating;
use method::{Medium, Rating};

use super::super::Drafter;
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Inline, Text};

/// Vulnerabilities and controls that a line shows: the most important.
const SHOWN: usize = 5;

impl Drafter<'_> {
    /// The threat lines of the media in use, with their ratings and what answers them.
    pub(super) fn media(&self) -> Vec<Block> {
        let mut blocks = vec![
            heading(1, "媒体ごとの脅威と脆弱性"),
            paragraph(
                "「仮定」の印は、会社がまだ答えていないため、一般的な値か「ほぼ無防備」で計算したことを示します。",
            ),
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
            rating.line.vulnerabilities.iter().filter_map(|id| self.catalog.vulnerability(id)).take(SHOWN).collect();
        let controls: Vec<String> = self
            .catalog
            .answering_controls(rating.line)
            .into_iter()
            .take(SHOWN)
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
    pub(super) fn how_it_is_computed(&self) -> Vec<Block> {
        let levels = |title: &str, levels: &[catalog::Level]| {
            let rows = levels.iter().map(|level| {
                vec![Cell::number(level.value.value()), Cell::plain(&level.title), Cell::plain(&level.explanation)]
            });
            table(
                title,
                vec![Column::center("値", 1), Column::left("意味", 5), Column::left("説明", 12)],
                rows.collect(),
            )
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
