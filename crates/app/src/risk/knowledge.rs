//! What the catalog knows and the company has answered, as far as risks are computed from it.

use ::assessment::{Assessor, LineRating};
use catalog::{Catalog, Measure, Profile};
use method::{Medium, Rating, RiskCriteria, RiskLevel};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::organization::{Organization, row};
use crate::{Context, Error, Result};

/// The catalog's threat lines as rated for one company, and its criteria.
pub struct Knowledge<'a> {
    /// What the product knows.
    pub catalog: &'a Catalog,
    /// The company's answers.
    pub profile: Profile,
    /// リスク基準
    pub criteria: RiskCriteria,
    assessor: Assessor<'a>,
}

impl<'a> Knowledge<'a> {
    /// What is known now.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the organization is gone; [`Error::Internal`] where its answers cannot be read.
    pub(crate) async fn read(
        connection: &impl ConnectionTrait,
        context: &Context,
        catalog: &'a Catalog,
    ) -> Result<Self> {
        let row = row::organization::Entity::find_by_id(context.organization.0).one(connection).await?;
        Self::of(&Organization::try_from(row.ok_or(Error::NotFound("組織"))?)?, catalog)
    }

    /// What is known of that organization.
    ///
    /// # Errors
    /// [`Error::Internal`] where its answers cannot be read.
    pub fn of(organization: &Organization, catalog: &'a Catalog) -> Result<Self> {
        let profile = organization.answers(catalog)?;
        let criteria = organization.criteria.clone();
        let assessor = Assessor::new(catalog, &profile, &[], criteria.clone());
        Ok(Self { catalog, profile, criteria, assessor })
    }

    /// Every threat line of a medium with its ratings, most important first.
    pub fn lines(&self, medium: Medium) -> &[LineRating<'a>] {
        self.assessor.lines(medium)
    }

    /// The threat line of that id with its ratings.
    pub fn line(&self, id: &str) -> Option<&LineRating<'a>> {
        Medium::ALL.into_iter().flat_map(|medium| self.lines(medium)).find(|rating| rating.line.id == id)
    }

    /// The measures that a line asks about, with what the profile says of each.
    pub fn measures(&self, line: &LineRating<'a>) -> Vec<(&'a Measure, Option<Rating>)> {
        let known = line.line.measures.iter().filter_map(|id| self.catalog.measure(id));
        known.map(|measure| (measure, self.profile.measure(&measure.id))).collect()
    }

    /// Whether a level may be lived with without anybody's approval: it is 低.
    pub fn is_acceptable(&self, level: RiskLevel) -> bool {
        self.criteria.band(level) == method::Band::Low
    }
}
