//! リスク特定: what the catalog proposes for assets, and taking it over for many assets at once.

use std::collections::HashSet;

use catalog::{Catalog, ThreatLine};
use method::{Medium, Rating, ThreatOrigin};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use super::row::risk::{Column, Entity as Row};
use super::unidentified::with_risks;
use super::{About, Access, Content, Knowledge, Subject, Threat, Vulnerability, write};
use crate::asset::row::asset;
use crate::asset::{self as register, Asset};
use crate::store::Transaction;
use crate::{AssetId, Context, Error, FieldProblem, Permission, Result};

/// Most assets that are shown with a proposal.
const SHOWN: u64 = 200;
/// Most risks that are added in one go.
const MOST_ADDED: usize = 20_000;

/// What is proposed for the assets of one medium.
pub struct Proposal {
    /// The medium.
    pub medium: Medium,
    /// Threat lines of it, most important first, with whether they are proposed to be taken.
    pub lines: Vec<Proposed>,
    /// Assets there, those without any risk first; at most 200.
    pub assets: Vec<ProposedAsset>,
    /// Whether there are more assets than those shown.
    pub more: bool,
}

/// A threat line as it is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Id of the line.
    pub line: String,
    /// 起こりやすさ
    pub threat: Rating,
    /// つけ込みやすさ
    pub vulnerability: Rating,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// Whether it is worth taking without thinking: it may happen a few times a year, or more often.
    pub suggested: bool,
}

/// An asset of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedAsset {
    /// Which.
    pub id: AssetId,
    /// Its name.
    pub name: String,
    /// 重要度
    pub importance: Rating,
    /// How many risks it has already.
    pub risks: u64,
}

/// What is to be taken over: every line for every asset of the line's medium.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Identified {
    /// Ids of threat lines.
    pub lines: Vec<String>,
    /// These assets, or
    pub assets: Vec<AssetId>,
    /// all of the lines' media that have no risk yet.
    pub all_without_risks: bool,
}

/// What the catalog proposes for the assets of a medium.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may change risks.
pub async fn propose(context: &Context, catalog: &Catalog, medium: Medium) -> Result<Proposal> {
    let access = Access::editing(context)?;
    let knowledge = Knowledge::read(context.reader(), context, catalog).await?;
    let lines = knowledge.lines(medium).iter().map(|rated| Proposed {
        line: rated.line.id.clone(),
        threat: rated.threat,
        vulnerability: rated.vulnerability,
        likelihood: rated.likelihood,
        suggested: rated.threat >= Rating::MEDIUM,
    });
    let filter = register::Filter { medium: Some(medium), ..register::Filter::default() };
    let rows: Vec<(uuid::Uuid, String, i32)> = asset::Entity::find()
        .select_only()
        .columns([asset::Column::Id, asset::Column::Name, asset::Column::Importance])
        .filter(filter.condition(context, &access.read))
        .order_by_desc(asset::Column::Importance)
        .order_by_asc(asset::Column::Position)
        .limit(SHOWN + 1)
        .into_tuple()
        .all(context.reader())
        .await?;
    let counts: Vec<(uuid::Uuid, i64)> = Row::find()
        .select_only()
        .column(Column::AssetId)
        .column_as(Column::Id.count(), "risks")
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Medium.eq(medium.id()))
        .group_by(Column::AssetId)
        .into_tuple()
        .all(context.reader())
        .await?;
    let more = rows.len() as u64 > SHOWN;
    let mut assets = Vec::new();
    for (id, name, importance) in rows.into_iter().take(usize::try_from(SHOWN).unwrap_or(usize::MAX)) {
        let risks = counts.iter().find(|(asset, _)| *asset == id).map_or(0, |(_, count)| count.unsigned_abs());
        assets.push(ProposedAsset { id: AssetId(id), name, importance: super::convert::rating(importance)?, risks });
    }
    assets.sort_by_key(|asset| asset.risks > 0);
    Ok(Proposal { medium, lines: lines.collect(), assets, more })
}

/// Adds a risk for every chosen line and asset of the line's medium, unless there is one already. Answers
/// how many were added.
///
/// # Errors
/// [`Error::Forbidden`] where one of the assets may be seen but its risks not changed: then none is added;
/// [`Error::Invalid`] where nothing is chosen, or a line is not known; [`Error::Refused`] for too many at once.
pub async fn identify(context: &Context, catalog: &Catalog, wanted: &Identified) -> Result<u64> {
    let access = Access::editing(context)?;
    let lines = chosen(catalog, wanted)?;
    context
        .transaction(async |transaction| {
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let assets = assets(transaction, context, &access, wanted, &lines).await?;
            if assets.iter().any(|asset| !access.may_change(asset.department)) {
                return Err(Error::Forbidden);
            }
            let known = known(transaction, context, &assets).await?;
            let mut new = Vec::new();
            for asset in &assets {
                let medium = asset.content.line.medium;
                for line in lines.iter().filter(|line| line.medium == medium) {
                    if !known.contains(&(asset.id.0, line.id.clone())) {
                        new.push((proposed(catalog, asset, line), About::from(asset)));
                    }
                }
            }
            if new.len() > MOST_ADDED {
                return Err(Error::Refused(format!(
                    "一度に追加できるリスクは{MOST_ADDED}件までです（今の選び方では{}件）。脅威か情報資産を減らして、何回かに分けてください。",
                    new.len()
                )));
            }
            let added = write::insert_many(transaction, context, &knowledge, new).await?;
            Ok(added.len() as u64)
        })
        .await
}

/// The chosen lines, or all that is missing at once.
fn chosen<'a>(catalog: &'a Catalog, wanted: &Identified) -> Result<Vec<&'a ThreatLine>> {
    let lines = lines(catalog, &wanted.lines);
    let nothing = wanted.assets.is_empty() && !wanted.all_without_risks;
    let assets = nothing.then(|| FieldProblem::new("assets", "『情報資産』を1つ以上選んでください。"));
    match (lines, assets) {
        (Ok(lines), None) => Ok(lines),
        (lines, assets) => Err(Error::Invalid { problems: lines.err().into_iter().chain(assets).collect() }),
    }
}

fn lines<'a>(catalog: &'a Catalog, ids: &[String]) -> Result<Vec<&'a ThreatLine>, FieldProblem> {
    if ids.is_empty() {
        return Err(FieldProblem::new("lines", "『脅威』を1つ以上選んでください。"));
    }
    let line = |id: &String| {
        let known = catalog.lines.iter().find(|line| line.id == *id);
        known.ok_or_else(|| FieldProblem::new("lines", "選んだ『脅威』が知識にありません。選び直してください。"))
    };
    ids.iter().map(line).collect()
}

async fn assets(
    transaction: &Transaction,
    context: &Context,
    access: &Access,
    wanted: &Identified,
    lines: &[&ThreatLine],
) -> Result<Vec<Asset>> {
    context.scope(Permission::ReadAssets)?;
    let mut ids: HashSet<AssetId> = wanted.assets.iter().copied().collect();
    if wanted.all_without_risks {
        let media: HashSet<&str> = lines.iter().map(|line| line.medium.id()).collect();
        let found: Vec<uuid::Uuid> = asset::Entity::find()
            .select_only()
            .column(asset::Column::Id)
            .filter(register::Filter::default().condition(context, &access.read))
            .filter(asset::Column::Medium.is_in(media))
            .filter(asset::Column::Id.not_in_subquery(with_risks(context)))
            .into_tuple()
            .all(transaction)
            .await?;
        ids.extend(found.into_iter().map(AssetId));
    }
    let mut assets = register::read_many(transaction, context, ids).await?;
    assets.retain(|asset| access.sees(asset.department));
    assets.sort_by_key(|asset| asset.position);
    Ok(assets)
}

/// Which lines the assets have risks of.
async fn known(
    transaction: &Transaction,
    context: &Context,
    assets: &[Asset],
) -> Result<HashSet<(uuid::Uuid, String)>> {
    let mut known = HashSet::new();
    for assets in assets.chunks(write::ROWS) {
        let rows: Vec<(uuid::Uuid, String)> = Row::find()
            .select_only()
            .columns([Column::AssetId, Column::Line])
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::AssetId.is_in(assets.iter().map(|asset| asset.id.0)))
            .into_tuple()
            .all(transaction)
            .await?;
        known.extend(rows);
    }
    Ok(known)
}

/// The risk that the catalog proposes. A likelihood that the register gives directly comes along (quick approach).
pub(super) fn proposed(catalog: &Catalog, asset: &Asset, line: &ThreatLine) -> Content {
    let vulnerability = |id: &String| {
        let known = catalog.vulnerability(id)?;
        Some(Vulnerability { id: Some(id.clone()), title: known.title.clone() })
    };
    let origins = line.threats.iter().filter_map(|id| catalog.threat(id)).flat_map(|threat| &threat.origins);
    let mut origins: Vec<ThreatOrigin> = origins.copied().collect();
    origins.sort_unstable();
    origins.dedup();
    Content {
        subject: Subject::Asset { id: asset.id },
        threat: Threat {
            line: Some(line.id.clone()),
            title: line.title.clone(),
            threats: line.threats.clone(),
            origins,
            rating: None,
        },
        vulnerabilities: line.vulnerabilities.iter().filter_map(vulnerability).collect(),
        consequence: line.consequence.clone(),
        vulnerability_rating: None,
        likelihood: asset.content.line.likelihood,
        controls: Vec::new(),
        owner: None,
        owner_name: asset.content.line.risk_owner.clone(),
        remarks: String::new(),
        review_on: None,
        decision: None,
        approval: None,
    }
}
