//! What cells mean: texts, flags, kinds of personal data, days.

use std::borrow::Cow;

use japanese::{matching_key, parse_date};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use method::PersonalData;

use super::row::Value;

/// The text of a cell as the sheet shows it: 45748 formatted as a day is 2025/4/1. `None` where a
/// formula failed or its result is not stored.
pub(super) fn text(value: Value<'_>, date_1904: bool) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(number_text(number).into()),
        Value::Day(number) => Some(day_text(number, date_1904).into()),
        Value::Truth(truth) => Some(if truth { "TRUE" } else { "FALSE" }.into()),
        Value::Error(_) | Value::NoResult => None,
    }
}

/// The value of a cell for messages.
pub(super) fn shown(value: Value<'_>, date_1904: bool) -> String {
    match value {
        Value::Error(text) => text.to_owned(),
        Value::NoResult => String::new(),
        other => text(other, date_1904).unwrap_or_default().into_owned(),
    }
}

/// 3 rather than 3.0, 0.3 rather than 0.30000000000000004: the 15 digits that Excel shows, never with
/// an exponent.
fn number_text(number: f64) -> String {
    let shown = format!("{number:.14e}").parse().unwrap_or(number);
    if shown == 0.0 { "0".to_owned() } else { shown.to_string() }
}

fn day_text(number: f64, date_1904: bool) -> String {
    let time = time_text(number.fract());
    match (serial_day(number, date_1904), time) {
        // Only a time of day.
        _ if number.trunc() == 0.0 => time_text(number.fract()).unwrap_or_else(|| "0:00".to_owned()),
        (Some(day), None) => format!("{}/{}/{}", day.year(), day.month(), day.day()),
        (Some(day), Some(time)) => format!("{}/{}/{} {time}", day.year(), day.month(), day.day()),
        (None, _) => number_text(number),
    }
}

/// `9:30` of 0.3958…; `None` at midnight.
fn time_text(fraction: f64) -> Option<String> {
    let minutes = (fraction.abs() * 1440.0).round() as u32;
    (minutes > 0 && minutes < 1440).then(|| format!("{}:{:02}", minutes / 60, minutes % 60))
}

/// The day that Excel's serial number means; `None` outside its calendar and on 1900-02-29, which
/// Excel counts though it never was.
fn serial_day(number: f64, date_1904: bool) -> Option<Date> {
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let days = number.trunc() as i32;
    let (epoch, days) = match (date_1904, days) {
        (true, _) => (date(1904, 1, 1), days),
        (false, 0 | 60) => return None,
        (false, 1..60) => (date(1899, 12, 31), days),
        (false, _) => (date(1899, 12, 30), days),
    };
    epoch.checked_add(days.days()).ok()
}

/// 1970-01-01 and 2099-12-31 as serial numbers: a bare number outside is hardly a day of registration
/// (2025 would be a day of 1905).
const BARE_DAYS: std::ops::RangeInclusive<f64> = 25_569.0..=73_050.0;

/// The day in a cell: a formatted day, a bare serial number, or a text in any form that
/// [`parse_date`] reads.
///
/// # Errors
/// What is wrong, going on from 「の値『…』は」.
pub(super) fn day(value: Value<'_>, date_1904: bool) -> Result<Date, String> {
    const UNREADABLE: &str = "日付として読めません。2025/4/1 や 令和7年4月1日 のように書いてください。";
    match value {
        Value::Day(number) => serial_day(number, date_1904).ok_or_else(|| UNREADABLE.to_owned()),
        Value::Number(number) => {
            let shifted = if date_1904 { number + 1462.0 } else { number };
            let plausible = BARE_DAYS.contains(&shifted);
            serial_day(number, date_1904).filter(|_| plausible).ok_or_else(|| UNREADABLE.to_owned())
        }
        Value::Text(text) => parse_date(text).map_err(|error| match error {
            japanese::DateError::Form(_) => UNREADABLE.to_owned(),
            japanese::DateError::NoSuchDay(_) => "暦にない日です。正しい日付を書いてください。".to_owned(),
            japanese::DateError::OutsideEra { why, .. } => format!("使えません。{why}。"),
        }),
        _ => Err(UNREADABLE.to_owned()),
    }
}

/// What flags may say, for messages.
pub(super) const FLAGS: &str = "有か空欄（無、○、×、はい、いいえ も可）";

/// Whether a flag is set; `None` where the cell says something else.
pub(super) fn flag(value: Value<'_>) -> Option<bool> {
    match value {
        Value::Truth(truth) => Some(truth),
        Value::Number(0.0) => Some(false),
        Value::Number(1.0) => Some(true),
        Value::Text(text) => flag_word(&matching_key(text)),
        _ => None,
    }
}

fn flag_word(key: &str) -> Option<bool> {
    match key {
        "有" | "有り" | "あり" | "アリ" | "○" | "〇" | "◯" | "はい" | "1" | "該当" | "✓" | "✔" | "☑" | "レ" | "yes"
        | "y" | "true" => Some(true),
        "無" | "無し" | "なし" | "ナシ" | "×" | "✕" | "✖" | "✗" | "いいえ" | "0" | "非該当" | "該当なし" | "-"
        | "−" | "―" | "ー" | "–" | "—" | "☐" | "no" | "n" | "false" => Some(false),
        _ => None,
    }
}

/// What a column about kinds of personal data may say, for messages.
pub(super) const KINDS: &str = "個人情報・要配慮個人情報・特定個人情報・無 のどれか（複数は読点で区切る）";

/// Which kinds of personal data a cell names: 「個人情報、マイナンバー」; 有 alone means 個人情報. `None`
/// where it says something else.
pub(super) fn personal_data_kinds(value: Value<'_>) -> Option<PersonalData> {
    if let Some(personal) = flag(value) {
        return Some(PersonalData { personal, ..PersonalData::default() });
    }
    let Value::Text(text) = value else { return None };
    let key = matching_key(text).replace(['(', ')', '「', '」'], "、");
    let mut kinds = PersonalData::default();
    for word in key.split(['、', ',', '/', '・', '+', '&', '。', ';', '，']).filter(|word| !word.is_empty()) {
        match word {
            "個人情報" | "個人データ" | "個人情報有" | "個人情報あり" => kinds.personal = true,
            "要配慮個人情報" | "要配慮" => kinds.sensitive = true,
            "特定個人情報" | "マイナンバー" | "個人番号" => kinds.my_number = true,
            "個人情報無" | "個人情報なし" | "含まない" => {}
            other if flag_word(other) == Some(false) => {}
            other if flag_word(other) == Some(true) => kinds.personal = true,
            _ => return None,
        }
    }
    Some(kinds)
}
