//! 組織名

use super::{Organization, find::lock, save};
use crate::{Context, Error, Permission, Result};

/// Most letters of an organization's name.
pub const LONGEST_NAME: usize = 100;

/// Gives the organization another name, unless somebody changed it since `version` was read.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::Invalid`] (`name`); [`Error::Stale`].
pub async fn rename(context: &Context, name: &str, version: i64) -> Result<Organization> {
    context.require(Permission::EditOrganization)?;
    let name = usable_name(name).ok_or_else(|| Error::invalid("name", NAME_PROBLEM))?;
    context
        .transaction(async |transaction| {
            let old = lock(transaction, context).await?;
            save::require_version(&old, version)?;
            let new = Organization { name: name.clone(), ..old.clone() };
            save::save(transaction, context, &old, new, None).await
        })
        .await
}

/// What is said of a name that cannot be used.
pub(super) const NAME_PROBLEM: &str = "『組織名』を1〜100文字で入力してください。";

/// The name without the spaces around it; `None` where it cannot be used.
pub(super) fn usable_name(name: &str) -> Option<String> {
    let name = name.trim();
    let usable = !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    usable.then(|| name.to_owned())
}
