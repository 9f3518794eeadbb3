//! Removing a snapshot that was taken by mistake: out of sight, so that it can be undone.

use super::restore::set_removed;
use crate::risk::Access;
use crate::{AssessmentId, Context, Error, Result};

/// Removes the snapshot.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may take such a one; [`Error::NotFound`].
pub async fn remove(context: &Context, id: AssessmentId) -> Result<()> {
    let access = Access::editing(context)?;
    let (assessment, _) = super::find(context, id).await?;
    if !access.may_change(assessment.department) {
        return Err(Error::Forbidden);
    }
    context.transaction(async |transaction| set_removed(transaction, context, &assessment, true, None).await).await
}
