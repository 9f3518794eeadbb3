//! What is overdue, for a calendar that shows one month: it may lie in months before.

use app::Context;
use app::treatment::{Filter, PlannedTask, Query, plan};
use maud::{Markup, html};

use super::address::Address;
use super::month::Month;
use super::views::View;
use crate::Failure;
use crate::components::thousands;

/// Overdue tasks, counted, with the months of the first and the last of them.
pub(super) struct Overdue {
    count: u64,
    pub(super) first: Month,
    last: Month,
}

impl Overdue {
    /// Those that the filter finds; `None` where there are none.
    pub(super) async fn among(context: &Context, filter: Filter) -> Result<Option<Self>, Failure> {
        let filter = Filter { overdue: true, ..filter };
        let at = |skip: u64| Query { filter: filter.clone(), skip, limit: 1 };
        let month = |tasks: &[PlannedTask]| tasks.first().and_then(|task| task.due_on).map(Month::of);
        // In the order of their days.
        let oldest = plan(context, &at(0)).await?;
        let newest = plan(context, &at(oldest.total.saturating_sub(1))).await?;
        let months = month(&oldest.tasks).zip(month(&newest.tasks));
        Ok(months.map(|(first, last)| Self { count: oldest.total, first, last }))
    }

    /// How many there are and of when, and the way to them.
    pub(super) fn line(&self, address: &Address) -> Markup {
        let list = Address { due: "overdue".to_owned(), ..address.from(0) }.href(View::List.path());
        html! {
            p {
                "期限を過ぎた作業が" (thousands(self.count)) "件あります（" (self.first.until(self.last)) "）。"
                a href=(list) { "一覧で見る" }
            }
        }
    }
}
