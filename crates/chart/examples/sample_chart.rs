//! Writes a heat map to standard output, to be looked at. Counts may be given: nine numbers, importance 3 first.

use chart::{HeatMapBand, HeatMapData, heat_map};

fn band(word: &str, meaning: &str, fill: &str, ink: &str) -> HeatMapBand {
    HeatMapBand { word: word.into(), meaning: meaning.into(), fill: fill.into(), ink: ink.into() }
}

fn main() {
    let given: Vec<u32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let mut counts = [[4, 2, 1], [11, 8, 2], [7, 9, 3]];
    for (index, count) in given.into_iter().take(9).enumerate() {
        counts[2 - index / 3][index % 3] = count;
    }
    let high = band("高", "受容できない", "FDE3E1", "A80000");
    let medium = band("中", "管理下で受容可能", "FFF2CC", "6B4E00");
    let low = band("低", "そのまま受容可能", "E3EEFC", "0B3F8A");
    let bands = [low.clone(), low, medium.clone(), medium, high.clone(), high];
    println!("{}", heat_map(&HeatMapData { things: "情報資産".into(), counts, bands }));
}
