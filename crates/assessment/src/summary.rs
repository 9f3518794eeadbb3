//! The whole register at a glance.

use std::cmp::Reverse;

use method::{Band, Rating, RiskLevel};

use crate::AssessedAsset;

/// How many assets of each importance and likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeatMap([[u32; 3]; 3]);

impl HeatMap {
    /// Assets of that importance and likelihood.
    pub const fn count(&self, importance: Rating, likelihood: Rating) -> u32 {
        self.0[importance.value() as usize - 1][likelihood.value() as usize - 1]
    }
}

/// Counts per band, the heat map, and the ten worst.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// 高, 中, 低
    bands: [u32; 3],
    /// By importance and likelihood.
    pub heat_map: HeatMap,
    /// The worst, worst first: level, importance, and where the asset stands in the register's order.
    worst: Vec<(Reverse<RiskLevel>, Reverse<Rating>, usize)>,
}

/// How many of the worst a summary keeps.
const WORST: usize = 10;

impl Summary {
    /// Takes one more asset into account; `index` is where it stands in the register's order.
    pub fn add(&mut self, index: usize, asset: &AssessedAsset) {
        self.bands[asset.band as usize] += 1;
        let importance = asset.importance.value;
        self.heat_map.0[importance.value() as usize - 1][asset.likelihood.value() as usize - 1] += 1;
        let entry = (Reverse(asset.level), Reverse(importance), index);
        let place = self.worst.partition_point(|known| *known <= entry);
        if place < WORST {
            self.worst.insert(place, entry);
            self.worst.truncate(WORST);
        }
    }

    /// Assets in a band.
    pub const fn band(&self, band: Band) -> u32 {
        self.bands[band as usize]
    }

    /// All assets counted.
    pub fn total(&self) -> u32 {
        self.bands.iter().sum()
    }

    /// The ten worst, worst first, as places in the register's order.
    pub fn worst(&self) -> impl Iterator<Item = usize> {
        self.worst.iter().map(|(_, _, index)| *index)
    }
}
