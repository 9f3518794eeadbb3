//! What the first screen is made of, as far as the person may see it.

use app::assessment::{self, Assessment, Next};
use app::organization::{Overview, overview};
use app::risk::{self, Summary};
use app::treatment::{self, PlannedTask, TaskSummary};
use app::{Permission, asset};
use jiff::civil::Date;

use crate::request::Person;
use crate::{Failure, State};

/// Tasks that are named.
const TASKS: u64 = 6;

/// What there is and what is open.
pub(super) struct Facts {
    pub(super) overview: Overview,
    /// What concerns risks; `None` where they may not be seen.
    pub(super) risks: Option<RiskFacts>,
}

/// The same about risks.
pub(super) struct RiskFacts {
    pub(super) summary: Summary,
    /// Assets that nobody has thought about yet.
    pub(super) without_risks: u64,
    pub(super) tasks: TaskSummary,
    /// Undone tasks with a day, the nearest first.
    pub(super) due: Vec<PlannedTask>,
    /// The newest first.
    pub(super) assessments: Vec<Assessment>,
    /// The assessment that is to be made next; `None` where there is none yet.
    pub(super) next: Option<Next>,
    pub(super) today: Date,
}

impl Facts {
    pub(super) async fn read(person: &Person, state: &State) -> Result<Self, Failure> {
        let risks = async {
            match person.context.allows(Permission::ReadRisks) {
                true => RiskFacts::read(person).await.map(Some),
                false => Ok(None),
            }
        };
        let (overview, risks) = tokio::try_join!(overview(&person.context, &state.catalog), risks)?;
        Ok(Self { overview, risks })
    }
}

impl RiskFacts {
    async fn read(person: &Person) -> app::Result<Self> {
        let context = &person.context;
        let without_risks = async {
            match context.allows(Permission::ReadAssets) {
                true => Ok(risk::unidentified(context).await?.iter().map(|count| count.without_risks).sum()),
                false => Ok(0),
            }
        };
        let (without_risks, summary, tasks, due, assessments) = tokio::try_join!(
            without_risks,
            risk::summary(context),
            treatment::task_summary(context),
            treatment::due(context, TASKS),
            assessment::list(context),
        )?;
        Ok(Self {
            summary,
            without_risks,
            tasks,
            due,
            next: assessment::next(context, &assessments, person.organization.repeat_months),
            assessments,
            today: asset::today(context),
        })
    }
}
