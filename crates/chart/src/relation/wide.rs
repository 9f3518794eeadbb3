//! From left to right.

use super::parts::{BLUE, BROWN, GREY, RED, begin, head, layer, lines, named_box, strengths, way};
use super::{LayerState, RelationData};
use crate::svg::{INK, Line, number, wrapped};

const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 264.0;
/// The line on which the threat runs.
const MIDDLE: f64 = 140.0;
const BOX: (f64, f64) = (180.0, 116.0);
/// A layer.
const BAR: (f64, f64) = (24.0, 140.0);
/// Layers for which there is room.
const MOST: usize = 5;
const PATTERN: &str = "relation-wide";

pub(super) fn draw(data: &RelationData) -> String {
    let layers = data.shown(MOST);
    let is_known = data.threat.is_some();
    let mut svg = begin(data, (WIDTH, HEIGHT), PATTERN);
    let top = MIDDLE - BOX.1 / 2.0;
    let threat = data.threat.as_deref().unwrap_or("知られたものはない");
    let weakness = data.weakness();
    let slots = layers.len() + usize::from(weakness.is_some());
    let slot = (WIDTH - 2.0 * BOX.0 - 40.0) / slots.max(1) as f64;
    let middle = |place: usize| BOX.0 + slot * (place as f64 + 0.5);
    let strengths = strengths(layers.iter().map(|layer| layer.state));
    let strength = |place: usize| strengths.get(place).or(strengths.last()).copied().unwrap_or(1.0);
    let end = WIDTH - BOX.0;
    // The threat's way, piece by piece between the middles of what stands on it.
    let mut from = BOX.0;
    for place in 0..slots {
        way(&mut svg, (from, MIDDLE), (middle(place), MIDDLE), strength(place), is_known);
        from = middle(place);
    }
    let last = strength(layers.len());
    way(&mut svg, (from, MIDDLE), (end - 16.0, MIDDLE), last, is_known);
    let wing = last / 2.0 + 6.0;
    head(&mut svg, [(end, MIDDLE), (end - 18.0, MIDDLE - wing), (end - 18.0, MIDDLE + wing)], is_known);
    for (place, shown) in layers.iter().enumerate() {
        let x = middle(place);
        layer(&mut svg, (x - BAR.0 / 2.0, MIDDLE - BAR.1 / 2.0, BAR.0, BAR.1), shown.state, PATTERN);
        heading(&mut svg, &shown.title, x, slot, INK);
        let ink = if shown.state == LayerState::Missing { GREY } else { BLUE };
        below(&mut svg, &[shown.state.word().to_owned(), shown.note.clone()], x, slot, ink);
    }
    if let Some(weakness) = &weakness {
        let x = middle(layers.len());
        wall(&mut svg, x);
        heading(&mut svg, "脆弱性（弱点）", x, slot, BROWN);
        below(&mut svg, &wrapped(weakness, 14.0, slot - 6.0, 2), x, slot, INK);
    }
    named_box(&mut svg, (1.0, top, BOX.0 - 2.0, BOX.1), ("FDEEEE", RED), ["脅威", threat, &data.origin], !is_known);
    let area = (end + 1.0, top, BOX.0 - 2.0, BOX.1);
    named_box(&mut svg, area, ("E8F1FE", BLUE), [&data.kind, &data.subject, &data.place], false);
    let residual =
        Line::middle(&data.residual, (end + BOX.0 / 2.0, top - 10.0), BOX.0, if is_known { RED } else { GREY });
    svg.push_str(&Line { size: 16.0, bold: true, ..residual }.to_svg());
    let word = Line::middle("残るリスク", (end + BOX.0 / 2.0, top - 32.0), BOX.0, GREY);
    svg.push_str(&Line { size: 14.0, ..word }.to_svg());
    svg.push_str("</svg>");
    svg
}

/// Words above, growing upwards.
fn heading(svg: &mut String, words: &str, x: f64, slot: f64, ink: &str) {
    let found = wrapped(words, 15.0, slot - 6.0, 3);
    let y = MIDDLE - BAR.1 / 2.0 - 10.0 - (found.len().saturating_sub(1)) as f64 * 15.0 * 1.3;
    let line = Line { size: 15.0, bold: true, ..Line::middle("", (x, y), slot - 6.0, ink) };
    lines(svg, &found, (x, y), &line);
}

/// Words below, growing downwards.
fn below(svg: &mut String, words: &[String], x: f64, slot: f64, ink: &str) {
    let y = MIDDLE + BAR.1 / 2.0 + 22.0;
    lines(svg, words, (x, y), &Line { size: 14.0, ..Line::middle("", (x, y), slot - 6.0, ink) });
}

/// A wall with a gap through which the threat passes.
fn wall(svg: &mut String, x: f64) {
    let (top, bottom, gap) = (MIDDLE - 60.0, MIDDLE + 60.0, 20.0);
    for (from, to) in [(top, MIDDLE - gap), (MIDDLE + gap, bottom)] {
        svg.push_str(&format!(
            r##"<rect x="{}" y="{}" width="24" height="{}" fill="#FBF5E0" stroke="#{BROWN}" stroke-width="2"/>"##,
            number(x - 12.0),
            number(from),
            number(to - from),
        ));
    }
}
