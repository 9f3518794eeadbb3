//! リスクの分布: how many risks of each importance and likelihood.

use app::risk::HeatMap;
use method::{Band, Rating, RiskCriteria, RiskLevel};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::word::BandWord;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeatMapCell, description = "リスクの分布の1マス。")]
pub(in crate::api) struct CellBody {
    /// 重要度（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    importance: Rating,
    /// 被害発生可能性（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    likelihood: Rating,
    /// リスクレベル（1・2・3・4・6・9）
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level: RiskLevel,
    /// リスク基準での段階
    #[schema(value_type = BandWord)]
    band: Band,
    /// 件数
    risks: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BandCounts, description = "段階ごとの件数。")]
pub(in crate::api) struct BandsBody {
    /// 高
    high: u64,
    /// 中
    medium: u64,
    /// 低
    low: u64,
}

impl BandsBody {
    /// The counts by those criteria.
    pub(in crate::api) fn of(map: &HeatMap, criteria: &RiskCriteria) -> Self {
        let count = |band| map.band(band, criteria);
        Self { high: count(Band::High), medium: count(Band::Medium), low: count(Band::Low) }
    }
}

/// All nine cells, the highest importance and likelihood first.
pub(in crate::api) fn cells(map: &HeatMap, criteria: &RiskCriteria) -> Vec<CellBody> {
    let highest_first = || Rating::ALL.into_iter().rev();
    let cell = |importance, likelihood| {
        let risk_level = RiskLevel::new(importance, likelihood);
        let (band, risks) = (criteria.band(risk_level), map.count(importance, likelihood));
        CellBody { importance, likelihood, risk_level, band, risks }
    };
    highest_first().flat_map(|importance| highest_first().map(move |likelihood| cell(importance, likelihood))).collect()
}
