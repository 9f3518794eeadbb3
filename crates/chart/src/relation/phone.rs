//! From top to bottom.

use super::parts::{BLUE, BROWN, GREY, RED, begin, head, layer, lines, named_box, strengths, way};
use super::{LayerState, RelationData};
use crate::svg::{INK, Line, number};
use crate::wrap::wrapped;

const WIDTH: f64 = 340.0;
/// The line on which the threat runs.
const MIDDLE: f64 = 54.0;
/// Where words beside it begin.
const WORDS: f64 = 112.0;
const BOX: f64 = 116.0;
/// The height of what stands on the way.
const STEP: f64 = 84.0;
const BAR: (f64, f64) = (84.0, 20.0);
/// Layers for which there is room.
const MOST: usize = 8;
const PATTERN: &str = "relation-phone";

pub(super) fn draw(data: &RelationData) -> String {
    let layers = data.shown(MOST);
    let is_known = data.threat.is_some();
    let weakness = data.weakness();
    let steps = layers.len() + usize::from(weakness.is_some());
    let end = BOX + STEP * steps as f64 + 60.0;
    let mut svg = begin(data, (WIDTH, end + BOX + 1.0), PATTERN);
    let threat = data.threat.as_deref().unwrap_or("知られたものはない");
    let strengths = strengths(layers.iter().map(|layer| layer.state));
    let strength = |place: usize| strengths.get(place).or(strengths.last()).copied().unwrap_or(1.0);
    let middle = |place: usize| BOX + STEP * (place as f64 + 0.5);
    let mut from = BOX;
    for place in 0..steps {
        way(&mut svg, (MIDDLE, from), (MIDDLE, middle(place)), strength(place), is_known);
        from = middle(place);
    }
    let last = strength(layers.len());
    way(&mut svg, (MIDDLE, from), (MIDDLE, end - 16.0), last, is_known);
    let wing = last / 2.0 + 6.0;
    head(&mut svg, [(MIDDLE, end), (MIDDLE - wing, end - 18.0), (MIDDLE + wing, end - 18.0)], is_known);
    for (place, shown) in layers.iter().enumerate() {
        let y = middle(place);
        layer(&mut svg, (MIDDLE - BAR.0 / 2.0, y - BAR.1 / 2.0, BAR.0, BAR.1), shown.state, PATTERN);
        let ink = if shown.state == LayerState::Missing { GREY } else { BLUE };
        let state = format!("{} {}", shown.state.word(), shown.note);
        beside(&mut svg, &shown.title, INK, state.trim_end(), ink, y);
    }
    if let Some((first, more)) = &weakness {
        let y = middle(layers.len());
        wall(&mut svg, y);
        let what = format!("脆弱性（弱点） {more}");
        beside(&mut svg, first, INK, what.trim_end(), BROWN, y);
    }
    let ink = if is_known { RED } else { GREY };
    let residual = format!("残るリスク：{}", data.residual);
    let words = Line {
        size: 16.0,
        bold: true,
        anchor: "start",
        ..Line::middle(&residual, (WORDS, end - 26.0), WIDTH - WORDS, ink)
    };
    svg.push_str(&words.to_svg());
    named_box(&mut svg, (1.0, 1.0, WIDTH - 2.0, BOX - 2.0), ("FDEEEE", RED), ["脅威", threat, &data.origin], !is_known);
    let area = (1.0, end, WIDTH - 2.0, BOX - 2.0);
    named_box(&mut svg, area, ("E8F1FE", BLUE), [&data.kind, &data.subject, &data.place], false);
    svg.push_str("</svg>");
    svg
}

/// A name in at most two lines, a word below it.
fn beside(svg: &mut String, name: &str, name_ink: &str, word: &str, word_ink: &str, y: f64) {
    let room = WIDTH - WORDS;
    let start = |ink| Line { size: 16.0, anchor: "start", ..Line::middle("", (WORDS, y), room, ink) };
    let names = wrapped(name, 16.0, room, 2);
    let top = y - 6.0 - (names.len().saturating_sub(1)) as f64 * 10.0;
    lines(svg, &names, (WORDS, top), &Line { bold: true, ..start(name_ink) });
    let below = top + names.len() as f64 * 16.0 * 1.3;
    lines(svg, &[word.to_owned()], (WORDS, below), &Line { size: 14.0, ..start(word_ink) });
}

/// A wall with a gap through which the threat passes.
fn wall(svg: &mut String, y: f64) {
    for x in [MIDDLE - 52.0, MIDDLE + 16.0] {
        svg.push_str(&format!(
            r##"<rect x="{}" y="{}" width="36" height="22" fill="#FBF5E0" stroke="#{BROWN}" stroke-width="2"/>"##,
            number(x),
            number(y - 11.0),
        ));
    }
}
