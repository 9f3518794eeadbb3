//! How many risks of each band there were from assessment to assessment: stacked columns.

use crate::svg::{FONT, INK, Line, escape, number, thousands};

/// The risks of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendPoint {
    /// The day, or 「今」.
    pub label: String,
    /// How many are 高, 中 and 低.
    pub counts: [u64; 3],
}

const WIDTH: f64 = 560.0;
/// Where columns end, and how high the highest is.
const GROUND: f64 = 250.0;
const HIGHEST: f64 = 190.0;
/// Columns for which there is room.
const MOST: usize = 6;
/// 高, 中, 低: word, fill, ink.
const BANDS: [(&str, &str, &str); 3] =
    [("高", "FDEEEE", "A90000"), ("中", "FBF5E0", "6E5600"), ("低", "E8F1FE", "00118F")];

/// The columns as one `<svg>` element, 560 units wide; of more than six days the newest six. 低 stands at the
/// bottom, 高 on top, each with word and count where it is high enough; the description says all of them.
pub fn trend(points: &[TrendPoint]) -> String {
    let points = &points[points.len().saturating_sub(MOST)..];
    let most = points.iter().map(|point| point.counts.iter().sum::<u64>()).max().unwrap_or(0).max(1);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} 284" font-family="{FONT}">"#,
        number(WIDTH),
    );
    svg.push_str("<title>リスクの件数の移り変わり</title><desc>");
    svg.push_str(&escape(&description(points)));
    svg.push_str("</desc>");
    let slot = WIDTH / points.len().max(2) as f64;
    for (place, point) in points.iter().enumerate() {
        column(&mut svg, point, slot * (place as f64 + 0.5), (slot - 16.0).min(110.0), most);
    }
    svg.push_str(&format!(r##"<path d="M0 {GROUND}H{}" stroke="#{INK}" stroke-width="1"/></svg>"##, number(WIDTH)));
    svg
}

/// The columns in words.
fn description(points: &[TrendPoint]) -> String {
    let words = points.iter().map(|point| {
        let [high, medium, low] = point.counts.map(thousands);
        format!("{}は、高{high}件、中{medium}件、低{low}件です。", point.label)
    });
    words.collect()
}

fn column(svg: &mut String, point: &TrendPoint, middle: f64, width: f64, most: u64) {
    let mut y = GROUND;
    for ((word, fill, ink), count) in BANDS.iter().zip(point.counts).rev().filter(|(_, count)| *count > 0) {
        let height = HIGHEST * count as f64 / most as f64;
        y -= height;
        svg.push_str(&format!(
            r##"<rect x="{}" y="{}" width="{}" height="{}" fill="#{fill}" stroke="#{ink}" stroke-width="1"/>"##,
            number(middle - width / 2.0),
            number(y),
            number(width),
            number(height),
        ));
        if height >= 24.0 {
            let words = format!("{word} {}", thousands(count));
            svg.push_str(&Line::middle(&words, (middle, y + height / 2.0 + 7.0), width - 8.0, ink).to_svg());
        }
    }
    let total = format!("{}件", thousands(point.counts.iter().sum()));
    let line = Line::middle(&total, (middle, y - 8.0), width + 12.0, INK);
    svg.push_str(&Line { bold: true, ..line }.to_svg());
    svg.push_str(&Line::middle(&point.label, (middle, GROUND + 26.0), width + 14.0, INK).to_svg());
}
