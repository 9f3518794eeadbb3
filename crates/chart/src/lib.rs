//! Charts as SVG strings with title, description and text. Pure: same data, same bytes.

#![forbid(unsafe_code)]

mod heat_map;
mod svg;

pub use heat_map::{HeatMapBand, HeatMapCell, HeatMapData, heat_map};
pub use svg::thousands;
