//! How many risks of each band a snapshot has.

use app::assessment::Assessment;
use maud::{Markup, html};
use method::Band;

use crate::components::{band, thousands};
use crate::risk::words;

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
