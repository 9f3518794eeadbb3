//! Lines of blocks, and how many of them go into one cell.

use document::{Block, FrontMatter, Note, Text};

use super::paper::INDENT;
use super::words::{Stress, Words};

/// Room for the words of a cell in UTF-16 units: the limit of 32,767 with some to spare.
const CELL: usize = 30_000;
/// Lines of a cell: half of the tallest row, so that printed pages fill up well.
const CELL_LINES: u32 = 14;

/// The lines of a paragraph or a list.
pub(super) fn lines(block: &Block) -> Vec<Words> {
    let point = |index: usize, item: &Text, ordered: bool| {
        let mut words = Words::plain(if ordered { format!("{}. ", index + 1) } else { "・".to_owned() });
        words.extend(&Words::from(item));
        words
    };
    match block {
        Block::Paragraph(text) => vec![Words::from(text)],
        Block::List { ordered, items } => {
            items.iter().enumerate().map(|(index, item)| point(index, item, *ordered)).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn note(note: &Note) -> Words {
    let mut words = Words::default();
    words.push(Stress::Strong, note.label);
    words.push(Stress::None, "：");
    words.extend(&Words::from(&note.text));
    words
}

/// Lines in as few cells as can hold them at that width. Only a line that is too long alone gets a
/// cell that is too high for one row.
pub(super) fn packed(lines: &[Words], width: f64) -> Vec<Words> {
    let (mut cells, mut from, mut length, mut height) = (Vec::new(), 0, 0, 0);
    for (index, line) in lines.iter().enumerate() {
        let more = (line.length() + 1, line.lines(width - INDENT));
        if from < index && (length + more.0 > CELL || height + more.1 > CELL_LINES) {
            cells.push(Words::joined(&lines[from..index]));
            (from, length, height) = (index, 0, 0);
        }
        length += more.0;
        height += more.1;
    }
    if from < lines.len() {
        cells.push(Words::joined(&lines[from..]));
    }
    cells
}

/// 「2026年4月1日」; an open blank where nobody has said it yet.
pub(super) fn revision_date(front: &FrontMatter) -> Words {
    let mut words = Words::default();
    match front.revised_on {
        Some(date) => words.push(Stress::None, &format!("{}年{}月{}日", date.year(), date.month(), date.day())),
        None => words.push(Stress::Missing, "〔改訂日〕"),
    }
    words
}
