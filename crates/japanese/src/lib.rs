//! Japanese text: dates of the 和暦, keys for matching and for sorting by reading, which characters our fonts cover, and
//! how wide words are.

#![forbid(unsafe_code)]

mod coverage;
mod date;
mod key;
mod line;
mod reading;

pub use coverage::{Uncovered, first_uncovered};
pub use date::{DateError, format_date, parse_date};
pub use key::{matching_key, to_half_width_digits};
pub use line::{longest_run, runs, width_in_letters};
pub use reading::{is_hiragana, is_kanji, reading_sort_key, to_hiragana};
