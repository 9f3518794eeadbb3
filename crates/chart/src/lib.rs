//! Charts as SVG strings with title, description and text. Pure: same data, same bytes.

#![forbid(unsafe_code)]

mod heat_map;
mod relation;
mod svg;
mod trend;
mod wrap;

pub use heat_map::{HeatMapBand, HeatMapCell, HeatMapData, heat_map};
pub use relation::{LayerState, RelationData, RelationLayer, relation, relation_on_phone};
pub use svg::thousands;
pub use trend::{TrendPoint, trend};
