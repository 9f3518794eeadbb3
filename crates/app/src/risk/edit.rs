//! Changing a risk.

use catalog::Catalog;

use super::create::checked;
use super::{Access, Input, Knowledge, Risk, write};
use crate::audit_log::Event;
use crate::{Context, Error, Result, RiskId};

/// Writes what a person typed over the version that they saw. What was decided stays; an approval becomes
/// stale where the numbers or the owner change.
///
/// # Errors
/// [`Error::Stale`] where somebody changed it after `seen`; [`Error::Invalid`] with every problem of what was
/// typed; [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn edit(context: &Context, catalog: &Catalog, id: RiskId, seen: i64, input: Input) -> Result<Risk> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let current = write::lock(transaction, context, &knowledge, id).await?;
            let current = access.changeable(current, seen)?;
            let content = checked(transaction, context, &access, catalog, Some(&current.content), input).await?;
            if content.subject.asset() != current.content.subject.asset() {
                return Err(Error::invalid(
                    "asset",
                    "リスクの『情報資産』は変えられません。新しいリスクとして追加してください。",
                ));
            }
            write::update(transaction, context, &knowledge, &current, content, Event::Changed, None).await
        })
        .await
}
