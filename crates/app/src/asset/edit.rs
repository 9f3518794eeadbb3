//! Changing an asset.

use super::access::Access;
use super::{Asset, Departments, Input, register, write};
use crate::{AssetId, Context, Error, Result};

/// Writes what a person typed over the version that they saw. Nothing happens where it is the same.
///
/// # Errors
/// [`Error::Stale`] where somebody changed it after `seen`: nothing is overwritten. [`Error::Invalid`] with
/// every problem of what was typed. [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn edit(context: &Context, id: AssetId, seen: i64, input: Input) -> Result<Asset> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let current = write::lock_many(transaction, context, &[id]).await?.pop();
            let mut current = access.changeable(current)?;
            if current.version != seen {
                return Err(Error::Stale);
            }
            let register = register::read(transaction, context).await?;
            let departments = Departments::read(transaction, context).await?;
            let allowed = access.check_department(&departments, &input.department);
            let content = super::checked(input.check(Some(&current), &register.extra_columns), allowed)?;
            let changes = vec![(current.clone(), content)];
            if let Some(changed) = write::update_many(transaction, context, changes, None).await?.pop() {
                current = changed;
            }
            departments.freshen(&mut current);
            Ok(current)
        })
        .await
}
