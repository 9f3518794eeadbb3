//! What the heat map shows, field by field, band by band, and in words.

use crate::svg::thousands;

/// How one band looks and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatMapBand {
    /// 高, 中 or 低. Levels with the same word share a line of the legend.
    pub word: String,
    /// What the band means, for the legend (「受容できない」); may be empty.
    pub meaning: String,
    /// Background as `RRGGBB`.
    pub fill: String,
    /// Ink as `RRGGBB`; contrast at least 4.5 on `fill`.
    pub ink: String,
}

/// What the heat map shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatMapData {
    /// What is counted: 情報資産 or リスク.
    pub things: String,
    /// `counts[importance - 1][likelihood - 1]`: things with that importance and likelihood, 1 to 3 each.
    pub counts: [[u32; 3]; 3],
    /// The bands of levels 1, 2, 3, 4, 6 and 9, in this order.
    pub bands: [HeatMapBand; 6],
}

/// One field of the heat map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeatMapCell<'a> {
    /// 重要度, 1 to 3.
    pub importance: u8,
    /// 被害発生可能性, 1 to 3.
    pub likelihood: u8,
    /// リスクレベル: importance × likelihood.
    pub level: u8,
    /// How many things.
    pub count: u32,
    /// The band of the level.
    pub band: &'a HeatMapBand,
}

impl HeatMapData {
    /// The nine fields as they are drawn: importance 3 to 1 from the top, likelihood 1 to 3 from the left.
    pub fn cells(&self) -> Vec<HeatMapCell<'_>> {
        let mut cells = Vec::with_capacity(9);
        for (importance, row) in (1..=3u8).zip(&self.counts).rev() {
            for (likelihood, count) in (1..=3u8).zip(row) {
                let level = importance * likelihood;
                let band = self.band(level);
                cells.push(HeatMapCell { importance, likelihood, level, count: *count, band });
            }
        }
        cells
    }

    fn band(&self, level: u8) -> &HeatMapBand {
        let [one, two, three, four, six, nine] = &self.bands;
        match level {
            0..=1 => one,
            2 => two,
            3 => three,
            4..=5 => four,
            6..=8 => six,
            9.. => nine,
        }
    }

    /// Bands worst first, each with the count of its assets.
    pub fn totals(&self) -> Vec<(&HeatMapBand, u64)> {
        let mut totals: Vec<(&HeatMapBand, u64)> = Vec::new();
        for band in self.bands.iter().rev() {
            if !totals.iter().any(|(known, _)| known.word == band.word) {
                let fields = self.cells();
                let count = fields.iter().filter(|field| field.band.word == band.word);
                totals.push((band, count.map(|field| u64::from(field.count)).sum()));
            }
        }
        totals
    }

    /// The picture in words: how many things there are, how many in each band, and every field that is not empty.
    pub fn description(&self) -> String {
        let totals = self.totals();
        let sum: u64 = totals.iter().map(|(_, count)| count).sum();
        let bands: Vec<_> =
            totals.iter().map(|(band, count)| format!("{}{}件", band.word, thousands(*count))).collect();
        let fields: Vec<_> = self
            .cells()
            .iter()
            .filter(|cell| cell.count > 0)
            .map(|cell| {
                let count = thousands(u64::from(cell.count));
                format!("重要度{}・被害発生可能性{}は{count}件", cell.importance, cell.likelihood)
            })
            .collect();
        let mut words = format!("{}{}件の内訳は、{}です。", self.things, thousands(sum), bands.join("、"));
        if !fields.is_empty() {
            words.push_str(&fields.join("、"));
            words.push_str("です。");
        }
        words
    }
}
