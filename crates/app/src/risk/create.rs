//! A new risk, typed by a person: of one asset, of several, or of a business event.

use catalog::Catalog;

use super::{About, Access, Content, Input, Knowledge, Risk, about, owner, write};
use crate::store::Transaction;
use crate::{AssetId, Context, DepartmentId, Error, Result, asset};

/// Most assets to which one risk is added in one go.
pub const MOST_ASSETS: usize = 500;

/// Adds a risk of an asset or of a business event.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] with every problem of what was typed; [`Error::NotFound`] where
/// the asset is gone.
pub async fn create(context: &Context, catalog: &Catalog, input: Input) -> Result<Risk> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let content = checked(transaction, context, &access, catalog, None, input).await?;
            let about = about::read(transaction, context, &content).await?;
            let created = write::insert_many(transaction, context, &knowledge, vec![(content, about)]).await?;
            created.into_iter().next().ok_or_else(|| Error::internal("nothing was inserted"))
        })
        .await
}

/// Adds the same risk to each of those assets, or to none. Where no owner is typed, each risk gets the one that the
/// register names. Answers how many were added.
///
/// # Errors
/// Those of [`create`], but [`Error::Invalid`] (`asset`) where an asset is gone, or may not be seen; [`Error::Refused`]
/// for too many assets at once.
pub async fn create_many(context: &Context, catalog: &Catalog, input: &Input, assets: &[AssetId]) -> Result<u64> {
    let access = Access::editing(context)?;
    let mut ids = assets.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Err(Error::invalid("asset", "『情報資産』を1つ以上選んでください。"));
    }
    if ids.len() > MOST_ASSETS {
        return Err(Error::Refused(format!(
            "一度に選べる情報資産は{MOST_ASSETS}件までです（今は{}件）。何回かに分けてください。",
            ids.len()
        )));
    }
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let mut new = Vec::with_capacity(ids.len());
            for id in ids {
                let asset = asset::read(transaction, context, id).await?;
                let asset = asset.filter(|asset| access.sees(asset.department)).ok_or_else(gone)?;
                let mut input = Input { asset: Some(id), ..input.clone() };
                if input.owner_name.trim().is_empty() {
                    input.owner_name.clone_from(&asset.content.line.risk_owner);
                }
                let content = checked(transaction, context, &access, catalog, None, input).await?;
                new.push((content, About::from(&asset)));
            }
            Ok(write::insert_many(transaction, context, &knowledge, new).await?.len() as u64)
        })
        .await
}

fn gone() -> Error {
    Error::invalid(
        "asset",
        "選んだ情報資産の中に、もう台帳にないものがあります。残りの情報資産で続けるときは、もう一度追加してください。",
    )
}

/// What was typed, checked against the catalog, the people and what the actor may do.
pub(super) async fn checked(
    transaction: &Transaction,
    context: &Context,
    access: &Access,
    catalog: &Catalog,
    current: Option<&Content>,
    input: Input,
) -> Result<Content> {
    let department = department_of(transaction, context, access, &input).await?;
    if !access.may_change(department) {
        return Err(Error::Forbidden);
    }
    let owner = owner::name(transaction, context, input.owner, department).await?;
    input.check(catalog, current, owner).map_err(|problems| Error::Invalid { problems })
}

/// Whose the risk is: its asset's, or the event's.
async fn department_of(
    transaction: &Transaction,
    context: &Context,
    access: &Access,
    input: &Input,
) -> Result<Option<DepartmentId>> {
    if let Some(event) = &input.event {
        return match event.department {
            Some(id) if crate::organization::department::find(transaction, context, id).await?.is_none() => {
                Err(Error::invalid("department", "選んだ『部署』が見つかりません。選び直してください。"))
            }
            department => Ok(department),
        };
    }
    let Some(id) = input.asset else { return Ok(None) };
    let asset = asset::read(transaction, context, id).await?;
    let asset = asset.filter(|asset| access.sees(asset.department)).ok_or(Error::NotFound("情報資産"))?;
    Ok(asset.department)
}
