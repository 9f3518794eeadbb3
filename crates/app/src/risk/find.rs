//! One risk.

use catalog::Catalog;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::row::risk::{Entity as Row, Model};
use super::write::ROWS;
use super::{About, Access, Content, Knowledge, Risk, Subject, about};
use crate::{AssetId, Context, Error, Result, RiskId, asset};

/// A risk, and what the actor may do with it.
pub struct Found<'a> {
    /// The risk.
    pub risk: Risk,
    /// What it was computed with.
    pub knowledge: Knowledge<'a>,
    /// Whether it may be changed.
    pub changeable: bool,
    /// Whether its treatment may be approved: the actor owns it.
    pub acceptable: bool,
    /// The assets that a business event concerns, as far as the actor may see them, with their names.
    pub concerned: Vec<(AssetId, String)>,
}

/// Finds a risk.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] where it does not exist, or may not be seen.
pub async fn find<'a>(context: &Context, catalog: &'a Catalog, id: RiskId) -> Result<Found<'a>> {
    let access = Access::reading(context)?;
    let knowledge = Knowledge::read(context.reader(), context, catalog).await?;
    let risk = access.visible(read(context.reader(), context, &knowledge, id).await?)?;
    let department = risk.about.department;
    let owns = risk.content.owner.is_some() && risk.content.owner == context.account();
    let (changeable, acceptable) = (access.may_change(department), owns && access.may_accept(department));
    let concerned = concerned(context, &risk.content.subject).await?;
    Ok(Found { risk, knowledge, changeable, acceptable, concerned })
}

async fn concerned(context: &Context, subject: &Subject) -> Result<Vec<(AssetId, String)>> {
    match subject {
        Subject::Event(event) if !event.assets.is_empty() => asset::names(context, &event.assets).await,
        _ => Ok(Vec::new()),
    }
}

/// The risk as it is stored, whoever asks.
pub(crate) async fn read(
    connection: &impl ConnectionTrait,
    context: &Context,
    knowledge: &Knowledge<'_>,
    id: RiskId,
) -> Result<Option<Risk>> {
    let row = Row::find_by_id((context.organization.0, id.0)).one(connection).await?;
    let Some(row) = row else { return Ok(None) };
    let content: Content = serde_json::from_str(&row.content)?;
    let about = match about::read(connection, context, &content).await {
        // Its asset went a moment ago, and the risk with it.
        Err(Error::NotFound(_)) => return Ok(None),
        about => about?,
    };
    Ok(Some(Risk::of(&row, content, about, knowledge)))
}

/// The risks of those rows. One whose asset went a moment ago is left out.
pub(crate) async fn read_all(
    connection: &impl ConnectionTrait,
    context: &Context,
    knowledge: &Knowledge<'_>,
    rows: &[Model],
) -> Result<Vec<Risk>> {
    let mut risks = Vec::with_capacity(rows.len());
    for rows in rows.chunks(ROWS) {
        let ids = rows.iter().filter_map(|row| row.asset_id).map(AssetId);
        let assets = about::of_assets(connection, context, ids).await?;
        for row in rows {
            let content: Content = serde_json::from_str(&row.content)?;
            let about = match &content.subject {
                Subject::Event(event) => Some(About::from(event)),
                Subject::Asset { id } => assets.get(id).cloned(),
            };
            if let Some(about) = about {
                risks.push(Risk::of(row, content, about, knowledge));
            }
        }
    }
    Ok(risks)
}
