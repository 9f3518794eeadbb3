//! How the risks of a snapshot were spread. Its cells lead nowhere: lists show the risks of today.

use app::assessment::Assessment;
use maud::{Markup, html};
use method::{Band, Rating, RiskLevel};

use crate::components::{band, thousands};
use crate::risk::words;

/// The spread as a table.
pub(super) fn heat_map(assessment: &Assessment) -> Markup {
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
                        @for likelihood in Rating::ALL { (cell(assessment, importance, likelihood)) }
                    }
                }
            }
        }
    }
}

fn cell(assessment: &Assessment, importance: Rating, likelihood: Rating) -> Markup {
    let level = RiskLevel::new(importance, likelihood);
    let band = words::band(assessment.criteria.band(level));
    let count = assessment.heat_map.count(importance, likelihood);
    html! { td class=(band.class()) { (thousands(count)) small { (band.word()) " " (level) } } }
}

/// How many of each band, worst first: 「高 3件」.
pub(super) fn bands(assessment: &Assessment) -> Markup {
    html! {
        ul.bands {
            @for found in Band::WORST_FIRST {
                @let count = assessment.heat_map.band(found, &assessment.criteria);
                li { (band(words::band(found), format!("{}件", thousands(count)))) }
            }
        }
    }
}
