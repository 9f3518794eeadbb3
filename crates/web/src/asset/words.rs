//! Words that several of these screens use.

use app::Instant;
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
