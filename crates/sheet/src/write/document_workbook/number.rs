//! Numbers as spreadsheets keep them: the value countable, its words as a number format.

use jiff::civil::{Date, date};

/// Whole numbers up to here are exact in a spreadsheet (2^53).
const EXACT: u64 = 9_007_199_254_740_992;

/// The number format of a day: 2027/2/10.
pub(super) const DAY: &str = "yyyy/m/d";

/// A day as a spreadsheet counts it: days since 1899-12-30. None before March 1900, which spreadsheets count wrongly.
pub(super) fn of_day(day: Date) -> Option<i64> {
    let days = i64::from(date(1899, 12, 30).until(day).ok()?.get_days());
    (days > 60).then_some(days)
}

/// The number format that shows `number` as `words`: `1234` for 「1,234件」 gives `#,##0"件"`.
/// None where the words do not hold the number: then the words are what counts.
pub(super) fn format(number: i64, words: &str) -> Option<String> {
    if number.unsigned_abs() > EXACT {
        return None;
    }
    let grouped = grouped(number);
    [(number.to_string(), "0"), (grouped, "#,##0")].into_iter().find_map(|(digits, format)| {
        let (before, after) = words.split_once(&digits)?;
        let touching = |one: char| one.is_ascii_digit() || ".,-".contains(one);
        let alone = !before.ends_with(touching) && !after.starts_with(touching);
        (alone && plain(before) && plain(after)).then(|| format!("{}{format}{}", quoted(before), quoted(after)))
    })
}

/// The same number format with a word behind the number or the words.
pub(super) fn with_word(format: Option<String>, word: &str) -> String {
    format!("{}{}", format.unwrap_or_else(|| "@".to_owned()), quoted(&format!(" {word}")))
}

fn plain(words: &str) -> bool {
    words.chars().count() <= 40 && !words.contains(['"', '\n', '\r', '\\'])
}

fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("\"{words}\"") }
}

fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut words = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{format, of_day, with_word};

    #[test]
    fn a_day_is_a_number() {
        assert_eq!(of_day(date(2026, 11, 30)), Some(46_356));
        assert_eq!(of_day(date(1900, 3, 1)), Some(61));
        assert_eq!(of_day(date(1900, 2, 28)), None);
    }

    #[test]
    fn a_format_shows_the_same_words() {
        assert_eq!(format(12, "12").as_deref(), Some("0"));
        assert_eq!(format(1234, "1,234").as_deref(), Some("#,##0"));
        assert_eq!(format(-1234, "-1,234").as_deref(), Some("#,##0"));
        assert_eq!(format(480_000, "480,000円").as_deref(), Some("#,##0\"円\""));
        assert_eq!(format(0, "0円").as_deref(), Some("0\"円\""));
        assert_eq!(format(3, "約3件").as_deref(), Some("\"約\"0\"件\""));
        assert_eq!(with_word(format(3, "3"), "高"), "0\" 高\"");
        assert_eq!(with_word(None, "高"), "@\" 高\"");
    }

    #[test]
    fn words_that_say_something_else_stay_words() {
        for (number, words) in
            [(3, "三件"), (3, "13"), (3, "3.5"), (3, ""), (3, "\"3\""), (i64::MAX, "9223372036854775807")]
        {
            assert_eq!(format(number, words), None, "{words}");
        }
    }
}
