//! リスクの分布 as a table whose cells open their risks: read and used without seeing colours.

use app::risk::HeatMap;
use maud::{Markup, html};
use method::{Band, Rating, RiskCriteria, RiskLevel};

use super::words;
use crate::components::{Band as Colour, thousands};

/// The heat map with the counts of its bands.
pub(crate) fn heat_map(map: &HeatMap, criteria: &RiskCriteria) -> Markup {
    html! {
        (table(map, criteria, true))
        p.soft.small { "数字を選ぶと、そのリスクの一覧が開きます。可能性は、被害発生可能性（起こりやすさとつけ込みやすさから決まる値）のことです。" }
        ul.band-legend {
            @for band in Band::WORST_FIRST {
                @let count = map.band(band, criteria);
                li {
                    a href={ "/risks?band=" (super::address::band_id(band)) } {
                        (crate::components::band(words::band(band), format!("{}件", thousands(count))))
                    }
                    " " (words::plain_meaning(band))
                }
            }
        }
    }
}

/// The counts alone. They lead to their risks where these are the risks of today.
pub(crate) fn table(map: &HeatMap, criteria: &RiskCriteria, leads: bool) -> Markup {
    let likelihoods = ["1 通常は起きない", "2 年に数回", "3 いつでも"];
    html! {
        table.heat {
            caption { "リスクの分布（件）" }
            thead {
                tr {
                    th scope="col" { "重要度 ＼ " span.nowrap { "可能性" } }
                    @for words in likelihoods { th scope="col" { (words) } }
                }
            }
            tbody {
                @for importance in Rating::ALL.into_iter().rev() {
                    tr {
                        th scope="row" { "重要度 " (importance) }
                        @for likelihood in Rating::ALL { (cell(map, criteria, (importance, likelihood), leads)) }
                    }
                }
            }
        }
    }
}

fn cell(map: &HeatMap, criteria: &RiskCriteria, (importance, likelihood): (Rating, Rating), leads: bool) -> Markup {
    let level = RiskLevel::new(importance, likelihood);
    let band: Colour = words::band(criteria.band(level));
    let count = map.count(importance, likelihood);
    let href = format!("/risks?importance={importance}&likelihood={likelihood}");
    // Read out after the count, in place of the short words below it.
    let words = format!("件：重要度{importance}、被害発生可能性{likelihood}、リスクレベル{level}（{}）", band.word());
    html! {
        td class=(band.class()) {
            @if count == 0 {
                span { "0" small aria-hidden="true" { (band.word()) " " (level) } }
            } @else if !leads {
                (thousands(count)) small { (band.word()) " " (level) }
            } @else {
                a href=(href) {
                    (thousands(count))
                    span.visually-hidden { (words) }
                    small aria-hidden="true" { (band.word()) " " (level) }
                }
            }
        }
    }
}
