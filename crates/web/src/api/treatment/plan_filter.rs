//! Which tasks are looked for.

use app::treatment::{Filter, TaskStatus};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::query::Check;
use crate::api::word::TaskStatusWord;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct FilterQuery {
    /// 進み具合
    #[param(value_type = Option<TaskStatusWord>)]
    status: String,
    /// 部署の id
    #[param(value_type = Option<String>, format = Uuid)]
    department: String,
    /// true で、期限を過ぎて終わっていないものだけ
    #[param(value_type = Option<bool>)]
    overdue: String,
    /// true で、トークンの持ち主が担当のものだけ
    #[param(value_type = Option<bool>)]
    mine: String,
    /// 期限がこの日からのもの。期限のないものも入ります。
    #[param(value_type = Option<String>, format = Date)]
    from: String,
    /// 期限がこの日までのもの
    #[param(value_type = Option<String>, format = Date)]
    to: String,
}

impl FilterQuery {
    pub(super) fn read(self, check: &mut Check) -> Filter {
        let statuses = format!("{} のどれかにしてください。", TaskStatus::ALL.map(TaskStatus::id).join("、"));
        let day = |text: &str| text.parse().ok();
        const DAY: &str = "2026-11-24 の形で書いてください。";
        Filter {
            status: check.read("status", &self.status, TaskStatus::from_id, &statuses),
            department: check.id("department", &self.department),
            overdue: check.flag("overdue", &self.overdue),
            mine: check.flag("mine", &self.mine),
            from: check.read("from", &self.from, day, DAY),
            to: check.read("to", &self.to, day, DAY),
        }
    }
}
