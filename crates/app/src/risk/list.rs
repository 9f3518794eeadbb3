//! Risks page by page.

use jiff::civil::Date;
use method::{Medium, Rating, RiskCriteria, RiskLevel, Treatment};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use super::convert::rating;
use super::row::risk::{Column, Entity as Row, Listed, NO_REVIEW};
use super::{Access, Content, Filter};
use crate::asset::{Departments, today};
use crate::organization::{Organization, row::organization};
use crate::store::paging::{self, By, Place, Slice, Sorting, Total};
use crate::treatment::ApprovalState;
use crate::{AssetId, Context, DepartmentId, Error, Instant, Result, RiskId};

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// リスクレベル
    #[default]
    Level,
    /// ふりがな of the asset, else its name.
    Name,
    /// The last change.
    Updated,
    /// 見直し予定日
    Review,
}

impl Sort {
    /// All.
    pub const ALL: [Self; 4] = [Self::Level, Self::Name, Self::Updated, Self::Review];

    /// The word in addresses and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Name => "name",
            Self::Updated => "updated",
            Self::Review => "review",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id() == id)
    }

    const fn column(self) -> Column {
        match self {
            Self::Level => Column::Level,
            Self::Name => Column::NameSort,
            Self::Updated => Column::UpdatedAt,
            Self::Review => Column::ReviewOn,
        }
    }
}

/// By what, and which way. The default shows the highest levels first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// By what.
    pub sort: Sort,
    /// Whether the highest comes first.
    pub descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self { sort: Sort::Level, descending: true }
    }
}

impl Order {
    fn sorting(self) -> Sorting<Column, Listed> {
        let Self { sort, descending } = self;
        let by = match sort {
            Sort::Level => By::Number(|row: &Listed| row.level.into()),
            Sort::Name => By::Text(|row: &Listed| row.name_sort.clone()),
            Sort::Updated => By::Number(|row: &Listed| row.updated_at),
            Sort::Review => By::Text(|row: &Listed| row.review_on.clone()),
        };
        let word = format!("risk-{}-{descending}", sort.id());
        Sorting { word, column: sort.column(), id: Column::Id, descending, by, id_of: |row| row.id }
    }
}

/// What is asked of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Which risks.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// From where.
    pub from: Place,
    /// How many, 1..=[`MOST`]; 0 is [`MOST`].
    pub limit: u64,
}

/// Most risks of a page.
pub const MOST: u64 = 100;

/// A risk as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Key.
    pub id: RiskId,
    /// Counts changes.
    pub version: i64,
    /// The asset, where it is about one.
    pub asset: Option<AssetId>,
    /// Whose it is.
    pub department: Option<DepartmentId>,
    /// Name of the asset or the event.
    pub name: String,
    /// What it is called: as [`Risk::label`](super::Risk::label).
    pub label: String,
    /// What happens; empty where no threat is known.
    pub title: String,
    /// Where the asset is kept.
    pub medium: Option<Medium>,
    /// 重要度
    pub importance: Rating,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// リスクレベル that is expected to remain.
    pub residual_level: Option<u8>,
    /// How many controls are in place.
    pub controls_in_place: u32,
    /// The decided treatment.
    pub treatment: Option<Treatment>,
    /// How far its approval is.
    pub approval: ApprovalState,
    /// リスク所有者
    pub owner: String,
    /// 見直し予定日: the nearest one ([`Content::next_review`](super::Content::next_review)).
    pub review_on: Option<Date>,
    /// When it last changed.
    pub updated_at: Instant,
}

impl Line {
    /// リスクレベル
    pub const fn level(&self) -> RiskLevel {
        RiskLevel::new(self.importance, self.likelihood)
    }
}

/// A page of risks.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its risks.
    pub risks: Vec<Line>,
    /// How many stand before the first of them.
    pub skipped: u64,
    /// For the page before, where there is one.
    pub before: Option<String>,
    /// For the page after, where there is one.
    pub after: Option<String>,
    /// How many are looked for.
    pub total: Total,
    /// By what they are banded.
    pub criteria: RiskCriteria,
    /// The organization's departments, for names and filters.
    pub departments: Departments,
    /// From this day on a review is due.
    pub today: Date,
}

/// A page of the risks that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for a cursor that does not belong to this list.
pub async fn list(context: &Context, query: &Query) -> Result<Page> {
    let access = Access::reading(context)?;
    let around = Around::read(context).await?;
    let (slice, total) = tokio::try_join!(
        around.slice(context, &access, query),
        paging::total::<Row>(context.reader(), around.condition(context, &access, query), Column::Id),
    )?;
    let mut page = around.page(slice, total)?;
    name_by_weakness(context, &mut page.risks).await?;
    Ok(page)
}

/// Risks without a known threat are called by their weakness, which stands in the content alone.
pub(super) async fn name_by_weakness(context: &Context, lines: &mut [Line]) -> Result<()> {
    let unknown: Vec<_> = lines.iter().filter(|line| line.title.is_empty()).map(|line| line.id.0).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let contents: Vec<(uuid::Uuid, String)> = Row::find()
        .select_only()
        .columns([Column::Id, Column::Content])
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Id.is_in(unknown))
        .into_tuple()
        .all(context.reader())
        .await?;
    for (id, content) in contents {
        let content: Content = serde_json::from_str(&content)?;
        if let Some(line) = lines.iter_mut().find(|line| line.id.0 == id) {
            line.label = super::label(&line.name, &content);
        }
    }
    Ok(())
}

/// What is read of the organization around its risks.
struct Around {
    criteria: RiskCriteria,
    departments: Departments,
    today: Date,
}

impl Around {
    async fn read(context: &Context) -> Result<Self> {
        let (criteria, departments) =
            tokio::try_join!(criteria(context.reader(), context), Departments::read(context.reader(), context))?;
        Ok(Self { criteria, departments, today: today(context) })
    }

    fn condition(&self, context: &Context, access: &Access, query: &Query) -> Condition {
        query.filter.condition(context, &access.read, &self.criteria)
    }

    async fn slice(&self, context: &Context, access: &Access, query: &Query) -> Result<Slice<Listed>> {
        let limit = if query.limit == 0 { MOST } else { query.limit.min(MOST) };
        let condition = self.condition(context, access, query);
        paging::slice::<Row, Listed>(context.reader(), condition, query.order.sorting(), &query.from, limit).await
    }

    fn page(self, slice: Slice<Listed>, total: Total) -> Result<Page> {
        Ok(Page {
            risks: slice.lines.into_iter().map(Line::try_from).collect::<Result<_>>()?,
            skipped: slice.skipped,
            before: slice.before,
            after: slice.after,
            total,
            criteria: self.criteria,
            departments: self.departments,
            today: self.today,
        })
    }
}

/// The organization's risk criteria.
pub(crate) async fn criteria(store: &impl ConnectionTrait, context: &Context) -> Result<RiskCriteria> {
    let row = organization::Entity::find_by_id(context.organization.0).one(store).await?;
    Ok(Organization::try_from(row.ok_or(Error::NotFound("組織"))?)?.criteria)
}

impl TryFrom<Listed> for Line {
    type Error = Error;

    fn try_from(row: Listed) -> Result<Self> {
        let treatment = row.treatment.as_deref();
        let day = (row.review_on != NO_REVIEW).then(|| row.review_on.parse());
        Ok(Self {
            id: RiskId(row.id),
            version: row.version,
            asset: row.asset_id.map(AssetId),
            department: row.department_id.map(DepartmentId),
            label: format!("{}：{}", row.name, if row.title.is_empty() { super::NO_THREAT } else { &row.title }),
            name: row.name,
            title: row.title,
            medium: Medium::from_id(&row.medium),
            importance: rating(row.importance)?,
            likelihood: rating(row.likelihood)?,
            residual_level: row.residual_level.and_then(|level| u8::try_from(level).ok()),
            controls_in_place: u32::try_from(row.controls_in_place).unwrap_or(0),
            treatment: Treatment::ALL.into_iter().find(|known| Some(known.id()) == treatment),
            approval: ApprovalState::from_id(&row.approval)
                .ok_or_else(|| Error::internal(format!("no state of approvals: {}", row.approval)))?,
            owner: row.owner,
            review_on: day.transpose().map_err(|_| Error::internal("a risk's day of review cannot be read"))?,
            updated_at: Instant(row.updated_at),
        })
    }
}
