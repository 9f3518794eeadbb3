//! The log, newest first, narrowed by who, what, when.

use jiff::civil::Date;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, DerivePartialModel, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::row::record;
use super::{Entity, Event};
use crate::{AccountId, Context, Instant, Permission, Result};

/// Whose changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// One person's.
    Person(AccountId),
    /// Those made at the machine itself, by commands.
    Operator,
}

/// Which records. What is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whose changes.
    pub who: Option<Who>,
    /// Changes of what kind of thing.
    pub entity: Option<Entity>,
    /// Changes of one thing.
    pub thing: Option<Uuid>,
    /// What happened.
    pub event: Option<Event>,
    /// From the beginning of this day, in Japan.
    pub from: Option<Date>,
    /// To the end of this day, in Japan.
    pub to: Option<Date>,
    /// Everything that was done in one go.
    pub request: Option<Uuid>,
}

/// Which part of the log, by sequences of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The newest.
    #[default]
    Newest,
    /// Those before a record (older).
    Before(i64),
    /// Those after a record (newer), the nearest.
    After(i64),
}

/// A part of the log.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Records, newest first.
    pub entries: Vec<Entry>,
    /// Whether there are newer ones.
    pub has_newer: bool,
    /// Whether there are older ones.
    pub has_older: bool,
}

/// A record without what it was before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the organization's log, from 1.
    pub sequence: i64,
    /// When.
    pub at: Instant,
    /// Who, where a person did it.
    pub account: Option<AccountId>,
    /// Who, by name at that time.
    pub actor: String,
    /// Through which door: `web`, `api`, `command`.
    pub channel: String,
    /// What was done in the same go has the same id.
    pub request: Uuid,
    /// What happened; `None` for a word that this version does not know.
    pub event: Option<Event>,
    /// To what kind of thing; `None` for a word that this version does not know.
    pub entity: Option<Entity>,
    /// To which thing.
    pub thing: Uuid,
    /// Its name at that time.
    pub label: String,
    /// The record that this one undid.
    pub undoes: Option<i64>,
}

impl Entry {
    /// What happened, for people.
    pub fn event_title(&self) -> &'static str {
        self.event.map_or("（不明）", Event::title)
    }

    /// What kind of thing, for people.
    pub fn entity_title(&self) -> &'static str {
        self.entity.map_or("（不明）", Entity::title)
    }

    /// Through which door, for people.
    pub fn channel_title(&self) -> &'static str {
        match self.channel.as_str() {
            "web" => "画面",
            "api" => "API（ほかのソフトウェアから）",
            "command" => "コマンド",
            _ => "（不明）",
        }
    }
}

/// The columns of [`Entry`]: before and after can be long and are not read for lists.
#[derive(Debug, DerivePartialModel)]
#[sea_orm(entity = "record::Entity")]
struct Line {
    sequence: i64,
    at: i64,
    account_id: Option<Uuid>,
    actor: String,
    channel: String,
    request_id: Uuid,
    event: String,
    entity: String,
    entity_id: Uuid,
    label: String,
    undoes: Option<i64>,
}

impl From<Line> for Entry {
    fn from(line: Line) -> Self {
        Self {
            sequence: line.sequence,
            at: Instant(line.at),
            account: line.account_id.map(AccountId),
            actor: line.actor,
            channel: line.channel,
            request: line.request_id,
            event: Event::from_id(&line.event),
            entity: Entity::from_id(&line.entity),
            thing: line.entity_id,
            label: line.label,
            undoes: line.undoes,
        }
    }
}

impl From<record::Model> for Entry {
    fn from(row: record::Model) -> Self {
        Line {
            sequence: row.sequence,
            at: row.at,
            account_id: row.account_id,
            actor: row.actor,
            channel: row.channel,
            request_id: row.request_id,
            event: row.event,
            entity: row.entity,
            entity_id: row.entity_id,
            label: row.label,
            undoes: row.undoes,
        }
        .into()
    }
}

/// A part of the log with at most `limit` records.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without 記録の閲覧.
pub async fn list(context: &Context, filter: &Filter, place: Place, limit: u64) -> Result<Page> {
    context.require(Permission::ReadAuditLog)?;
    let wanted = select(context, filter).limit(limit + 1);
    let wanted = match place {
        Place::Newest => wanted.order_by_desc(record::Column::Sequence),
        Place::Before(sequence) => {
            wanted.filter(record::Column::Sequence.lt(sequence)).order_by_desc(record::Column::Sequence)
        }
        Place::After(sequence) => {
            wanted.filter(record::Column::Sequence.gt(sequence)).order_by_asc(record::Column::Sequence)
        }
    };
    let mut lines = wanted.into_partial_model::<Line>().all(context.reader()).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = lines.len() > limit;
    lines.truncate(limit);
    let (has_newer, has_older) = match place {
        Place::Newest => (false, has_more),
        Place::Before(_) => (true, has_more),
        Place::After(_) => {
            lines.reverse();
            (has_more, true)
        }
    };
    Ok(Page { entries: lines.into_iter().map(Entry::from).collect(), has_newer, has_older })
}

/// The records of `filter` in the context's organization, in no order yet.
pub(super) fn select(context: &Context, filter: &Filter) -> Select<record::Entity> {
    use record::Column;
    let mut wanted = Condition::all().add(Column::OrganizationId.eq(context.organization.0));
    wanted = wanted.add_option(filter.who.map(|who| match who {
        Who::Person(account) => Column::AccountId.eq(account.0),
        Who::Operator => Column::AccountId.is_null(),
    }));
    wanted = wanted.add_option(filter.entity.map(|entity| Column::Entity.eq(entity.id())));
    wanted = wanted.add_option(filter.thing.map(|thing| Column::EntityId.eq(thing)));
    wanted = wanted.add_option(filter.event.map(|event| Column::Event.eq(event.id())));
    wanted = wanted.add_option(filter.request.map(|request| Column::RequestId.eq(request)));
    wanted = wanted.add_option(filter.from.map(|day| Column::At.gte(Instant::day_begins(day).0)));
    // The first moment of the next day is not in any more.
    let after = filter.to.map(|day| day.tomorrow().map_or(Instant(i64::MAX), Instant::day_begins));
    wanted = wanted.add_option(after.map(|after| Expr::col(Column::At).lt(after.0)));
    record::Entity::find().filter(wanted)
}
