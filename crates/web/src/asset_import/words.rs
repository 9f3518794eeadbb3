//! Words that several of these screens use.

use app::Instant;
use app::asset::import::{Counts, Report};
use jiff::tz::Offset;

use crate::components::thousands;

/// 11月24日 9:05, in Japan.
pub(super) fn moment(instant: Instant) -> String {
    let time = Offset::constant(9).to_datetime(instant.timestamp());
    format!("{}月{}日 {}:{:02}", time.month(), time.day(), time.hour(), time.minute())
}

/// 「新規12件と変更3件」; `None` where there is neither.
pub(super) fn to_write(counts: &Counts) -> Option<String> {
    let new = format!("新規{}件", thousands(counts.new));
    let changed = format!("変更{}件", thousands(counts.changed));
    match (counts.new, counts.changed) {
        (0, 0) => None,
        (_, 0) => Some(new),
        (0, _) => Some(changed),
        _ => Some(format!("{new}と{changed}")),
    }
}

/// 「12件を追加し、3件を変更しました。」 and what is still left.
pub(crate) fn done(report: &Report) -> String {
    let mut words = match (report.added, report.changed) {
        (0, changed) => format!("情報資産{}件を変更しました。", thousands(changed)),
        (added, 0) => format!("情報資産{}件を追加しました。", thousands(added)),
        (added, changed) => {
            format!("情報資産{}件を追加し、{}件を変更しました。", thousands(added), thousands(changed))
        }
    };
    if report.left > 0 {
        words.push_str(&format!("選ばなかった{}行は、まだ取り込んでいません。", thousands(report.left)));
    }
    if report.unusable > 0 {
        words.push_str(&format!("使えない{}行は取り込んでいません。", thousands(report.unusable)));
    }
    words
}

/// What is wrong and what to do, of a problem's sentence, without the place and the value that stand
/// beside it: 「使えません。1〜3の数字で入力してください。」
pub(super) fn what_to_do<'a>(message: &'a str, cell: &str) -> &'a str {
    let place = format!("（{cell}）");
    let rest = match message.split_once(&place) {
        Some((_, rest)) if !cell.is_empty() => rest,
        _ => return message,
    };
    let rest = match rest.strip_prefix("の値『").and_then(|rest| rest.split_once("』は")) {
        Some((_, rest)) => rest,
        None => rest,
    };
    rest.strip_prefix(['が', 'の']).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_its_place() {
        for (message, cell, expected) in [
            (
                "シート「台帳」の8行目『機密性』（K8）の値『5』は使えません。1〜3の数字で入力してください。",
                "K8",
                "使えません。1〜3の数字で入力してください。",
            ),
            (
                "8行目『情報資産名称』（B8）が空欄です。情報資産の名称を入力してください。",
                "B8",
                "空欄です。情報資産の名称を入力してください。",
            ),
            ("4行目『A』（A4）の数式は計算結果が保存されていません。", "A4", "数式は計算結果が保存されていません。"),
            ("別のシートがあります。", "", "別のシートがあります。"),
        ] {
            assert_eq!(what_to_do(message, cell), expected);
        }
    }

    #[test]
    fn says_what_was_done_and_what_is_left() {
        let report = Report { added: 1_200, changed: 3, left: 2, unusable: 1 };
        assert_eq!(
            done(&report),
            "情報資産1,200件を追加し、3件を変更しました。選ばなかった2行は、まだ取り込んでいません。使えない1行は取り込んでいません。"
        );
    }
}
