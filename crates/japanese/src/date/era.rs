//! 元号: the eras of the Japanese calendar.

use jiff::civil::{Date, date};

/// An era of the Japanese calendar since it counts the days as the western one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Era {
    name: &'static str,
    letter: char,
    /// The western year of 元年.
    first_year: i16,
    first: Date,
    /// `None` while it lasts.
    last: Option<Date>,
}

/// Newest first. Two pairs of eras share a day (1912-07-30, 1926-12-25): both names are right.
const ERAS: [Era; 5] = [
    Era { name: "令和", letter: 'R', first_year: 2019, first: date(2019, 5, 1), last: None },
    Era { name: "平成", letter: 'H', first_year: 1989, first: date(1989, 1, 8), last: Some(date(2019, 4, 30)) },
    Era { name: "昭和", letter: 'S', first_year: 1926, first: date(1926, 12, 25), last: Some(date(1989, 1, 7)) },
    Era { name: "大正", letter: 'T', first_year: 1912, first: date(1912, 7, 30), last: Some(date(1926, 12, 25)) },
    Era { name: "明治", letter: 'M', first_year: 1868, first: date(1873, 1, 1), last: Some(date(1912, 7, 30)) },
];

impl Era {
    /// The era that a text begins with (令和, R, r), and what follows.
    pub(super) fn split(text: &str) -> (Option<Self>, &str) {
        ERAS.into_iter().find_map(|era| era.rest(text).map(|rest| (Some(era), rest))).unwrap_or((None, text))
    }

    fn rest(self, text: &str) -> Option<&str> {
        text.strip_prefix(self.name)
            .or_else(|| text.strip_prefix(self.letter))
            .or_else(|| text.strip_prefix(self.letter.to_ascii_lowercase()))
    }

    /// 令和7年 is 2025; 0年 is no year.
    pub(super) const fn western_year(self, year: i16) -> Option<i16> {
        if year >= 1 { self.first_year.checked_add(year - 1) } else { None }
    }

    pub(super) fn contains(self, date: Date) -> bool {
        self.first <= date && self.last.is_none_or(|last| date <= last)
    }

    /// Why a day is not in this era, and what it is called.
    pub(super) fn why_not(self, day: Date) -> String {
        let Self { name, first, last, .. } = self;
        let bounds = match last {
            Some(last) if day > last => format!("{name}は{}までです", super::format_date(last)),
            _ => format!("{name}は{}からです", super::format_date(first)),
        };
        match ERAS.into_iter().find(|era| era.contains(day)) {
            Some(right) => format!("{bounds}。この日は{}です", right.format(day)),
            None => bounds,
        }
    }

    fn format(self, day: Date) -> String {
        let year = day.year() - self.first_year + 1;
        let year = if year == 1 { "元".to_owned() } else { year.to_string() };
        format!("{}{year}年{}月{}日", self.name, day.month(), day.day())
    }
}
