//! Words that several of these screens use.

use app::Instant;
use app::risk::Going;
use app::store::paging::Total;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// 2026/11/24
pub(crate) fn day(date: Date) -> String {
    format!("{}/{}/{}", date.year(), date.month(), date.day())
}

/// 2026/11/24 9:05, in Japan.
pub(crate) fn moment(instant: Instant) -> String {
    let time = in_japan(instant);
    format!("{} {}:{:02}", day(time.date()), time.hour(), time.minute())
}

/// 2026/11/24, in Japan.
pub(crate) fn day_of(instant: Instant) -> String {
    day(in_japan(instant).date())
}

fn in_japan(instant: Instant) -> DateTime {
    Offset::constant(9).to_datetime(instant.timestamp())
}

/// 「36件」「1,000件以上」
pub(crate) fn total(total: Total) -> String {
    match total {
        Total::Exactly(count) => format!("{}件", thousands(count)),
        Total::MoreThan(count) => format!("{}件以上", thousands(count)),
    }
}

/// 12,345
pub(crate) fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// What goes with assets that are removed, said before; nothing where they have no risks.
pub(super) fn going(going: &Going) -> Option<String> {
    let Going { risks, decided, approved } = *going;
    let decisions = match (decided, approved) {
        (0, _) => "対応を決めたものはありません。".to_owned(),
        (_, 0) => format!("対応を決めたものが{}件あり、その対応と作業も消えます。", thousands(decided)),
        _ => format!(
            "対応を決めたものが{}件（うち承認済み{}件）あり、その対応、作業、承認も消えます。",
            thousands(decided),
            thousands(approved)
        ),
    };
    (risks > 0).then(|| format!("リスク{}件も、いっしょに消えます。{decisions}", thousands(risks)))
}

/// The same, said afterwards, in the middle of a notice.
pub(super) fn gone(going: &Going) -> String {
    match (going.risks, going.decided) {
        (0, _) => String::new(),
        (risks, 0) => format!("リスク{}件も、いっしょに消えました。", thousands(risks)),
        (risks, decided) => {
            format!(
                "リスク{}件（対応を決めたもの{}件）も、いっしょに消えました。",
                thousands(risks),
                thousands(decided)
            )
        }
    }
}

/// Undoing the removal of an asset brings its risks back. Who undoes it decides whether their approvals come back too.
pub(super) fn coming_back(going: &Going) -> &'static str {
    match (going.risks, going.approved) {
        (0, _) => "",
        (_, 0) => "リスクも、いっしょに戻ります。",
        _ => "リスクも、いっしょに戻ります。承認は、もう一度必要になることがあります。",
    }
}

#[cfg(test)]
mod tests {
    use super::{Going, coming_back};

    #[test]
    fn what_comes_back_is_told_without_a_promise_of_approvals() {
        let told = |risks, decided, approved| coming_back(&Going { risks, decided, approved });
        assert_eq!(told(0, 0, 0), "");
        assert_eq!(told(2, 1, 0), "リスクも、いっしょに戻ります。");
        assert!(told(2, 1, 1).contains("もう一度必要になることがあります"));
    }
}
