//! 情報資産管理台帳 as a document.

use assessment::AssessedAsset;
use method::{Asset, Valuation};

use super::Drafter;
use crate::words::{paragraph, table};
use crate::{Cell, Column, Document};

impl Drafter<'_> {
    /// The register with the importance computed, in landscape.
    pub fn register(&self) -> Document {
        let mut front =
            self.front_of("information-asset-register", "AST-001", "台帳", "情報資産管理台帳", "全社・全従業員");
        front.landscape = true;
        let rows = self.assets.iter().enumerate().map(|(index, asset)| self.register_row(index, asset)).collect();
        let given = self.assets.iter().any(|asset| asset.likelihood.is_some());
        let mut columns = vec![
            Column::center("No.", 3),
            Column::left("業務分類", 5),
            Column::left("情報資産名称", 9),
            Column::left("備考", 7),
            Column::left("利用者範囲", 5),
            Column::left("リスク所有者", 5),
            Column::left("管理部署", 5),
            Column::left("媒体・保存先", 6),
            Column::left("個人情報の種類", 5),
            Column::center("機密性", 2),
            Column::center("完全性", 2),
            Column::center("可用性", 2),
            Column::center("重要度", 2),
            Column::left("保存期限", 5),
            Column::center("登録日", 5),
        ];
        if given {
            columns.push(Column::center("被害発生可能性", 3));
        }
        columns.extend(self.extra_columns.iter().map(|title| Column::left(title, 4)));
        let blocks = vec![
            paragraph(
                "重要度は、機密性・完全性・可用性のうち最も高い値です。個人情報を含むもの、事故が会社の存続に関わるものは3とします。",
            ),
            table("", columns, rows),
        ];
        Document { front, blocks }
    }

    fn register_row(&self, index: usize, asset: &Asset) -> Vec<Cell> {
        let importance = method::importance(asset);
        let [confidentiality, integrity, availability] = match asset.valuation {
            Valuation::Ratings(ratings) => [ratings.confidentiality, ratings.integrity, ratings.availability]
                .map(|rating| Cell::number(rating.value())),
            Valuation::AssetValue(_) => [Cell::plain("―"), Cell::plain("―"), Cell::plain("―")],
        };
        let mut row = vec![
            Cell::number(i64::try_from(index + 1).unwrap_or(i64::MAX)),
            Cell::plain(&asset.business),
            Cell::plain(&asset.name),
            Cell::plain(&asset.remarks),
            Cell::plain(&asset.users),
            Cell::plain(&asset.risk_owner),
            Cell::plain(&asset.department),
            Cell::plain(medium_in_words(asset)),
            Cell::plain(asset.personal_data.titles().join("、")),
            confidentiality,
            integrity,
            availability,
            Cell::number(importance.value.value()),
            Cell::plain(&asset.retention),
            Cell::plain(asset.registered_on.map(|date| date.to_string().replace('-', "/")).unwrap_or_default()),
        ];
        if self.assets.iter().any(|asset| asset.likelihood.is_some()) {
            row.push(asset.likelihood.map_or_else(|| Cell::plain("―"), |given| Cell::number(given.value())));
        }
        row.extend(
            self.extra_columns
                .iter()
                .enumerate()
                .map(|(column, _)| Cell::plain(asset.extra.get(column).map_or("", String::as_str))),
        );
        row
    }

    /// Every asset that the assessor's lines touch, with its risk.
    pub(super) fn assessed<'b>(
        &'b self,
        assessor: &'b assessment::Assessor<'_>,
    ) -> impl Iterator<Item = (usize, &'b Asset, AssessedAsset)> {
        let assets = self.assets.iter().enumerate();
        assets.filter_map(|(index, asset)| assessor.assess(asset).map(|assessed| (index, asset, assessed)))
    }
}

/// The medium, and the register's own words where they say more.
pub(super) fn medium_in_words(asset: &Asset) -> String {
    let title = asset.medium.title();
    let written = asset.medium_as_written.as_str();
    if written.is_empty() || written == title { title.to_owned() } else { format!("{title}（{written}）") }
}
