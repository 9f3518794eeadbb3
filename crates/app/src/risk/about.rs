//! What a risk is about, as far as its numbers and lists need it.

use std::collections::HashMap;

use method::{Importance, Medium};
use sea_orm::ConnectionTrait;

use super::{BusinessEvent, Content, Subject};
use crate::asset::{self, Asset};
use crate::{AssetId, Context, DepartmentId, Error, Result};

/// The asset or the business event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub name: String,
    /// ふりがな; may be empty.
    pub name_reading: String,
    /// Where the asset is kept; `None` for an event.
    pub medium: Option<Medium>,
    /// Whose it is.
    pub department: Option<DepartmentId>,
    /// 重要度, with the rule that decided it.
    pub importance: Importance,
}

impl From<&Asset> for About {
    fn from(asset: &Asset) -> Self {
        let line = &asset.content.line;
        Self {
            name: line.name.clone(),
            name_reading: asset.content.name_reading.clone(),
            medium: Some(line.medium),
            department: asset.department,
            importance: asset.content.importance(),
        }
    }
}

impl From<&BusinessEvent> for About {
    fn from(event: &BusinessEvent) -> Self {
        Self {
            name: event.name.clone(),
            name_reading: event.name_reading.clone(),
            medium: None,
            department: event.department,
            importance: event.importance(),
        }
    }
}

/// What that content is about.
///
/// # Errors
/// [`Error::NotFound`] where its asset is gone.
pub(super) async fn read(connection: &impl ConnectionTrait, context: &Context, content: &Content) -> Result<About> {
    match &content.subject {
        Subject::Event(event) => Ok(event.into()),
        Subject::Asset { id } => {
            let asset = asset::read(connection, context, *id).await?;
            Ok(About::from(&asset.ok_or(Error::NotFound("情報資産"))?))
        }
    }
}

/// What many assets are, by key.
pub(super) async fn of_assets(
    connection: &impl ConnectionTrait,
    context: &Context,
    ids: impl IntoIterator<Item = AssetId>,
) -> Result<HashMap<AssetId, About>> {
    let assets = asset::read_many(connection, context, ids).await?;
    Ok(assets.into_iter().map(|asset| (asset.id, About::from(&asset))).collect())
}
