//! A risk as it was in an earlier version.

use catalog::Catalog;

use super::{Content, find};
use crate::audit_log::{self, Entity};
use crate::{Context, Result, RiskId};

/// What the risk said in that version, where the log knows it.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::NotFound`](crate::Error::NotFound) where there is no such
/// risk, or it may not be seen.
pub async fn version(context: &Context, catalog: &Catalog, id: RiskId, version: i64) -> Result<Option<Content>> {
    find(context, catalog, id).await?;
    let state = audit_log::version_of(context, Entity::Risk, id.0, version).await?;
    Ok(state.map(serde_json::from_value).transpose()?)
}
