//! A snapshot as a document, compared with an earlier one where asked. Writing it out is recorded.

use document::{AssessmentReport, Document, Moves, ReportFront, ReportedRisk, assessment_report};
use sea_orm::EntityTrait;
use serde_json::json;

use super::{AssessedRisk, Moved, compare, find};
use crate::audit_log::{self, Change, Entity, Event};
use crate::organization::row::organization;
use crate::{AssessmentId, Context, Error, Result};

/// The report of a snapshot, to be written as `format` (xlsx, docx, pdf). Compared with another one it is about the
/// later of the two.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn report(
    context: &Context,
    id: AssessmentId,
    since: Option<AssessmentId>,
    format: &str,
) -> Result<Document> {
    let (id, moves) = match since.filter(|since| *since != id) {
        None => (id, None),
        Some(since) => {
            let compared = compare(context, since, id).await?;
            let moves = Moves {
                since: compared.before.name,
                criteria: compared.before.criteria,
                risen: compared.risen.into_iter().map(moved).collect(),
                fallen: compared.fallen.into_iter().map(moved).collect(),
                come: compared.come.into_iter().map(reported).collect(),
                gone: compared.gone.into_iter().map(reported).collect(),
                outside: compared.outside.into_iter().map(reported).collect(),
                unchanged: compared.unchanged,
                banded: compared.banded.len(),
            };
            (compared.after.id, Some(moves))
        }
    };
    let (assessment, risks) = find(context, id).await?;
    let organization = organization::Entity::find_by_id(context.organization.0).one(context.reader()).await?;
    let count = risks.len();
    let document = assessment_report(&AssessmentReport {
        front: ReportFront {
            organization: organization.ok_or(Error::NotFound("組織"))?.name,
            date: Some(assessment.made_on),
            scope: assessment.scope.clone(),
        },
        name: assessment.name.clone(),
        criteria: assessment.criteria.clone(),
        risks: risks.into_iter().map(reported).collect(),
        moves,
    });
    context
        .transaction(async |transaction| {
            let label = format!("{}（{format}、{count}件）", assessment.name);
            let change = Change::new(Event::Exported, Entity::Assessment, id, label);
            let told = json!({ "document": "結果報告書", "format": format, "count": count });
            audit_log::record(transaction, context, change.after(&told)?).await
        })
        .await?;
    Ok(document)
}

fn moved(moved: Moved) -> (method::RiskLevel, ReportedRisk) {
    (moved.before.level(), reported(moved.after))
}

fn reported(risk: AssessedRisk) -> ReportedRisk {
    ReportedRisk {
        residual_level: risk.residual_level(),
        name: risk.name,
        title: risk.title,
        medium: risk.medium,
        importance: risk.importance,
        likelihood: risk.likelihood,
        treatment: risk.treatment,
        owner: risk.owner,
        explanation: risk.explanation,
    }
}
