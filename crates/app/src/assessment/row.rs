//! Rows of `assessment`.

use method::Rating;
use sea_orm::entity::prelude::*;
use serde_json::json;

use super::Assessment;
use crate::organization::{criteria_text, parse_criteria};
use crate::risk::HeatMap;
use crate::{AssessmentId, Context, DepartmentId, Error, Instant, Result};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub made_on: String,
    pub criteria: String,
    pub scope: String,
    pub summary: String,
    pub content: String,
    pub made_by: String,
    pub department_id: Option<Uuid>,
    pub created_at: i64,
    pub version: i64,
    /// Since when it is out of sight.
    pub removed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// All but the risks themselves.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Head {
    pub id: Uuid,
    pub name: String,
    pub made_on: String,
    pub criteria: String,
    pub scope: String,
    pub summary: String,
    pub made_by: String,
    pub department_id: Option<Uuid>,
    pub created_at: i64,
}

impl TryFrom<Head> for Assessment {
    type Error = Error;

    fn try_from(row: Head) -> Result<Self> {
        let made_on = row.made_on.parse().map_err(|_| Error::internal("an assessment's day cannot be read"))?;
        let cells: Vec<(u8, u8, u64)> = serde_json::from_str(&row.summary)?;
        let rating = |value| Rating::new(value).ok_or_else(|| Error::internal("an assessment's counts cannot be read"));
        let mut heat_map = HeatMap::default();
        for (importance, likelihood, count) in cells {
            heat_map.add(rating(importance)?, rating(likelihood)?, count);
        }
        Ok(Self {
            id: AssessmentId(row.id),
            name: row.name,
            made_on,
            criteria: parse_criteria(&row.criteria)?.0,
            department: row.department_id.map(DepartmentId),
            scope: row.scope,
            heat_map,
            made_by: row.made_by,
            created_at: Instant(row.created_at),
        })
    }
}

/// The row of an assessment with those risks, as JSON.
pub(super) fn to_row(context: &Context, assessment: &Assessment, content: String) -> Result<Model> {
    let cells = Rating::ALL.into_iter().flat_map(|importance| {
        Rating::ALL.map(|likelihood| {
            let count = assessment.heat_map.count(importance, likelihood);
            json!([importance, likelihood, count])
        })
    });
    Ok(Model {
        organization_id: context.organization.0,
        id: assessment.id.0,
        name: assessment.name.clone(),
        made_on: assessment.made_on.to_string(),
        criteria: criteria_text(&assessment.criteria)?,
        scope: assessment.scope.clone(),
        summary: serde_json::to_string(&cells.collect::<Vec<_>>())?,
        content,
        made_by: assessment.made_by.clone(),
        department_id: assessment.department.map(|department| department.0),
        created_at: assessment.created_at.0,
        version: 1,
        removed_at: None,
    })
}
