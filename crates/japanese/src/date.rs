//! Dates as Japanese companies write them.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

mod era;

use era::Era;

/// Why a text is not a date, in words for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// None of the forms that we read.
    #[error("「{0}」は日付として読めません。2025/4/1 や 令和7年4月1日 のように書いてください")]
    Form(String),
    /// The form is right, the day does not exist (4月31日).
    #[error("「{0}」という日は暦にありません")]
    NoSuchDay(String),
    /// The day exists, but not in that era; what it is called instead, where we know.
    #[error("「{text}」という日はありません（{why}）")]
    OutsideEra {
        /// What was written.
        text: String,
        /// What is right: 「令和は2019年5月1日からです。この日は平成31年4月30日です」.
        why: String,
    },
}

/// Reads 2025/4/1, 2025-04-01, 2025.4.1, 2025年4月1日, 令和7年4月1日, R7.4.1, r7/4/1, S64.1.7: full-width
/// digits, 元年 and white space inside too; a time of day behind the date (2025/4/1 0:00) is left out.
///
/// Years of the western calendar have four digits, so that 25/4/1 stays a question. Eras run from
/// 明治6年 (1873, when Japan took over the western calendar) to 令和.
///
/// # Errors
/// [`DateError`] when it is none of these, or no day of the calendar or of its era.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let form = || DateError::Form(text.trim().to_owned());
    let normal: String = text.nfkc().collect();
    let date = without_time(normal.trim());
    let date: String = date.chars().filter(|character| !character.is_whitespace()).collect();
    let (era, rest) = Era::split(&date);
    let [year, month, day] = numbers(rest).ok_or_else(form)?;
    let digits = year.len();
    let year = if year == "元" && era.is_some() { 1 } else { number(year).ok_or_else(form)? };
    let (month, day) = (number(month).ok_or_else(form)?, number(day).ok_or_else(form)?);
    let western = match era {
        Some(era) if digits <= 2 || year == 1 => era.western_year(year).ok_or_else(form)?,
        None if digits == 4 => year,
        _ => return Err(form()),
    };
    let date = civil(western, month, day).ok_or_else(|| DateError::NoSuchDay(text.trim().to_owned()))?;
    match era {
        Some(era) if !era.contains(date) => {
            Err(DateError::OutsideEra { text: text.trim().to_owned(), why: era.why_not(date) })
        }
        _ => Ok(date),
    }
}

/// 2025年4月1日
pub fn format_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// The part before a time of day: `2025/4/1 9:30`, `2025-04-01T00:00:00`.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        rest.contains(':') && rest.chars().all(|character| character.is_ascii_digit() || matches!(character, ':' | '.'))
    };
    match text.rsplit_once(['T', ' ']) {
        Some((date, time)) if is_time(time) => date.trim_end(),
        _ => text,
    }
}

/// Year, month and day as written: `7年4月1日`, `7.4.1`, `7/4/1`, `7-4-1`.
fn numbers(text: &str) -> Option<[&str; 3]> {
    let year_end = text.find(['年', '/', '.', '-'])?;
    let (year, rest) = (&text[..year_end], &text[year_end..]);
    let (separator, rest) = split_first(rest)?;
    let month_end = if separator == '年' { '月' } else { separator };
    let (month, rest) = rest.split_once(month_end)?;
    let day = if separator == '年' { rest.strip_suffix('日')? } else { rest };
    Some([year, month, day])
}

fn split_first(text: &str) -> Option<(char, &str)> {
    let mut characters = text.chars();
    Some((characters.next()?, characters.as_str()))
}

/// A number of one to four digits and nothing else.
fn number(digits: &str) -> Option<i16> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
