//! The heat map as a figure: the vector, and the same content as a table.

use chart::{HeatMapBand, HeatMapData};
use method::{Rating, RiskCriteria, RiskLevel};

use crate::{Block, Cell, Column, Figure, Table, Tone};

/// The figure of `count(importance, likelihood)` things of that name (情報資産, リスク).
pub(crate) fn heat_map(criteria: &RiskCriteria, things: &str, count: impl Fn(Rating, Rating) -> u32) -> Block {
    let mut rows = Vec::new();
    let mut counts = [[0; 3]; 3];
    for importance in Rating::ALL.into_iter().rev() {
        let mut row = vec![Cell::plain(format!("重要度{importance}"))];
        for likelihood in Rating::ALL {
            let level = RiskLevel::new(importance, likelihood);
            let band = criteria.band(level);
            let count = count(importance, likelihood);
            counts[importance.value() as usize - 1][likelihood.value() as usize - 1] = count;
            row.push(Cell::plain(format!("{count}件（レベル{level}・{}）", band.title())).toned(band.into()));
        }
        rows.push(row);
    }
    let data = HeatMapData { things: things.to_owned(), counts, bands: bands(criteria) };
    let columns = vec![
        Column::center("", 2),
        Column::center("被害発生可能性1", 3),
        Column::center("被害発生可能性2", 3),
        Column::center("被害発生可能性3", 3),
    ];
    Block::Figure(Figure {
        caption: format!("重要度と被害発生可能性ごとの{things}の件数"),
        svg: chart::heat_map(&data),
        alternative: data.description(),
        table: Table { caption: String::new(), columns, rows },
    })
}

fn bands(criteria: &RiskCriteria) -> [HeatMapBand; 6] {
    RiskLevel::ALL.map(|level| {
        let band = criteria.band(level);
        let (fill, ink) = Tone::from(band).colors().unwrap_or(("FFFFFF", "1A1A1A"));
        HeatMapBand { word: band.title().into(), meaning: band.meaning().into(), fill: fill.into(), ink: ink.into() }
    })
}
