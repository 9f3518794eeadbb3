//! Two snapshots side by side: what rose, fell, came and went.

use std::collections::HashMap;

use super::{AssessedRisk, Assessment, find};
use crate::risk::existing;
use crate::{AssessmentId, Context, Result, RiskId};

/// A risk of both snapshots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// As it was in the earlier one.
    pub before: AssessedRisk,
    /// As it was in the later one.
    pub after: AssessedRisk,
}

/// What became of the risks.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The earlier snapshot.
    pub before: Assessment,
    /// The later one.
    pub after: Assessment,
    /// Whose level rose.
    pub risen: Vec<Moved>,
    /// Whose level fell.
    pub fallen: Vec<Moved>,
    /// Which are new.
    pub come: Vec<AssessedRisk>,
    /// Which exist no more. For who may not see other departments, what moved to one of them is among these.
    pub gone: Vec<AssessedRisk>,
    /// Which exist today, but are missing in the later one: they were outside of what it is about, or removed at that
    /// time and put back since.
    pub outside: Vec<AssessedRisk>,
    /// How many stayed at their level.
    pub unchanged: usize,
    /// Which of these are in another band, because the criteria are others.
    pub banded: Vec<Moved>,
}

/// Compares two snapshots; whichever was taken first is the earlier one.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::NotFound`](crate::Error::NotFound).
pub async fn compare(context: &Context, one: AssessmentId, other: AssessmentId) -> Result<Comparison> {
    let (one, other) = (find(context, one).await?, find(context, other).await?);
    let (first, second) = if one.0.created_at <= other.0.created_at { (one, other) } else { (other, one) };
    let ((before, old), (after, new)) = (first, second);
    let mut known: HashMap<RiskId, AssessedRisk> = old.into_iter().map(|risk| (risk.risk, risk)).collect();
    let mut comparison = Comparison {
        before,
        after,
        risen: Vec::new(),
        fallen: Vec::new(),
        come: Vec::new(),
        gone: Vec::new(),
        outside: Vec::new(),
        unchanged: 0,
        banded: Vec::new(),
    };
    for risk in new {
        match known.remove(&risk.risk) {
            None => comparison.come.push(risk),
            Some(before) if before.level() < risk.level() => comparison.risen.push(Moved { before, after: risk }),
            Some(before) if before.level() > risk.level() => comparison.fallen.push(Moved { before, after: risk }),
            Some(before) => {
                let (then, now) = (&comparison.before.criteria, &comparison.after.criteria);
                comparison.unchanged += 1;
                if then.band(before.level()) != now.band(risk.level()) {
                    comparison.banded.push(Moved { before, after: risk });
                }
            }
        }
    }
    let mut missing: Vec<AssessedRisk> = known.into_values().collect();
    missing.sort_by(|one, other| (other.level(), &one.name, one.risk).cmp(&(one.level(), &other.name, other.risk)));
    let ids: Vec<RiskId> = missing.iter().map(|risk| risk.risk).collect();
    let existing = existing(context, &ids).await?;
    let (outside, gone) = missing.into_iter().partition(|risk| existing.contains(&risk.risk));
    Ok(Comparison { outside, gone, ..comparison })
}
