//! Words in the columns of a terminal, where a full-width character takes two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide a line gets.
pub const WIDTH: usize = 100;

/// What must not begin a line.
const NOT_FIRST: &str = "、。，．）」』】・／：；ーぁぃぅぇぉっゃゅょァィゥェォッャュョ";

/// Cells side by side, each in its width.
pub fn line(cells: &[&str], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        let cut = cut(cell, *width);
        text.push_str(&cut);
        text.push_str(&" ".repeat(width.saturating_sub(cut.width()) + 1));
    }
    text.trim_end().to_owned()
}

/// A text in at most so many columns, with … where something is left out.
pub fn cut(text: &str, width: usize) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.width() <= width {
        return text;
    }
    let mut kept = String::new();
    let mut taken = 0;
    for character in text.chars() {
        taken += character.width().unwrap_or(0);
        if taken + 2 > width {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

/// A text in lines that fit behind `indent` columns; every line but the first carries the indent.
pub fn wrapped(text: &str, indent: usize) -> String {
    let room = WIDTH.saturating_sub(indent);
    let (mut out, mut taken) = (String::new(), 0);
    for character in text.chars() {
        let width = character.width().unwrap_or(0);
        if taken + width > room && !NOT_FIRST.contains(character) {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            taken = 0;
        }
        out.push(character);
        taken += width;
    }
    out
}

/// Several things in lines that fit behind `indent` columns, each thing in one piece.
pub fn listed(things: &[&str], between: &str, indent: usize) -> String {
    let room = WIDTH.saturating_sub(indent);
    let (mut out, mut taken) = (String::new(), 0);
    for (place, thing) in things.iter().enumerate() {
        let between = if place + 1 < things.len() { between } else { "" };
        let width = thing.width() + between.width();
        if taken > 0 && taken + width > room {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            taken = 0;
        }
        out.push_str(thing);
        out.push_str(between);
        taken += width;
    }
    out
}
