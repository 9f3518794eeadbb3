//! When the next assessment is to be made.

use jiff::Span;
use jiff::civil::Date;

use super::Assessment;
use crate::{Context, Permission, asset};

/// The next assessment that is to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// The one that it follows.
    pub last: Assessment,
    /// About when.
    pub on: Date,
    /// Whether that day has come.
    pub is_due: bool,
}

/// The one that is to be made so many months after the newest of the whole organization; for who is limited to
/// departments, after the newest of theirs. `None` where there is none to follow.
pub fn next(context: &Context, newest_first: &[Assessment], months: u8) -> Option<Next> {
    let is_limited = context.require(Permission::ReadRisks).is_err();
    let last = newest_first.iter().find(|assessment| is_limited || assessment.is_whole())?;
    let on = months_after(last.made_on, months);
    Some(Next { last: last.clone(), on, is_due: on <= asset::today(context) })
}

fn months_after(day: Date, months: u8) -> Date {
    day.saturating_add(Span::new().months(months))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn it_is_that_many_months_later() {
        assert_eq!(months_after(date(2025, 11, 25), 12), date(2026, 11, 25));
        assert_eq!(months_after(date(2026, 8, 31), 3), date(2026, 11, 30), "the last day of a shorter month");
    }
}
