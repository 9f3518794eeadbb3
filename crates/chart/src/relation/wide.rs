//! From left to right.

use super::parts::{BLUE, BROWN, GREY, RED, begin, head, layer, lines, named_box, strengths, way};
use super::{LayerState, RelationData, RelationLayer};
use crate::svg::{INK, Line, number};
use crate::wrap::wrapped;

const WIDTH: f64 = 1000.0;
const BOX: (f64, f64) = (180.0, 116.0);
/// A layer.
const BAR: (f64, f64) = (24.0, 140.0);
/// Layers for which there is room.
const MOST: usize = 5;
/// Sizes of the words above and below a layer; a line takes 1.3 of them.
const ABOVE: f64 = 15.0;
const BELOW: f64 = 14.0;
const PATTERN: &str = "relation-wide";

/// The words of one thing that stands on the threat's way.
struct Words {
    above: Vec<String>,
    above_ink: &'static str,
    below: Vec<String>,
    below_ink: &'static str,
}

pub(super) fn draw(data: &RelationData) -> String {
    let layers = data.shown(MOST);
    let is_known = data.threat.is_some();
    let threat = data.threat.as_deref().unwrap_or("知られたものはない");
    let weakness = data.weakness();
    let slots = layers.len() + usize::from(weakness.is_some());
    let slot = (WIDTH - 2.0 * BOX.0 - 40.0) / slots.max(1) as f64;
    let mut words: Vec<_> = layers.iter().map(|shown| of_layer(shown, slot - 6.0)).collect();
    words.extend(weakness.map(|(first, more)| of_weakness(first, more, slot - 6.0)));
    let longest = |count: fn(&Words) -> usize| words.iter().map(count).max().unwrap_or(1).max(1) - 1;
    // The line on which the threat runs: below the longest heading, and below what stands over the boxes.
    let line = (BAR.1 / 2.0 + 26.0 + longest(|one| one.above.len()) as f64 * ABOVE * 1.3).max(BOX.1 / 2.0 + 50.0);
    let height = line + BAR.1 / 2.0 + 30.0 + longest(|one| one.below.len()) as f64 * BELOW * 1.3;
    let mut svg = begin(data, (WIDTH, height), PATTERN);
    let middle = |place: usize| BOX.0 + slot * (place as f64 + 0.5);
    let strengths = strengths(layers.iter().map(|layer| layer.state));
    let strength = |place: usize| strengths.get(place).or(strengths.last()).copied().unwrap_or(1.0);
    let end = WIDTH - BOX.0;
    // The threat's way, piece by piece between the middles of what stands on it.
    let mut from = BOX.0;
    for place in 0..slots {
        way(&mut svg, (from, line), (middle(place), line), strength(place), is_known);
        from = middle(place);
    }
    let last = strength(layers.len());
    way(&mut svg, (from, line), (end - 16.0, line), last, is_known);
    let wing = last / 2.0 + 6.0;
    head(&mut svg, [(end, line), (end - 18.0, line - wing), (end - 18.0, line + wing)], is_known);
    for (place, shown) in layers.iter().enumerate() {
        let area = (middle(place) - BAR.0 / 2.0, line - BAR.1 / 2.0, BAR.0, BAR.1);
        layer(&mut svg, area, shown.state, PATTERN);
    }
    if slots > layers.len() {
        wall(&mut svg, (middle(layers.len()), line));
    }
    for (place, words) in words.iter().enumerate() {
        write(&mut svg, words, (middle(place), line), slot - 6.0);
    }
    let top = line - BOX.1 / 2.0;
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

fn of_layer(shown: &RelationLayer, room: f64) -> Words {
    let mut below = vec![shown.state.word().to_owned()];
    below.extend(wrapped(&shown.note, BELOW, room, 2).into_iter().filter(|line| !line.is_empty()));
    Words {
        above: wrapped(&shown.title, ABOVE, room, 4),
        above_ink: INK,
        below,
        below_ink: if shown.state == LayerState::Missing { GREY } else { BLUE },
    }
}

/// How many more there are has a line of its own, so that it is never cut off.
fn of_weakness(first: &str, more: String, room: f64) -> Words {
    let mut below = wrapped(first, BELOW, room, 4);
    below.extend((!more.is_empty()).then_some(more));
    Words { above: wrapped("脆弱性（弱点）", ABOVE, room, 2), above_ink: BROWN, below, below_ink: INK }
}

/// Words above, growing upwards, and below, growing downwards.
fn write(svg: &mut String, words: &Words, (x, line): (f64, f64), room: f64) {
    let first = line - BAR.1 / 2.0 - 10.0 - words.above.len().saturating_sub(1) as f64 * ABOVE * 1.3;
    let above = Line::middle("", (x, first), room, words.above_ink);
    lines(svg, &words.above, (x, first), &Line { size: ABOVE, bold: true, ..above });
    let first = line + BAR.1 / 2.0 + 22.0;
    let below = Line::middle("", (x, first), room, words.below_ink);
    lines(svg, &words.below, (x, first), &Line { size: BELOW, ..below });
}

/// A wall with a gap through which the threat passes.
fn wall(svg: &mut String, (x, line): (f64, f64)) {
    let (top, bottom, gap) = (line - 60.0, line + 60.0, 20.0);
    for (from, to) in [(top, line - gap), (line + gap, bottom)] {
        svg.push_str(&format!(
            r##"<rect x="{}" y="{}" width="24" height="{}" fill="#FBF5E0" stroke="#{BROWN}" stroke-width="2"/>"##,
            number(x - 12.0),
            number(from),
            number(to - from),
        ));
    }
}
