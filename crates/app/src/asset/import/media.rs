//! The words for media: the catalog's, the company's own, and those explained for one import.

use catalog::{Catalog, Profile};
use method::Medium;
use sea_orm::{ConnectionTrait, EntityTrait};
use sheet::MediumNames;

use crate::organization::row::organization;
use crate::{Context, Error, Result};

/// All words; later ones win.
pub(super) async fn names(context: &Context, catalog: &Catalog, explained: &[(String, Medium)]) -> Result<MediumNames> {
    let profile = profile(context.reader(), context, catalog).await?;
    let catalogs =
        catalog.media.iter().flat_map(|entry| entry.synonyms.iter().map(|synonym| (synonym.clone(), entry.id)));
    let own = profile.media().filter_map(|(word, medium)| Some((word.to_owned(), known(medium)?)));
    let names = catalogs.chain(own).chain(explained.iter().cloned());
    let ambiguous = catalog.media.iter().flat_map(|entry| entry.ambiguous.iter().cloned());
    Ok(MediumNames::new(names, ambiguous))
}

async fn profile(connection: &impl ConnectionTrait, context: &Context, catalog: &Catalog) -> Result<Profile> {
    let row = organization::Entity::find_by_id(context.organization.0).one(connection).await?;
    let row = row.ok_or(Error::NotFound("組織"))?;
    Profile::parse(&row.profile, catalog).map_err(|error| Error::internal(error.to_string()))
}

fn known(medium: &str) -> Option<Medium> {
    Medium::ALL.into_iter().find(|known| known.title() == medium || known.id() == medium)
}
