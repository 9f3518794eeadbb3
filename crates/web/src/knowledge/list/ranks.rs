//! 情報セキュリティ10大脅威, year beside year.

use catalog::{Catalog, Kind, TenThreat};
use maud::{Markup, html};

use crate::components::{Column, Row, Table};
use crate::knowledge::address::entry_href;

/// The ranks of every year, the newest first, each leading to its topic.
pub(super) fn ranks(catalog: &Catalog) -> Markup {
    let mut years: Vec<u16> = catalog.ten_threats.iter().map(|entry| entry.year).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let titles: Vec<String> = years.iter().map(|year| format!("{year}年")).collect();
    let columns = titles.iter().map(|title| Column::new(title).block());
    let row = |rank: u8| {
        let of_year = |year: &u16| catalog.ten_threats.iter().find(|entry| entry.year == *year && entry.rank == rank);
        let cells = years.iter().map(|year| of_year(year).map_or_else(|| html! {}, cell));
        Row::new([html! { span.nowrap { (rank) "位" } }].into_iter().chain(cells).collect())
    };
    html! {
        section aria-labelledby="ranks" {
            h2 #ranks { "年ごとの順位" }
            p { "IPA（情報処理推進機構）が毎年発表する「情報セキュリティ10大脅威［組織］」の順位です。題名を押すと、その話題を読めます。" }
            (Table {
                id: "ten-threats",
                caption: "情報セキュリティ10大脅威の順位",
                columns: [Column::new("順位")].into_iter().chain(columns).collect(),
                rows: (1..=10).map(row).collect(),
                ..Table::default()
            }.render())
        }
    }
}

fn cell(entry: &TenThreat) -> Markup {
    html! {
        a href=(entry_href(Kind::Topic, &entry.topic)) { (entry.title) }
        @if !entry.streak.is_empty() { small { (entry.streak) } }
    }
}
