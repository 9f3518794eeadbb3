//! One page of a list that is read by counting: one that stands still, or is seldom long.

use serde::Deserialize;
use utoipa::IntoParams;

use super::Problem;
use super::query::Check;

/// Most items of a page.
const MOST: u64 = 100;
/// No list is longer.
const FURTHEST: usize = 10_000_000;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// 1回に受け取る件数。指定がないときは100件です。
    #[param(value_type = Option<u64>, minimum = 1, maximum = 100)]
    limit: String,
    /// 続きを受け取るとき、前の答えの `next`
    #[param(value_type = Option<String>)]
    after: String,
}

/// Which part of the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    limit: usize,
    /// How many items were answered before.
    from: usize,
}

impl PageQuery {
    /// The same, where nothing else is asked for.
    pub(super) fn checked(&self) -> Result<Wanted, Problem> {
        let mut check = Check::default();
        let wanted = self.read(&mut check);
        check.finish()?;
        Ok(wanted)
    }

    pub(super) fn read(&self, check: &mut Check) -> Wanted {
        let limit = usize::try_from(check.limit(&self.limit, MOST)).unwrap_or(usize::MAX);
        let place = |text: &str| text.parse().ok().filter(|from| *from <= FURTHEST);
        let from = check.read("after", &self.after, place, "前の答えの next を入れてください。");
        Wanted { limit, from: from.unwrap_or_default() }
    }
}

impl Wanted {
    /// How many items are asked for.
    pub(super) fn limit(self) -> u64 {
        self.limit as u64
    }

    /// How many items were answered before.
    pub(super) fn skip(self) -> u64 {
        self.from as u64
    }

    /// The items of this page, and what asks for the next one.
    pub(super) fn of<T, B: From<T>>(self, all: impl Iterator<Item = T>) -> (Vec<B>, Option<String>) {
        let mut rest = all.skip(self.from);
        let items: Vec<B> = rest.by_ref().take(self.limit).map(B::from).collect();
        let next = rest.next().map(|_| (self.from + items.len()).to_string());
        (items, next)
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn every_item_stands_on_one_page() {
        let mut wanted = Wanted { limit: 3, from: 0 };
        let mut found: Vec<u64> = Vec::new();
        loop {
            let (items, next): (Vec<u64>, _) = wanted.of(0..7u32);
            found.extend(items);
            let Some(next) = next else { break };
            wanted.from = next.parse().unwrap_or_default();
        }
        assert_eq!(found, [0, 1, 2, 3, 4, 5, 6]);
        let (items, next): (Vec<u64>, _) = Wanted { limit: 7, from: 0 }.of(0..7u32);
        assert_eq!((items.len(), next), (7, None), "no empty page at the end");
    }
}
