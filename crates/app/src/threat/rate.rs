//! The ratings of the threat lines, asked in plain words medium by medium.

use std::collections::BTreeMap;

use catalog::Catalog;
use method::{Medium, Rating};

use crate::organization::{Organization, answer, find};
use crate::risk::Knowledge;
use crate::{Context, Error, FieldProblem, Permission, Result};

/// A threat line with what the company and the catalog say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatedLine {
    /// Id of the line.
    pub line: String,
    /// What the company said.
    pub stated: Option<Rating>,
    /// What holds: the company's word, else the catalog's default.
    pub rating: Rating,
}

/// The ratings of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    /// By medium, in the catalog's order.
    pub media: Vec<(Medium, Vec<RatedLine>)>,
    /// The organization's version, for writing over it.
    pub version: i64,
}

/// What the company says of each threat line.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ReadOrganization`].
pub async fn ratings(context: &Context, catalog: &Catalog) -> Result<Ratings> {
    context.scope(Permission::ReadRisks)?;
    let organization = find(context).await?;
    let knowledge = Knowledge::of(&organization, catalog)?;
    let rated = |medium: Medium| {
        let lines = knowledge.lines(medium).iter().map(|rated| RatedLine {
            line: rated.line.id.clone(),
            stated: knowledge.profile.threat(&rated.line.id),
            rating: rated.threat,
        });
        (medium, lines.collect())
    };
    Ok(Ratings { media: Medium::ALL.map(rated).into(), version: organization.version })
}

/// Keeps what was typed, by id of the line; an empty text leaves a line open, one that is absent stays as it
/// is. All risks follow.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::Invalid`] (the line's id) for what is
/// no rating; [`Error::Stale`] where somebody changed the organization since `version` was read.
pub async fn rate(
    context: &Context,
    catalog: &Catalog,
    typed: &BTreeMap<String, String>,
    version: i64,
) -> Result<Organization> {
    context.require(Permission::EditOrganization)?;
    let organization = find(context).await?;
    let mut profile = organization.answers(catalog)?;
    let mut problems = Vec::new();
    for (id, text) in typed {
        let Some(line) = catalog.lines.iter().find(|line| line.id == *id) else {
            problems.push(FieldProblem::new(
                id.clone(),
                format!("脅威「{id}」が知識にありません。画面を開き直してください。"),
            ));
            continue;
        };
        match text.trim() {
            "" => profile.set_threat(id, None),
            text => match text.parse().ok().and_then(Rating::new) {
                Some(rating) => profile.set_threat(id, Some(rating)),
                None => problems.push(FieldProblem::new(
                    id.clone(),
                    format!("『{}』の起こりやすさ「{text}」は使えません。1〜3から選んでください。", line.title),
                )),
            },
        }
    }
    if !problems.is_empty() {
        return Err(Error::Invalid { problems });
    }
    answer(context, catalog, profile, version).await
}
