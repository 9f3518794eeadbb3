//! Words of a cell: runs with their stress, and how many lines they take.

use document::{BlankState, Inline, Text};

/// How a run differs from the rest of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stress {
    None,
    Strong,
    /// A blank to be confirmed: red, underlined.
    Unconfirmed,
    /// A blank nobody knows: red; its brackets say the rest.
    Missing,
}

/// Words of one cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Words(pub(super) Vec<(Stress, String)>);

impl Words {
    pub(super) fn plain(words: impl Into<String>) -> Self {
        let mut runs = Self::default();
        runs.push(Stress::None, &words.into());
        runs
    }

    /// Adds a run; runs of the same stress grow together, empty ones vanish.
    pub(super) fn push(&mut self, stress: Stress, words: &str) {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some((last, so_far)) if *last == stress => so_far.push_str(words),
            _ => self.0.push((stress, words.to_owned())),
        }
    }

    pub(super) fn extend(&mut self, other: &Self) {
        for (stress, words) in &other.0 {
            self.push(*stress, words);
        }
    }

    /// Several lines in one cell.
    pub(super) fn joined(lines: &[Self]) -> Self {
        let mut joined = Self::default();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                joined.push(Stress::None, "\n");
            }
            joined.extend(line);
        }
        joined
    }

    pub(super) fn to_plain(&self) -> String {
        self.0.iter().map(|(_, words)| words.as_str()).collect()
    }

    /// Whether all of it looks alike and needs no runs.
    pub(super) fn is_plain(&self) -> bool {
        self.0.iter().all(|(stress, _)| *stress == Stress::None)
    }

    /// Length as spreadsheets count it: UTF-16 units.
    pub(super) fn length(&self) -> usize {
        self.0.iter().map(|(_, words)| words.encode_utf16().count()).sum()
    }

    /// Lines that the words take in a cell `width` digits wide.
    pub(super) fn lines(&self, width: f64) -> u32 {
        lines(&self.to_plain(), width)
    }
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        let mut words = Self::default();
        for inline in &text.0 {
            let stress = match inline {
                Inline::Plain(_) => Stress::None,
                Inline::Strong(_) => Stress::Strong,
                Inline::Blank(mark) => match mark.state {
                    BlankState::Confirmed => Stress::None,
                    BlankState::Unconfirmed => Stress::Unconfirmed,
                    BlankState::Missing => Stress::Missing,
                },
            };
            words.push(stress, &inline.to_plain());
        }
        words
    }
}

/// Lines of words in a cell `width` digits wide, one digit of it kept free: spreadsheets break
/// between any two Japanese characters, but keep Latin words and numbers whole where they can.
pub(super) fn lines(words: &str, width: f64) -> u32 {
    let room = (width - 1.0).max(2.0) as u32;
    words.split('\n').map(|line| wrapped(line, room)).sum()
}

fn wrapped(line: &str, room: u32) -> u32 {
    let (mut lines, mut used, mut word) = (1, 0, 0);
    for one in line.chars() {
        let width = character(one);
        let latin = one.is_ascii_graphic();
        if used + width > room {
            // A Latin word goes to the next line as a whole, unless it fills one alone.
            let moved = if latin && word < used { word } else { 0 };
            lines += 1;
            used = moved;
        }
        used += width;
        word = if latin { (word + width).min(used) } else { 0 };
    }
    lines
}

fn character(one: char) -> u32 {
    let half = one < '\u{100}' || ('\u{ff61}'..='\u{ff9f}').contains(&one);
    if half { 1 } else { 2 }
}

/// Width in digits: Latin letters and half-width katakana 1, everything else 2.
pub(super) fn wide(words: &str) -> u32 {
    words.chars().map(character).sum()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_are_counted_by_width() {
        assert_eq!(lines("", 12.0), 1);
        assert_eq!(lines("重要度の列", 12.0), 1);
        assert_eq!(lines("重要度の列だ", 12.0), 2);
        assert_eq!(lines("abcdefghijk", 12.0), 1);
        assert_eq!(lines("一\n二\n", 12.0), 3);
        assert_eq!(lines("ｱｲｳ重要", 0.0), 4);
    }

    #[test]
    fn latin_words_move_to_the_next_line_whole() {
        assert_eq!(lines("表計算 Microsoft 365", 13.0), 3);
        assert_eq!(lines(&"a".repeat(25), 13.0), 3);
        assert_eq!(lines("表 aaaaaaaaaaaaaaaaaaaaaaaaa", 13.0), 4);
    }
}
