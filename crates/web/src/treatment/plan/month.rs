//! A month as a calendar shows it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A month of a year that companies plan for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    first: Date,
}

/// The days as headings, in the order of Japanese calendars.
pub(super) const WEEKDAYS: [&str; 7] = ["日", "月", "火", "水", "木", "金", "土"];

impl Month {
    /// The month of that day.
    pub(super) fn of(day: Date) -> Self {
        Self { first: day.first_of_month() }
    }

    /// The month that an address names: 2026-11.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        if !(2000..=2199).contains(&year) {
            return None;
        }
        Date::new(year, month, 1).ok().map(|first| Self { first })
    }

    /// 2026-11
    pub(super) fn id(self) -> String {
        format!("{:04}-{:02}", self.first.year(), self.first.month())
    }

    /// 2026年11月
    pub(super) fn title(self) -> String {
        format!("{}年{}月", self.first.year(), self.first.month())
    }

    /// 「2027年1月」, or with a later month behind: 「2027年1月〜2月」.
    pub(super) fn until(self, last: Self) -> String {
        let (from, to) = (self.first, last.first);
        match (from.year() == to.year(), from.month() == to.month()) {
            (true, true) => self.title(),
            (true, false) => format!("{}〜{}月", self.title(), to.month()),
            (false, _) => format!("{}〜{}", self.title(), last.title()),
        }
    }

    /// Its first and last day.
    pub(super) fn ends(self) -> (Date, Date) {
        (self.first, self.first.last_of_month())
    }

    /// The month before or after, as long as an address can name it.
    pub(super) fn away(self, months: i32) -> Option<Self> {
        let first = self.first.checked_add(months.months()).ok()?;
        Self::parse(&Self { first }.id())
    }

    /// Its weeks from Sunday; `None` for days of other months.
    pub(super) fn weeks(self) -> Vec<[Option<Date>; 7]> {
        let mut weeks = vec![[None; 7]];
        for day in 1..=self.first.days_in_month() {
            let Ok(date) = Date::new(self.first.year(), self.first.month(), day) else { continue };
            let place = column(date.weekday());
            if place == 0 && day > 1 {
                weeks.push([None; 7]);
            }
            if let Some(week) = weeks.last_mut() {
                week[place] = Some(date);
            }
        }
        weeks
    }
}

/// The column of a weekday, 0 for Sunday.
pub(super) fn column(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_sunday_zero_offset()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_laid_out_in_weeks() {
        let november = Month::of(date(2026, 11, 24));
        assert_eq!((november.id().as_str(), november.title().as_str()), ("2026-11", "2026年11月"));
        let weeks = november.weeks();
        assert_eq!(weeks.len(), 5, "the 1st is a Sunday");
        assert_eq!((weeks[0][0], weeks[4][1], weeks[4][2]), (Some(date(2026, 11, 1)), Some(date(2026, 11, 30)), None));
        assert_eq!(weeks.iter().flatten().flatten().count(), 30);
    }

    #[test]
    fn goes_from_month_to_month() {
        let december = Month::parse("2026-12").unwrap_or(Month::of(date(2000, 1, 1)));
        assert_eq!(december.away(1).map(Month::id), Some("2027-01".into()));
        assert_eq!(december.away(-12).map(Month::id), Some("2025-12".into()));
        assert_eq!(Month::parse("2199-12").and_then(|last| last.away(1)), None);
        let of = |year, month| Month::of(date(year, month, 15));
        for (first, last, words) in [
            (of(2027, 1), of(2027, 1), "2027年1月"),
            (of(2027, 1), of(2027, 2), "2027年1月〜2月"),
            (of(2026, 12), of(2027, 12), "2026年12月〜2027年12月"),
        ] {
            assert_eq!(first.until(last), words);
        }
        for wrong in ["", "2026", "2026-13", "-1-1", "x-y", "99999-1"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }
}
