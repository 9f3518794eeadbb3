//! What both pictures are drawn from.

use super::{LayerState, RelationData};
use crate::svg::{FONT, INK, Line, escape, number};
use crate::wrap::wrapped;

pub(super) const RED: &str = "CE0000";
pub(super) const BLUE: &str = "0017C1";
pub(super) const BROWN: &str = "6E5600";
pub(super) const GREY: &str = "4D4D4D";
/// How thick the threat is where it begins, and the thinnest line that can be seen.
const THICK: f64 = 18.0;
const THIN: f64 = 3.0;

/// A rectangle: x, y, width, height.
pub(super) type Area = (f64, f64, f64, f64);

/// The beginning of a picture. `id` tells the patterns of two pictures on one page apart.
pub(super) fn begin(data: &RelationData, (width, height): (f64, f64), id: &str) -> String {
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} {}" font-family="{FONT}">"#,
        number(width),
        number(height),
    );
    svg.push_str("<title>脅威から守るものまでの関係</title><desc>");
    svg.push_str(&escape(&data.description()));
    svg.push_str("</desc>");
    svg.push_str(&format!(
        r##"<defs><pattern id="{id}" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" fill="#FFFFFF"/><rect width="5" height="10" fill="#{BLUE}"/></pattern></defs>"##
    ));
    svg
}

/// How thick the line is behind each of those layers, the first before all of them.
pub(super) fn strengths(states: impl Iterator<Item = LayerState>) -> Vec<f64> {
    let mut now = THICK;
    let mut all = vec![now];
    for state in states {
        now = (now * state.passes()).max(THIN);
        all.push(now);
    }
    all
}

/// A rounded box with words in it: what it is, its name, a word more.
pub(super) fn named_box(svg: &mut String, area: Area, (fill, ink): (&str, &str), words: [&str; 3], is_dashed: bool) {
    let (x, y, width, height) = area;
    let dash = if is_dashed { r#" stroke-dasharray="6 4""# } else { "" };
    svg.push_str(&format!(
        r##"<rect x="{}" y="{}" width="{}" height="{}" rx="8" fill="#{fill}" stroke="#{ink}" stroke-width="1.5"{dash}/>"##,
        number(x),
        number(y),
        number(width),
        number(height),
    ));
    let [kind, name, more] = words;
    let room = width - 20.0;
    let names = wrapped(name, 16.0, room, 3);
    let lines = 1 + names.len() + usize::from(!more.is_empty());
    let mut line = y + (height - lines as f64 * 21.0) / 2.0 + 16.0;
    let mut write = |words: &str, size: f64, bold: bool, ink: &str| {
        let at = Line::middle(words, (x + width / 2.0, line), room, ink);
        svg.push_str(&Line { size, bold, ..at }.to_svg());
        line += 21.0;
    };
    write(kind, 14.0, true, ink);
    for name in &names {
        write(name, 16.0, false, INK);
    }
    if !more.is_empty() {
        write(more, 14.0, false, GREY);
    }
}

/// A layer of protection: full, hatched or an empty frame.
pub(super) fn layer(svg: &mut String, (x, y, width, height): Area, state: LayerState, pattern: &str) {
    let look = match state {
        LayerState::Done => format!(r##"fill="#{BLUE}""##),
        LayerState::Partial => format!(r##"fill="url(#{pattern})" stroke="#{BLUE}" stroke-width="2""##),
        LayerState::Planned => {
            format!(r##"fill="#FFFFFF" stroke="#{BLUE}" stroke-width="3" stroke-dasharray="7 5""##)
        }
        LayerState::Missing => {
            format!(r##"fill="#FFFFFF" stroke="#{GREY}" stroke-width="2" stroke-dasharray="3 4""##)
        }
    };
    svg.push_str(&format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" rx="4" {look}/>"#,
        number(x),
        number(y),
        number(width),
        number(height),
    ));
}

/// A straight piece of the threat's way.
pub(super) fn way(svg: &mut String, from: (f64, f64), to: (f64, f64), strength: f64, is_known: bool) {
    let (ink, dash) = if is_known { (RED, "") } else { (GREY, r#" stroke-dasharray="6 6""#) };
    svg.push_str(&format!(
        r##"<path d="M{} {}L{} {}" stroke="#{ink}" stroke-width="{}"{dash}/>"##,
        number(from.0),
        number(from.1),
        number(to.0),
        number(to.1),
        number(strength),
    ));
}

/// The arrow's head: its tip and the two other corners.
pub(super) fn head(svg: &mut String, corners: [(f64, f64); 3], is_known: bool) {
    let ink = if is_known { RED } else { GREY };
    let points: Vec<_> = corners.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
    svg.push_str(&format!(r##"<polygon points="{}" fill="#{ink}"/>"##, points.join(" ")));
}

/// Words in several lines, the first with its base line at `y`.
pub(super) fn lines(svg: &mut String, lines: &[String], (x, y): (f64, f64), line: &Line<'_>) {
    for (position, words) in lines.iter().enumerate() {
        let y = y + position as f64 * line.size * 1.3;
        svg.push_str(&Line { words, x, y, ..*line }.to_svg());
    }
}
