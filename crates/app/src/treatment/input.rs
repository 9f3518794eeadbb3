//! What a person types about a treatment, and whether it can be used.

use catalog::Catalog;
use method::{Rating, Treatment};
use serde::{Deserialize, Serialize};

use super::approve::LOOK_AHEAD;
use super::{Decision, Task, TaskStatus};
use crate::risk::Check;
use crate::{AccountId, Context, FieldProblem, TaskId, asset};

/// Most letters of a title.
const NAME: usize = 300;
/// Most letters of any other text.
const TEXT: usize = 4_000;
/// Most tasks of one treatment.
const TASKS: usize = 30;
/// Most yen.
const COST: i64 = 999_999_999_999;

/// What a person types. An empty text says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Input {
    /// Id of a [`Treatment`].
    pub treatment: String,
    /// Why; required for 受容.
    pub reason: String,
    /// 移転: to whom, by which contract or insurance. 回避: what stops.
    pub means: String,
    /// The rating expected afterwards, 1..=3.
    pub expected: Option<u8>,
    /// 受容: until when.
    pub review_on: String,
    /// What is done. Lines without a word are left out.
    pub tasks: Vec<TaskInput>,
}

/// What a person types about a task.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TaskInput {
    /// The task that is changed; `None` for a new one.
    pub id: Option<TaskId>,
    /// What is done.
    pub what: String,
    /// Id of the Annex A control that it puts in place.
    pub control: String,
    /// Who does it.
    pub responsible: String,
    /// The same, where it is somebody who can sign in.
    pub responsible_account: Option<AccountId>,
    /// Until when.
    pub due_on: String,
    /// Yen.
    pub cost: String,
}

impl TaskInput {
    fn is_blank(&self) -> bool {
        let texts = [&self.what, &self.control, &self.responsible, &self.due_on, &self.cost];
        texts.into_iter().all(|text| text.trim().is_empty()) && self.responsible_account.is_none()
    }
}

impl From<&Decision> for Input {
    fn from(decision: &Decision) -> Self {
        let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let task = |task: &Task| TaskInput {
            id: Some(task.id),
            what: task.what.clone(),
            control: task.control.clone().unwrap_or_default(),
            responsible: task.responsible.clone(),
            responsible_account: task.responsible_account,
            due_on: date(task.due_on),
            cost: task.cost.map(|cost| cost.to_string()).unwrap_or_default(),
        };
        Self {
            treatment: decision.treatment.id().to_owned(),
            reason: decision.reason.clone(),
            means: decision.means.clone(),
            expected: decision.expected.map(Rating::value),
            review_on: date(decision.review_on),
            tasks: decision.tasks.iter().map(task).collect(),
        }
    }
}

impl Input {
    /// The decision that this is, or every problem of it. Tasks of `current` keep how far they are;
    /// `above` says whether the risk lies above the acceptance line; `people` are accounts with names.
    ///
    /// # Errors
    /// A problem for each field that cannot be used.
    pub(super) fn check(
        self,
        context: &Context,
        catalog: &Catalog,
        current: Option<&Decision>,
        above: bool,
        people: &[(AccountId, String)],
    ) -> Result<Decision, Vec<FieldProblem>> {
        let mut check = Check { catalog, problems: Vec::new() };
        let treatment = Treatment::ALL.into_iter().find(|known| known.id() == self.treatment);
        if treatment.is_none() {
            check.problem("treatment", "『対応』を、低減・移転・回避・受容から1つ選んでください。");
        }
        let reason = check.text("reason", "理由", self.reason, TEXT);
        let means = check.text("means", "方法", self.means, TEXT);
        let expected = check.rating("expected", "対応後の見込み", self.expected);
        // Only who accepts looks again; what the form keeps of an earlier acceptance counts for nothing else.
        let typed = if treatment == Some(Treatment::Accept) { self.review_on.as_str() } else { "" };
        let review_on = check.date("review_on", "見直す日", typed);
        if review_on.is_some_and(|day| day <= asset::today(context)) {
            check.problem("review_on", LOOK_AHEAD);
        }
        let tasks = tasks(&mut check, self.tasks, current, people);
        // Only finished work can bring about what is expected.
        if let Some(treatment) = treatment.filter(|treatment| *treatment != Treatment::Accept)
            && tasks.is_empty()
        {
            let kind = treatment.title();
            check.problem("tasks", format!("{kind}のときは、『すること』を1つ以上入力してください。"));
        }
        match treatment {
            Some(Treatment::Transfer) if means.is_empty() => {
                check.problem(
                    "means",
                    "移転のときは、『方法』に、だれに、どの契約や保険で引き受けてもらうかを入力してください。",
                );
            }
            Some(Treatment::Avoid) if means.is_empty() => {
                check.problem("means", "回避のときは、『方法』に、何をやめるかを入力してください。");
            }
            Some(Treatment::Accept) if above => {
                if reason.is_empty() {
                    check.problem("reason", "「高」か「中」のリスクを受容するときは、『理由』を入力してください。");
                }
                if review_on.is_none() && check.problems.iter().all(|problem| problem.field != "review_on") {
                    check.problem(
                        "review_on",
                        "「高」か「中」のリスクを受容するときは、『見直す日』を入力してください。",
                    );
                }
            }
            _ => {}
        }
        let (Some(treatment), true) = (treatment, check.problems.is_empty()) else { return Err(check.problems) };
        Ok(Decision {
            treatment,
            reason,
            means: if matches!(treatment, Treatment::Transfer | Treatment::Avoid) { means } else { String::new() },
            expected: expected.filter(|_| matches!(treatment, Treatment::Reduce | Treatment::Transfer)),
            review_on,
            // Who accepts does nothing.
            tasks: if treatment == Treatment::Accept { Vec::new() } else { tasks },
            before: None,
            decided_by: context.actor_name().to_owned(),
            decided_at: context.now(),
            sent_back: String::new(),
            answers: String::new(),
            replaced: None,
        })
    }
}

fn tasks(
    check: &mut Check<'_>,
    inputs: Vec<TaskInput>,
    current: Option<&Decision>,
    people: &[(AccountId, String)],
) -> Vec<Task> {
    if inputs.len() > TASKS {
        check.problem("tasks", format!("『すること』は{TASKS}件までにしてください。"));
    }
    let known = |id: Option<TaskId>| current?.tasks.iter().find(|task| Some(task.id) == id);
    let mut tasks = Vec::new();
    for (place, input) in inputs.into_iter().enumerate().filter(|(_, input)| !input.is_blank()) {
        let before = known(input.id);
        let mut one = Check { catalog: check.catalog, problems: Vec::new() };
        let what = one.text("what", "すること", input.what, NAME);
        let control = input.control.trim().to_owned();
        let title = one.catalog.control(&control).map(|known| known.title.clone());
        if title.is_none() && !control.is_empty() {
            one.problem(
                "control",
                format!("管理策「{control}」は附属書Aにありません。5.1〜8.34の番号を選んでください。"),
            );
        }
        // A control alone says what is done.
        let what = if what.is_empty() { title.unwrap_or_default() } else { what };
        if what.is_empty() {
            one.problem("what", "『すること』を入力してください。");
        }
        let responsible = match input.responsible_account {
            None => one.text("responsible", "担当", input.responsible, NAME),
            Some(account) => {
                let person = people.iter().find(|(known, _)| *known == account);
                if person.is_none() {
                    one.problem("responsible", "選んだ『担当』は、この組織の人ではありません。選び直してください。");
                }
                person.map(|(_, name)| name.clone()).unwrap_or_default()
            }
        };
        let due_on = one.date("due_on", "期限", &input.due_on);
        let cost = cost(&mut one, &input.cost);
        check.problems.extend(one.problems.into_iter().map(|problem| {
            FieldProblem::new(
                format!("tasks.{place}.{}", problem.field),
                format!("{}件目の{}", place + 1, problem.message),
            )
        }));
        tasks.push(Task {
            id: before.map_or_else(TaskId::new, |task| task.id),
            what,
            control: Some(control).filter(|control| !control.is_empty()),
            responsible,
            responsible_account: input.responsible_account,
            due_on,
            cost,
            status: before.map_or(TaskStatus::Planned, |task| task.status),
            done_on: before.and_then(|task| task.done_on),
        });
    }
    tasks
}

fn cost(check: &mut Check<'_>, text: &str) -> Option<i64> {
    let plain = japanese::to_half_width_digits(text.trim()).replace([',', '，', '円', '¥', '￥'], "");
    if plain.is_empty() {
        return None;
    }
    let cost = plain.parse().ok().filter(|cost| (0..=COST).contains(cost));
    if cost.is_none() {
        check.problem("cost", format!("『費用』の値「{text}」は使えません。円の数字で入力してください。"));
    }
    cost
}
