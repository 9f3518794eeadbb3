//! Taking a snapshot.

use catalog::Catalog;
use sea_orm::{EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::name::of_the_day;
use super::{AssessedRisk, Assessment, WHOLE, row};
use crate::audit_log::{self, Change, Entity, Event};
use crate::organization::{criteria_in_words, department};
use crate::risk::row::risk;
use crate::risk::{Access, Filter, HeatMap, Knowledge, read_all};
use crate::{AssessmentId, Context, DepartmentId, Error, Result, asset};

/// Most letters of a name.
const NAME: usize = 200;
/// Most risks of a snapshot: they are kept in one piece.
const MOST_RISKS: usize = 50_000;

/// What a person types.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Input {
    /// Its name; empty: the day, and the department's name.
    pub name: String,
    /// About that department alone.
    pub department: Option<DepartmentId>,
}

/// Keeps all risks of the organization, or of a department, as they are today.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] (`name`, `department`); [`Error::Refused`] where there is no risk.
pub async fn take(context: &Context, catalog: &Catalog, input: Input) -> Result<Assessment> {
    let access = Access::editing(context)?;
    let name = input.name.trim().to_owned();
    if name.chars().count() > NAME || name.chars().any(char::is_control) {
        return Err(Error::invalid("name", format!("『名前』を{NAME}文字までの1行で入力してください。")));
    }
    if !access.may_change(input.department) {
        return match input.department {
            Some(_) => Err(Error::Forbidden),
            None => Err(Error::invalid(
                "department",
                "自分の『部署』を選んでください。全社のアセスメントは、情報セキュリティ責任者が作ります。",
            )),
        };
    }
    context
        .transaction(async |transaction| {
            let scope = match input.department {
                None => WHOLE.to_owned(),
                Some(id) => match department::find(transaction, context, id).await? {
                    Some(department) => department.name,
                    None => return Err(Error::invalid("department", "選んだ『部署』が見つかりません。選び直してください。")),
                },
            };
            let knowledge = Knowledge::read(transaction, context, catalog).await?;
            let filter = Filter { department: input.department, ..Filter::default() };
            let rows = risk::Entity::find()
                .filter(filter.condition(context, &access.read, &knowledge.criteria))
                .order_by_desc(risk::Column::Level)
                .order_by_asc(risk::Column::NameSort)
                .order_by_asc(risk::Column::Id)
                .all(transaction)
                .await?;
            if rows.is_empty() {
                return Err(Error::Refused("リスクがまだありません。先に、リスクを洗い出してください。".into()));
            }
            if rows.len() > MOST_RISKS {
                return Err(Error::Refused(format!(
                    "リスクが{}件あります。1つのアセスメントは{MOST_RISKS}件までなので、部署ごとに分けて作ってください。",
                    rows.len()
                )));
            }
            let risks = assessed(read_all(transaction, context, &knowledge, &rows).await?, &knowledge);
            let today = asset::today(context);
            let department = input.department.map(|_| scope.as_str());
            let name = match name.as_str() {
                "" => of_the_day(transaction, context, today, department).await?,
                name => name.to_owned(),
            };
            let assessment = Assessment {
                id: AssessmentId::new(),
                name,
                made_on: today,
                criteria: knowledge.criteria.clone(),
                department: input.department,
                scope,
                heat_map: HeatMap::count_all(risks.iter().map(|risk| (risk.importance, risk.likelihood))),
                made_by: context.actor_name().to_owned(),
                created_at: context.now(),
            };
            let content = serde_json::to_string(&risks)?;
            let row = row::to_row(context, &assessment, content)?.into_active_model();
            row::Entity::insert(row).exec_without_returning(transaction).await?;
            let change = Change::new(Event::Created, Entity::Assessment, assessment.id, assessment.name.clone());
            let change = change.after(&state(&assessment))?;
            audit_log::record(transaction, context, change).await?;
            Ok(assessment)
        })
        .await
}

/// What the audit log keeps of it.
pub(super) fn state(assessment: &Assessment) -> serde_json::Value {
    json!({
        "name": assessment.name,
        "made_on": assessment.made_on.to_string(),
        "criteria": criteria_in_words(&assessment.criteria),
        "count": assessment.heat_map.total(),
    })
}

fn assessed(risks: Vec<crate::risk::Risk>, knowledge: &Knowledge<'_>) -> Vec<AssessedRisk> {
    let one = |risk: crate::risk::Risk| AssessedRisk {
        risk: risk.id,
        explanation: risk.analysis.explanation(&knowledge.criteria),
        importance: risk.analysis.importance.value,
        likelihood: risk.analysis.likelihood,
        residual_likelihood: risk.analysis.residual_likelihood,
        treatment: risk.content.decision.as_ref().map(|decision| decision.treatment),
        owner: risk.content.owner_name,
        name: risk.about.name,
        title: risk.content.threat.title,
        medium: risk.about.medium,
    };
    risks.into_iter().map(one).collect()
}
