//! In which scale a register rates: 1 to 3, 0 to 2, or words.

use japanese::matching_key;
use method::Rating;

use super::row::Value;

/// A scale other than 1 to 3, read only when the person says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// 2, 1, 0: the guideline's edition of 2019. 0 becomes 1, 1 becomes 2, 2 becomes 3.
    ZeroToTwo,
    /// 高・中・低, 大・中・小, H・M・L. They become 3, 2, 1.
    Words,
}

impl Scale {
    /// The option of the command line that reads it.
    pub const fn option(self) -> &'static str {
        match self {
            Self::ZeroToTwo => "--scale 0-2",
            Self::Words => "--scale words",
        }
    }

    /// The scale of an option's value (`0-2`, `words`).
    pub fn from_option(value: &str) -> Option<Self> {
        match value {
            "0-2" => Some(Self::ZeroToTwo),
            "words" => Some(Self::Words),
            _ => None,
        }
    }

    /// How a register looks that uses it; goes on with 「ようなので」.
    pub(super) const fn looks_like(self) -> &'static str {
        match self {
            Self::ZeroToTwo => "0・1・2（2019年版の書き方）で書かれている",
            Self::Words => "高・中・低などの言葉で書かれている",
        }
    }

    /// What cells must hold.
    pub(super) const fn expected(scale: Option<Self>) -> &'static str {
        match scale {
            None => "1〜3の数字",
            Some(Self::ZeroToTwo) => "0〜2の数字",
            Some(Self::Words) => "高・中・低（大・中・小、H・M・L）のどれか",
        }
    }
}

/// What a cell of a rating column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rated {
    /// A whole number of 0 to 3.
    Number(u8),
    /// A word of the scale of words, as the number it stands for.
    Word(u8),
    /// Anything else.
    Other,
}

impl Rated {
    /// Of a cell: 3, `3`, `３`, `3.0` are a number, `高` and `H` words.
    pub(super) fn of(value: Value<'_>) -> Self {
        match value {
            Value::Number(number) => Self::whole(number),
            Value::Text(text) => Self::of_text(text),
            _ => Self::Other,
        }
    }

    /// The same for cells that may go on behind the digit: `3：通常の状態で起きる`.
    pub(super) fn leading(value: Value<'_>) -> Self {
        let Value::Text(text) = value else { return Self::of(value) };
        let key = matching_key(text);
        let mut characters = key.chars();
        match (characters.next().and_then(|first| first.to_digit(10)), characters.next()) {
            (Some(digit @ 0..=3), Some(next)) if !next.is_ascii_digit() && next != '.' => Self::Number(digit as u8),
            (Some(digit @ 0..=3), Some('.')) if !characters.clone().any(|rest| rest.is_ascii_digit()) => {
                Self::Number(digit as u8)
            }
            _ => Self::of_text(text),
        }
    }

    fn whole(number: f64) -> Self {
        [0u8, 1, 2, 3].into_iter().find(|whole| f64::from(*whole) == number).map_or(Self::Other, Self::Number)
    }

    fn of_text(text: &str) -> Self {
        match matching_key(text).as_str() {
            "高" | "大" | "h" | "high" => Self::Word(3),
            "中" | "m" | "medium" | "middle" => Self::Word(2),
            "低" | "小" | "l" | "low" => Self::Word(1),
            key if key.starts_with(|first: char| first.is_ascii_digit()) => {
                key.parse().map_or(Self::Other, Self::whole)
            }
            _ => Self::Other,
        }
    }

    /// The rating in a scale; `None` where the cell is not of that scale.
    pub(super) fn rating(self, scale: Option<Scale>) -> Option<Rating> {
        match (self, scale) {
            (Self::Number(number), None) => Rating::new(number),
            (Self::Number(number @ 0..=2), Some(Scale::ZeroToTwo)) => Rating::new(number + 1),
            (Self::Word(number), Some(Scale::Words)) => Rating::new(number),
            _ => None,
        }
    }
}

/// Watches all ratings of a register, to tell which scale it uses throughout.
#[derive(Debug, Default)]
pub(super) struct ScaleWatch {
    numbers: [u64; 4],
    words: u64,
}

impl ScaleWatch {
    /// One more cell.
    pub(super) fn see(&mut self, rated: Rated) {
        match rated {
            Rated::Number(number) => self.numbers[usize::from(number)] += 1,
            Rated::Word(_) => self.words += 1,
            Rated::Other => {}
        }
    }

    /// The scale other than 1 to 3 that the ratings seem to be in.
    pub(super) fn other_scale(&self) -> Option<Scale> {
        let any_number = self.numbers.iter().any(|count| *count > 0);
        match self.numbers {
            _ if self.words > 0 && !any_number => Some(Scale::Words),
            [zeros, _, _, 0] if zeros > 0 && self.words == 0 => Some(Scale::ZeroToTwo),
            _ => None,
        }
    }

    /// Whether the ratings are numbers of 1 to 3 throughout, whatever the option says.
    pub(super) fn is_plain(&self) -> bool {
        self.words == 0 && self.numbers[0] == 0 && self.numbers[3] > 0
    }
}
