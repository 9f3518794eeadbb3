//! Which tasks are looked for.

use japanese::format_date;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, Condition};
use serde::{Deserialize, Serialize};

use super::TaskStatus;
use crate::asset::{self, Departments};
use crate::risk::row::task;
use crate::{Context, DepartmentId, Scope};

/// Which tasks are looked for; the default is all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// As far as that.
    pub status: Option<TaskStatus>,
    /// Of that department.
    pub department: Option<DepartmentId>,
    /// Not done, and due before today.
    pub overdue: bool,
    /// Asked of the person who looks.
    pub mine: bool,
    /// Due on or after that day.
    pub from: Option<Date>,
    /// Due on or before that day.
    pub to: Option<Date>,
}

impl Filter {
    /// The tasks of the organization that lie within `scope` and are looked for.
    pub(super) fn condition(&self, context: &Context, scope: &Scope) -> Condition {
        let mut all = Condition::all().add(task::Column::OrganizationId.eq(context.organization.0));
        if let Scope::Departments(own) = scope {
            all = all.add(task::Column::DepartmentId.is_in(own.iter().map(|department| department.0)));
        }
        all = all
            .add_option(self.status.map(|status| task::Column::Status.eq(status.id())))
            .add_option(self.department.map(|department| task::Column::DepartmentId.eq(department.0)))
            .add_option(self.from.map(|day| task::Column::DueOn.gte(day.to_string())))
            .add_option(self.to.map(|day| task::Column::DueOn.lte(day.to_string())));
        if self.overdue {
            all = all
                .add(task::Column::Status.ne(TaskStatus::Done.id()))
                .add(task::Column::DueOn.lt(asset::today(context).to_string()));
        }
        match (self.mine, context.account()) {
            (false, _) => all,
            (true, Some(account)) => all.add(task::Column::ResponsibleAccountId.eq(account.0)),
            (true, None) => all.add(task::Column::Id.is_null()),
        }
    }

    /// What it leaves of the plan, in words; nothing where it leaves all.
    pub(super) fn words(&self, departments: &Departments) -> Vec<String> {
        let parts = [
            self.department.map(|id| format!("部署：{}", departments.name(id).unwrap_or("削除された部署"))),
            self.status.map(|status| format!("進み具合：{}", status.title())),
            self.overdue.then(|| "期限を過ぎている".to_owned()),
            self.mine.then(|| "担当：出力した人".to_owned()),
            self.from.map(|from| format!("期限：{}から", format_date(from))),
            self.to.map(|to| format!("期限：{}まで", format_date(to))),
        ];
        parts.into_iter().flatten().collect()
    }
}
