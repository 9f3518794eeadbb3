//! The heat map of risks: importance upwards, likelihood to the right, the count of assets in each field.

mod data;

pub use data::{HeatMapBand, HeatMapCell, HeatMapData};

use crate::svg::{FONT, INK, Line, escape, number, thousands};

/// Width of the picture in units. At 160 mm in print a unit is 0.29 mm, on a phone (358 px) 0.64 px:
/// the smallest words (20 units) measure 16 points there and 12.8 px here.
const WIDTH: f64 = 560.0;
/// Where the fields begin.
const LEFT: f64 = 90.0;
const TOP: f64 = 68.0;
/// A field, and the white between two.
const FIELD: (f64, f64) = (152.0, 88.0);
const GAP: f64 = 6.0;
/// Space between words and the edge of their field.
const PADDING: f64 = 14.0;
/// Room for 「レベル9」.
const LEVEL: f64 = 74.0;
/// A line of the legend, and the coloured mark in it.
const LEGEND_LINE: f64 = 40.0;
const MARK: (f64, f64) = (170.0, 32.0);

/// The heat map as one `<svg>` element, 560 units wide; the height grows with the bands in the legend.
///
/// Every field says its level, its band in words and its count, so that colour never carries the
/// meaning alone. Words that are too long for their place become smaller, never overlap.
pub fn heat_map(data: &HeatMapData) -> String {
    let totals = data.totals();
    let bottom = TOP + 3.0 * FIELD.1 + 2.0 * GAP;
    let height = bottom + 16.0 + LEGEND_LINE * totals.len() as f64;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} {}" font-family="{FONT}">"#,
        number(WIDTH),
        number(height),
    );
    svg.push_str("<title>リスクの分布（重要度と被害発生可能性）</title><desc>");
    svg.push_str(&escape(&data.description()));
    svg.push_str("</desc>");
    axes(&mut svg);
    for cell in data.cells() {
        field(&mut svg, &cell);
    }
    for (index, (band, count)) in totals.iter().enumerate() {
        legend(&mut svg, band, *count, bottom + 20.0 + LEGEND_LINE * index as f64);
    }
    svg.push_str("</svg>");
    svg
}

fn column(index: u8) -> f64 {
    LEFT + f64::from(index) * (FIELD.0 + GAP)
}

fn row(index: u8) -> f64 {
    TOP + f64::from(index) * (FIELD.1 + GAP)
}

fn axes(svg: &mut String) {
    let across = WIDTH - LEFT;
    let middle = (LEFT - GAP) / 2.0;
    svg.push_str(&Line::middle("被害発生可能性", (LEFT + across / 2.0, 24.0), across, INK).to_svg());
    svg.push_str(&Line::middle("重要度", (middle, 54.0), LEFT - GAP, INK).to_svg());
    for (index, words) in (0..).zip(["1", "2", "3"]) {
        let label = |x, y| Line { size: 24.0, bold: true, ..Line::middle(words, (x, y), middle, INK) };
        svg.push_str(&label(column(index) + FIELD.0 / 2.0, 54.0).to_svg());
        svg.push_str(&label(middle, row(2 - index) + FIELD.1 / 2.0 + 8.0).to_svg());
    }
}

fn field(svg: &mut String, cell: &HeatMapCell<'_>) {
    let (x, y) = (column(cell.likelihood - 1), row(3 - cell.importance));
    let ink = cell.band.ink.as_str();
    background(svg, (x, y), FIELD, cell.band);
    let level = format!("レベル{}", cell.level);
    svg.push_str(&Line { anchor: "start", ..Line::middle(&level, (x + PADDING, y + 30.0), LEVEL, ink) }.to_svg());
    let (end, room) = (x + FIELD.0 - PADDING, FIELD.0 - 3.0 * PADDING - LEVEL);
    let word = Line::middle(&cell.band.word, (end, y + 30.0), room, ink);
    svg.push_str(&Line { anchor: "end", size: 24.0, bold: true, ..word }.to_svg());
    let count = format!("{}件", thousands(u64::from(cell.count)));
    let line = Line::middle(&count, (x + FIELD.0 / 2.0, y + 70.0), FIELD.0 - PADDING, ink);
    svg.push_str(&Line { size: 30.0, bold: cell.count > 0, ..line }.to_svg());
}

fn legend(svg: &mut String, band: &HeatMapBand, count: u64, y: f64) {
    background(svg, (LEFT, y), MARK, band);
    let words = format!("{} {}件", band.word, thousands(count));
    let mark = Line::middle(&words, (LEFT + MARK.0 / 2.0, y + 23.0), MARK.0 - 2.0 * PADDING, &band.ink);
    svg.push_str(&Line { bold: true, ..mark }.to_svg());
    let x = LEFT + MARK.0 + PADDING;
    svg.push_str(&Line { anchor: "start", ..Line::middle(&band.meaning, (x, y + 23.0), WIDTH - x, INK) }.to_svg());
}

/// A thin edge in the ink of the band keeps the field visible where the printer drops pale colours.
fn background(svg: &mut String, (x, y): (f64, f64), (width, height): (f64, f64), band: &HeatMapBand) {
    svg.push_str(&format!(
        r##"<rect x="{}" y="{}" width="{}" height="{}" rx="8" fill="#{}" stroke="#{}" stroke-width="1"/>"##,
        number(x),
        number(y),
        number(width),
        number(height),
        escape(&band.fill),
        escape(&band.ink),
    ));
}
