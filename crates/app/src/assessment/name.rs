//! The name of a snapshot that nobody named.

use japanese::format_date;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::row;
use crate::{Context, Result};

/// 2026年11月30日のリスクアセスメント, of a department 2026年11月30日の営業部のリスクアセスメント; the next one of that
/// day adds （2回目）, so that lists can be read.
pub(super) async fn of_the_day<C: ConnectionTrait>(
    store: &C,
    context: &Context,
    today: Date,
    department: Option<&str>,
) -> Result<String> {
    let of = department.map_or_else(String::new, |department| format!("{department}の"));
    let name = format!("{}の{of}リスクアセスメント", format_date(today));
    let names: Vec<String> = row::Entity::find()
        .select_only()
        .column(row::Column::Name)
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::MadeOn.eq(today.to_string()))
        .filter(row::Column::RemovedAt.is_null())
        .into_tuple()
        .all(store)
        .await?;
    let last = names.iter().filter_map(|other| time(&name, other)).max();
    Ok(match last {
        None => name,
        Some(last) => format!("{name}（{}回目）", last.saturating_add(1)),
    })
}

/// The how manieth of that name the other one is; `None` where it has another name.
fn time(name: &str, other: &str) -> Option<u32> {
    match other.strip_prefix(name)? {
        "" => Some(1),
        rest => rest.strip_prefix('（')?.strip_suffix("回目）")?.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_name_is_counted() {
        let name = "2026年11月30日のリスクアセスメント";
        for (other, expected) in [
            (name, Some(1)),
            ("2026年11月30日のリスクアセスメント（3回目）", Some(3)),
            ("2026年11月30日のリスクアセスメント（下書き）", None),
            ("2026年11月30日のリスクアセスメント室のリスクアセスメント", None),
            ("2026年11月30日の営業部のリスクアセスメント", None),
        ] {
            assert_eq!(time(name, other), expected, "{other}");
        }
    }
}
