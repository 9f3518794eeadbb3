//! Decisions, tasks and approvals as the API shows them.

use app::treatment::{Approval, Decision, Task, TaskStatus};
use app::{AccountId, TaskId};
use jiff::civil::Date;
use method::{Rating, RiskLevel, Treatment};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::moment::Moment;
use crate::api::word::{TaskStatusWord, TreatmentWord};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Decision, description = "決めた対応。")]
pub(in crate::api) struct DecisionBody {
    /// どの対応か
    #[schema(value_type = TreatmentWord)]
    treatment: Treatment,
    /// なぜそう決めたか
    reason: String,
    /// 移転：だれに、どの契約や保険で。回避：何をやめるか。ほかの対応では空です。
    means: String,
    /// 作業がすべて終わったときの見込み（1〜3）。つけ込みやすさです。被害発生可能性を直接決めたリスクでは、被害発生可能性です。null のときは、作業の管理策から計算されます。
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    expected_rating: Option<Rating>,
    /// 受容のとき、見直す日
    #[schema(value_type = Option<String>, format = Date)]
    review_on: Option<Date>,
    /// すること
    tasks: Vec<TaskBody>,
    /// 決めた人の氏名
    decided_by: String,
    /// 決めた日時
    decided_at: Moment,
    /// 差し戻されたとき、直してほしいこと。差し戻されていなければ空です。
    sent_back: String,
    /// この決定が応えている、前の差し戻し。なければ空です。
    answers: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Task, description = "作業1つ。")]
pub(super) struct TaskBody {
    /// 作業の id
    #[schema(value_type = String, format = Uuid)]
    id: TaskId,
    /// すること
    what: String,
    /// 作業で実施する、附属書Aの管理策の番号。例：`8.24`
    control: Option<String>,
    /// 担当者の氏名か、言葉で書いた担当
    responsible: String,
    /// 担当者のアカウントの id。サインインできる人に頼んでいないときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    responsible_id: Option<AccountId>,
    /// 期限
    #[schema(value_type = Option<String>, format = Date)]
    due_on: Option<Date>,
    /// 費用（円）
    cost: Option<i64>,
    /// 進み具合
    #[schema(value_type = TaskStatusWord)]
    status: TaskStatus,
    /// 完了した日
    #[schema(value_type = Option<String>, format = Date)]
    done_on: Option<Date>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Approval, description = "リスク所有者の承認と、承認したときの数字。")]
pub(in crate::api) struct ApprovalBody {
    /// 承認した人のアカウントの id
    #[schema(value_type = String, format = Uuid)]
    account_id: AccountId,
    /// 承認した人の、そのときの氏名
    name: String,
    /// 承認した日時
    at: Moment,
    /// 承認した理由
    reason: String,
    /// 見直す日
    #[schema(value_type = Option<String>, format = Date)]
    review_on: Option<Date>,
    /// 承認したときの重要度（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    importance: Rating,
    /// 承認したときの被害発生可能性（1〜3）
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    likelihood: Rating,
    /// 承認したときのリスクレベル（1・2・3・4・6・9）
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level: RiskLevel,
    /// 承認したときの、残留リスクのリスクレベル
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 9)]
    residual_level: Option<RiskLevel>,
}

impl From<&Decision> for DecisionBody {
    fn from(decision: &Decision) -> Self {
        Self {
            treatment: decision.treatment,
            reason: decision.reason.clone(),
            means: decision.means.clone(),
            expected_rating: decision.expected,
            review_on: decision.review_on,
            tasks: decision.tasks.iter().map(TaskBody::from).collect(),
            decided_by: decision.decided_by.clone(),
            decided_at: decision.decided_at.into(),
            sent_back: decision.sent_back.clone(),
            answers: decision.answers.clone(),
        }
    }
}

impl From<&Task> for TaskBody {
    fn from(task: &Task) -> Self {
        Self {
            id: task.id,
            what: task.what.clone(),
            control: task.control.clone(),
            responsible: task.responsible.clone(),
            responsible_id: task.responsible_account,
            due_on: task.due_on,
            cost: task.cost,
            status: task.status,
            done_on: task.done_on,
        }
    }
}

impl From<&Approval> for ApprovalBody {
    fn from(approval: &Approval) -> Self {
        let seen = &approval.seen;
        Self {
            account_id: approval.account,
            name: approval.name.clone(),
            at: approval.at.into(),
            reason: approval.reason.clone(),
            review_on: approval.review_on,
            importance: seen.importance,
            likelihood: seen.likelihood,
            risk_level: seen.level(),
            residual_level: seen.residual_level(),
        }
    }
}
