//! What a program says about a treatment.

use app::treatment::{Input, TaskInput};
use app::{AccountId, TaskId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::Problem;
use crate::api::word::TreatmentWord;

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = DecideTreatment, description = "対応に書く内容。書かない項目は空になります。`treatment` は必ず要ります。")]
pub(super) struct TreatmentInput {
    /// どの対応か。必ず要ります。
    #[schema(value_type = TreatmentWord)]
    treatment: String,
    /// なぜそう決めたか。基準を超えるリスクを受容するときは、必ず要ります。
    #[schema(max_length = 4000)]
    reason: String,
    /// 移転：だれに、どの契約や保険で。回避：何をやめるか。この2つのときは、必ず要ります。ほかの対応では使いません。
    #[schema(max_length = 4000)]
    means: String,
    /// 作業がすべて終わったときの見込み（1〜3）。つけ込みやすさです。被害発生可能性を直接決めたリスクでは、被害発生可能性です。書かないと、作業の管理策から計算されます。
    #[schema(minimum = 1, maximum = 3)]
    expected_rating: Option<u8>,
    /// 受容のとき、見直す日。基準を超えるリスクを受容するときは、必ず要ります。2026-11-24、2026/11/24、令和8年11月24日 のどれでも書けます。
    review_on: Option<String>,
    /// すること（30件まで）。低減のときは、1つ以上要ります。受容では使いません。
    #[schema(max_items = 30)]
    tasks: Vec<TaskInputBody>,
}

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = TaskInput, description = "作業1つに書く内容。`what` か `control` のどちらかが要ります。")]
struct TaskInputBody {
    /// 今ある作業の id。進み具合が引き継がれます。書かないと、新しい作業になります。
    #[schema(value_type = Option<String>, format = Uuid)]
    id: Option<TaskId>,
    /// すること。空で `control` があるときは、管理策の名前になります。
    #[schema(max_length = 300)]
    what: String,
    /// 作業で実施する、附属書Aの管理策の番号。例：`8.24`
    control: Option<String>,
    /// 担当を言葉で。`responsible_id` があるときは、その人の氏名になります。
    #[schema(max_length = 300)]
    responsible: String,
    /// 担当者のアカウントの id。頼める人は `/treatment-plan/people` にあります。
    #[schema(value_type = Option<String>, format = Uuid)]
    responsible_id: Option<AccountId>,
    /// 期限。書き方は見直す日と同じです。
    due_on: Option<String>,
    /// 費用（円）
    #[schema(minimum = 0)]
    cost: Option<i64>,
}

impl From<TreatmentInput> for Input {
    fn from(input: TreatmentInput) -> Self {
        Self {
            treatment: input.treatment,
            reason: input.reason,
            means: input.means,
            expected: input.expected_rating,
            review_on: input.review_on.unwrap_or_default(),
            tasks: input.tasks.into_iter().map(TaskInput::from).collect(),
        }
    }
}

impl From<TaskInputBody> for TaskInput {
    fn from(task: TaskInputBody) -> Self {
        Self {
            id: task.id,
            what: task.what,
            control: task.control.unwrap_or_default(),
            responsible: task.responsible,
            responsible_account: task.responsible_id,
            due_on: task.due_on.unwrap_or_default(),
            cost: task.cost.map(|cost| cost.to_string()).unwrap_or_default(),
        }
    }
}

/// What the use case says of that input, at the fields of JSON.
pub(super) fn at_fields(error: app::Error, input: &Input) -> Problem {
    let problem = Problem::from(error).with_places().renamed("expected", "expected_rating");
    let by_account = input.tasks.iter().enumerate().filter(|(_, task)| task.responsible_account.is_some());
    by_account.fold(problem, |problem, (place, _)| {
        problem.renamed(&format!("tasks[{place}].responsible"), &format!("tasks[{place}].responsible_id"))
    })
}
