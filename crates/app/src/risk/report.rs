//! Risks as a document: a list of what a filter finds. Writing it out is recorded.

use catalog::Catalog;
use document::{Document, ListedRisk, ReportFront, ReportedRisk, RiskList, risk_list};
use jiff::civil::Date;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::row::risk::{Column, Entity as Row};
use super::{Access, Filter, Knowledge, Risk, read_all};
use crate::asset::Departments;
use crate::audit_log::{self, Change, Entity, Event};
use crate::treatment::approval_of;
use crate::{Context, Error, Result, asset};

/// Most risks of one document.
const MOST: usize = 50_000;

/// The risks that the filter finds, the highest level first, to be written as `format` (xlsx, docx, pdf).
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Refused`] where there are too many for one document.
pub async fn report(context: &Context, catalog: &Catalog, filter: &Filter, format: &str) -> Result<Document> {
    let access = Access::reading(context)?;
    let knowledge = Knowledge::read(context.reader(), context, catalog).await?;
    let rows = Row::find()
        .filter(filter.condition(context, &access.read, &knowledge.criteria))
        .order_by_desc(Column::Level)
        .order_by_asc(Column::NameSort)
        .order_by_asc(Column::Id)
        .all(context.reader())
        .await?;
    if rows.len() > MOST {
        return Err(Error::Refused(format!(
            "{}件は1つの文書に入りません。条件を付けて、{MOST}件までに分けて出力してください。",
            rows.len()
        )));
    }
    let risks = read_all(context.reader(), context, &knowledge, &rows).await?;
    let narrowed = filter.words(&Departments::read(context.reader(), context).await?);
    let scope = if narrowed.is_empty() {
        "全社".to_owned()
    } else {
        format!("次のリスクだけ（{}）", narrowed.join("、"))
    };
    let today = asset::today(context);
    let document = risk_list(&RiskList {
        front: front(context, &knowledge, &scope),
        criteria: knowledge.criteria.clone(),
        risks: risks.iter().map(|risk| listed(risk, &knowledge, today)).collect(),
    });
    let told = json!({ "document": "リスク一覧", "format": format, "count": risks.len(), "filter": filter });
    record(context, format!("リスク一覧（{format}、{}件）", risks.len()), &told).await?;
    Ok(document)
}

/// The head of a report of today.
pub(crate) fn front(context: &Context, knowledge: &Knowledge<'_>, scope: &str) -> ReportFront {
    ReportFront {
        organization: knowledge.profile.organization().unwrap_or_default(),
        date: Some(asset::today(context)),
        scope: scope.to_owned(),
    }
}

/// A risk of the list.
fn listed(risk: &Risk, knowledge: &Knowledge<'_>, today: Date) -> ListedRisk {
    let is_decided = risk.content.decision.is_some();
    ListedRisk {
        risk: reported(risk, knowledge),
        approval: if is_decided { approval_of(risk, knowledge, today).state } else { String::new() },
        review_on: risk.content.next_review(),
    }
}

/// A risk as reports show it.
pub(crate) fn reported(risk: &Risk, knowledge: &Knowledge<'_>) -> ReportedRisk {
    ReportedRisk {
        name: risk.about.name.clone(),
        title: risk.content.threat.title.clone(),
        medium: risk.about.medium,
        importance: risk.analysis.importance.value,
        likelihood: risk.analysis.likelihood,
        residual_level: risk.analysis.numbers().residual_level(),
        treatment: risk.content.decision.as_ref().map(|decision| decision.treatment),
        owner: risk.content.owner_name.clone(),
        explanation: risk.analysis.explanation(&knowledge.criteria),
    }
}

/// Records that a document was written out.
pub(crate) async fn record(context: &Context, label: String, told: &serde_json::Value) -> Result<()> {
    context
        .transaction(async |transaction| {
            let change = Change::new(Event::Exported, Entity::Risk, context.organization, label);
            audit_log::record(transaction, context, change.after(told)?).await?;
            Ok(())
        })
        .await
}
