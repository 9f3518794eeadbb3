//! The company's own words for media, as somebody explained them while bringing a register in.

use catalog::Catalog;
use method::Medium;

use super::{Organization, profile, save};
use crate::store::Transaction;
use crate::{Context, Result};

/// Keeps the words, so that nobody is asked again. `old` was locked; the caller has asked for the permission.
pub(crate) async fn learn_media(
    transaction: &Transaction,
    context: &Context,
    catalog: &Catalog,
    old: &Organization,
    words: &[(String, Medium)],
) -> Result<()> {
    let mut profile = profile::parse(&old.profile, catalog)?;
    for (word, medium) in words {
        profile.set_medium(word, *medium);
    }
    if profile == profile::parse(&old.profile, catalog)? {
        return Ok(());
    }
    let new = Organization { profile: profile.to_toml(catalog), ..old.clone() };
    save::save(transaction, context, old, new, None).await?;
    Ok(())
}
