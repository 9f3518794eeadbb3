//! What undoing an operation would do to risks, told before.

use std::collections::HashMap;

use sea_orm::EntityTrait;
use uuid::Uuid;

use super::Effect;
use super::operation::{Operation, RECORDS, Standing, rows};
use super::row::record;
use super::undoing::{Returning, returning};
use crate::{Context, Error, Permission, Result, RiskId, risk};

/// What undoing an operation does: risks, counted, also where it changed one of them several times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Together {
    /// Risks that it added, which go.
    pub removed: u64,
    /// Risks that it removed, which come back.
    pub brought_back: u64,
    /// Risks that it changed, which become what they were.
    pub set_back: u64,
    /// Those whose approval stood before and stays away: only its giver or the risk's owner brings it back.
    pub without_approval: u64,
}

impl Together {
    /// All risks that something happens to.
    pub const fn total(self) -> u64 {
        self.removed + self.brought_back + self.set_back
    }
}

/// What `undo_together` would do; nothing where there is nothing to be undone together. Nothing is written.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UndoChange`]; [`Error::NotFound`].
pub async fn preview_together(context: &Context, sequence: i64) -> Result<Together> {
    context.require(Permission::UndoChange)?;
    let row = record::Entity::find_by_id((context.organization.0, sequence)).one(context.reader()).await?;
    let row = row.ok_or(Error::NotFound("記録"))?;
    let mut together = Together::default();
    let Some(operation) = Operation::of(context.reader(), context, &row).await? else { return Ok(together) };
    let risks = by_risk(&operation.standing(context.reader(), context).await?);
    for risk in &risks {
        match risk.effect {
            Effect::Remove => together.removed += 1,
            Effect::BringBack => together.brought_back += 1,
            Effect::SetBack | Effect::Import => together.set_back += 1,
        }
    }
    let known: Vec<Standing> = risks.into_iter().filter(|risk| risk.effect != Effect::Remove).collect();
    for page in known.chunks(RECORDS) {
        together.without_approval += without_approval(context, page).await?;
    }
    Ok(together)
}

/// Of records, the newest first, one of each risk: the oldest, whose state before comes back, with the effect of all.
fn by_risk(standing: &[Standing]) -> Vec<Standing> {
    let mut risks: HashMap<Uuid, Standing> = HashMap::new();
    for record in standing {
        let known = risks.entry(record.risk).or_insert(*record);
        known.sequence = record.sequence;
        if record.effect == Effect::Remove {
            known.effect = Effect::Remove;
        }
    }
    risks.into_values().collect()
}

/// How many of the risks had an approval that does not come back with them.
async fn without_approval(context: &Context, page: &[Standing]) -> Result<u64> {
    let ids: Vec<RiskId> = page.iter().map(|record| RiskId(record.risk)).collect();
    let present = risk::contents(context.reader(), context, &ids).await?;
    let mut without = 0;
    for row in rows(context.reader(), context, page).await? {
        let known = present.get(&RiskId(row.entity_id));
        let holds = known.is_some_and(|known| known.holds);
        let content = known.map(|known| serde_json::to_value(&known.content)).transpose()?;
        let returning = returning(context.reader(), context, &row, content.as_ref(), holds).await?;
        without += u64::from(returning == Returning::WithoutApproval);
    }
    Ok(without)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Effect, Standing, by_risk};

    #[test]
    fn a_risk_that_was_changed_several_times_is_one() {
        let (added, removed) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let of = |sequence, risk, effect| Standing { sequence, risk, effect };
        let mut risks = by_risk(&[
            of(9, removed, Effect::BringBack),
            of(8, added, Effect::SetBack),
            of(7, removed, Effect::SetBack),
            of(6, added, Effect::Remove),
        ]);
        risks.sort_unstable_by_key(|risk| risk.sequence);
        let told: Vec<_> = risks.iter().map(|risk| (risk.sequence, risk.risk, risk.effect)).collect();
        assert_eq!(told, [(6, added, Effect::Remove), (7, removed, Effect::BringBack)]);
    }
}
