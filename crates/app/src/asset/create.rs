//! A new asset.

use super::access::Access;
use super::{Asset, Departments, Input, register, write};
use crate::{Context, Error, Result};

/// Adds an asset at the end of the register.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] with every problem of what was typed.
pub async fn create(context: &Context, input: Input) -> Result<Asset> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let register = register::lock(transaction, context).await?;
            let departments = Departments::read(transaction, context).await?;
            let allowed = access.check_department(&departments, &input.department);
            let content = super::checked(input.check(None, &register.extra_columns), allowed)?;
            let created = write::insert_many(transaction, context, vec![content]).await?;
            created.into_iter().next().ok_or_else(|| Error::internal("nothing was inserted"))
        })
        .await
}
