//! What other risk criteria would change, before they are chosen.

use method::{Band, RiskCriteria, RiskLevel};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::filter::within;
use super::row::risk::{Column, Entity as Row, Listed};
use super::{Access, HeatMap, Line, heat_map, list};
use crate::{Context, Permission, Result};

/// Most risks that are named.
const NAMED: u64 = 20;

/// What other criteria would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaPreview {
    /// All risks by importance and likelihood, which stay as they are.
    pub heat_map: HeatMap,
    /// The criteria of today.
    pub now: RiskCriteria,
    /// Those that are proposed.
    pub then: RiskCriteria,
    /// Risks of another band then, the highest level first; at most 20.
    pub risks: Vec<Line>,
}

impl CriteriaPreview {
    /// How many risks go from one band to another, worst first; bands that stay are left out.
    pub fn moves(&self) -> Vec<(Band, Band, u64)> {
        let mut moves = Vec::new();
        for before in Band::WORST_FIRST {
            for after in Band::WORST_FIRST.into_iter().filter(|after| *after != before) {
                let count =
                    self.heat_map.levels(|level| self.now.band(level) == before && self.then.band(level) == after);
                if count > 0 {
                    moves.push((before, after, count));
                }
            }
        }
        moves
    }

    /// How many risks change their band.
    pub fn changed(&self) -> u64 {
        self.moves().into_iter().map(|(.., count)| count).sum()
    }
}

/// Counts what `then` would change. Nothing is written.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) unless the actor may choose criteria and see risks.
pub async fn preview_criteria(context: &Context, then: RiskCriteria) -> Result<CriteriaPreview> {
    context.require(Permission::EditOrganization)?;
    let scope = Access::reading(context)?.read;
    let now = list::criteria(context.reader(), context).await?;
    let moved = |level: &RiskLevel| now.band(*level) != then.band(*level);
    let levels = RiskLevel::ALL.into_iter().filter(moved).map(|level| i32::from(level.value()));
    let rows = Row::find()
        .filter(Condition::all().add(within(context, &scope)).add(Column::Level.is_in(levels)))
        .order_by_desc(Column::Level)
        .order_by_asc(Column::NameSort)
        .order_by_asc(Column::Id)
        .limit(NAMED)
        .into_partial_model::<Listed>()
        .all(context.reader())
        .await?;
    let mut risks: Vec<Line> = rows.into_iter().map(Line::try_from).collect::<Result<_>>()?;
    list::name_by_weakness(context, &mut risks).await?;
    Ok(CriteriaPreview { heat_map: heat_map::read(context, &scope).await?, now, then, risks })
}
