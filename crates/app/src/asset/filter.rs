//! Which assets are looked for, as a condition of the database.

use jiff::civil::Date;
use jiff::{Span, tz::Offset};
use method::{Medium, Rating};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};

use super::keys;
use super::row::asset::{Column, Entity as Row, NO_REVIEW};
use crate::{Context, DepartmentId, Scope};

/// Which assets are looked for; the default is all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Words that name, reading, business, remarks or owner hold, all of them.
    pub search: String,
    /// Of that department.
    pub department: Option<DepartmentId>,
    /// There.
    pub medium: Option<Medium>,
    /// Of that 重要度.
    pub importance: Option<Rating>,
    /// With personal data of any kind, or without.
    pub personal_data: Option<bool>,
    /// By the day of the next review.
    pub review: Option<Review>,
}

/// When the next review is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Today or before.
    Due,
    /// Within 30 days, or before.
    Soon,
    /// No day is planned.
    Unplanned,
}

impl Review {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Due, Self::Soon, Self::Unplanned];

    /// The word in addresses and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Soon => "soon",
            Self::Unplanned => "unplanned",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|review| review.id() == id)
    }

    /// The words for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Due => "期日が来た",
            Self::Soon => "30日以内",
            Self::Unplanned => "予定なし",
        }
    }
}

/// Today in Japan, where the companies are.
pub fn today(context: &Context) -> Date {
    Offset::constant(9).to_datetime(context.now().timestamp()).date()
}

impl Filter {
    /// Whether it leaves nothing out.
    pub fn is_empty(&self) -> bool {
        let Self { search, department, medium, importance, personal_data, review } = self;
        search.trim().is_empty()
            && (department.is_none() && medium.is_none() && importance.is_none())
            && (personal_data.is_none() && review.is_none())
    }

    /// The keys of those assets, as a subquery.
    pub(crate) fn ids(&self, context: &Context, scope: &Scope) -> SelectStatement {
        Row::find().select_only().column(Column::Id).filter(self.condition(context, scope)).into_query()
    }

    /// The assets of the organization that lie within `scope` and are looked for.
    pub(crate) fn condition(&self, context: &Context, scope: &Scope) -> Condition {
        let mut all = Condition::all().add(Column::OrganizationId.eq(context.organization.0));
        if let Scope::Departments(own) = scope {
            all = all.add(Column::DepartmentId.is_in(own.iter().map(|department| department.0)));
        }
        for word in keys::words(&self.search) {
            all = all.add(keys::position_of(context, Column::Search, &word));
        }
        if let Some(department) = self.department {
            all = all.add(Column::DepartmentId.eq(department.0));
        }
        if let Some(medium) = self.medium {
            all = all.add(Column::Medium.eq(medium.id()));
        }
        if let Some(importance) = self.importance {
            all = all.add(Column::Importance.eq(i32::from(importance.value())));
        }
        if let Some(held) = self.personal_data {
            let kinds = [Column::Personal, Column::Sensitive, Column::MyNumber].map(|kind| kind.eq(held));
            let kinds = kinds.into_iter().fold(if held { Condition::any() } else { Condition::all() }, Condition::add);
            all = all.add(kinds);
        }
        let until = |days: i64| {
            let today = today(context);
            today.checked_add(Span::new().days(days)).unwrap_or(today).to_string()
        };
        match self.review {
            Some(Review::Due) => all.add(Column::ReviewOn.lte(until(0))),
            Some(Review::Soon) => all.add(Column::ReviewOn.lte(until(30))),
            Some(Review::Unplanned) => all.add(Column::ReviewOn.eq(NO_REVIEW)),
            None => all,
        }
    }
}
