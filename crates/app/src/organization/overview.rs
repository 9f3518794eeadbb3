//! What there is and what is open, as far as the actor may see it: the first screen is made of it.

use catalog::Catalog;

use super::{answered, find};
use crate::asset::{self, Summary};
use crate::invitation::{self, State};
use crate::{Context, Error, Result, people};

/// The organization in a few numbers. What the actor may not see is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// How many of the profile's questions are answered, of how many.
    pub answered: Option<(usize, usize)>,
    /// The register.
    pub assets: Option<Summary>,
    /// The people.
    pub people: Option<PeopleCount>,
}

/// How many people there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeopleCount {
    /// Who belong to the organization.
    pub members: usize,
    /// Who are invited and have not answered.
    pub invited: usize,
    /// Whose invitation has run out.
    pub expired: usize,
}

/// Counts what the actor may see.
///
/// # Errors
/// [`Error::Database`]; [`Error::Internal`] where the answers cannot be read.
pub async fn overview(context: &Context, catalog: &Catalog) -> Result<Overview> {
    let (organization, assets, people) = tokio::join!(find(context), asset::summary(context), people_count(context));
    let profile = seen(organization)?.map(|organization| organization.answers(catalog)).transpose()?;
    Ok(Overview {
        answered: profile.map(|profile| answered(&profile, catalog)),
        assets: seen(assets)?,
        people: seen(people)?,
    })
}

async fn people_count(context: &Context) -> Result<PeopleCount> {
    let (people, invitations) = tokio::try_join!(people::list(context), invitation::list(context))?;
    let of = |state: State| invitations.iter().filter(|invitation| invitation.state == state).count();
    Ok(PeopleCount { members: people.len(), invited: of(State::Waiting), expired: of(State::Expired) })
}

/// What may not be seen is not there.
fn seen<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}
