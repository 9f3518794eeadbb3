//! 被害発生可能性: how likely harm is.

use crate::Rating;

/// 被害発生可能性: how likely a threat does harm through a vulnerability, 1..=3.
///
/// `threat` (起こりやすさ): 3 at any time, 2 a few times a year, 1 normally not.
/// `vulnerability` (つけ込みやすさ): 3 no control, 2 partly controlled, 1 fully controlled.
///
/// | | vulnerability 3 | 2 | 1 |
/// | --- | --- | --- | --- |
/// | threat 3 | 3 | 2 | 1 |
/// | threat 2 | 2 | 1 | 1 |
/// | threat 1 | 1 | 1 | 1 |
///
/// Source: national guideline, risk sheet (conversion table), equal to `ceil(threat / (4 - vulnerability))`.
pub const fn likelihood(threat: Rating, vulnerability: Rating) -> Rating {
    Rating::ceil_div(threat, 4 - vulnerability.value())
}

/// つけ込みやすさ of one risk from the state of the several controls against it: 1 only if all are
/// full (1), 3 only if none exists (all 3), else 2. `None` when nothing is known.
pub fn combined_vulnerability(controls: impl IntoIterator<Item = Rating>) -> Option<Rating> {
    let mut bounds: Option<(Rating, Rating)> = None;
    for state in controls {
        let (least, most) = bounds.unwrap_or((state, state));
        bounds = Some((least.min(state), most.max(state)));
    }
    bounds.map(|(least, most)| if least == most { least } else { Rating::MEDIUM })
}
