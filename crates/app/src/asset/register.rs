//! The register as a whole: how many lines, the last position given, the company's own columns.

use std::collections::HashSet;

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

use super::row::register::{ActiveModel, Column, Entity, Model};
use crate::store::Transaction;
use crate::{Context, Error, Permission, Result};

/// The register of assets; the table may hold other registers one day.
const KIND: &str = "asset";

/// 情報資産台帳 as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// How many lines.
    pub count: u64,
    /// The last position that was given.
    pub last_position: i64,
    /// Headings of the company's own columns, each once, in their order.
    pub extra_columns: Vec<String>,
    /// Whether the first of them is that of line numbers (No.).
    pub numbered: bool,
}

impl Register {
    /// Adds headings that it does not have yet, at the end. Answers whether any was new.
    pub fn add_columns<'a>(&mut self, headings: impl IntoIterator<Item = &'a String>) -> bool {
        let before = self.extra_columns.len();
        for heading in headings {
            if !self.extra_columns.contains(heading) {
                self.extra_columns.push(heading.clone());
            }
        }
        self.extra_columns.len() > before
    }
}

/// The register's columns and count.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Database`].
pub async fn register(context: &Context) -> Result<Register> {
    context.scope(Permission::ReadAssets)?;
    read(context.reader(), context).await
}

/// Headings made distinct, as the keys of [`Content::extra`](super::Content): a second メモ becomes
/// メモ（2）, one without words 見出しなし.
pub fn distinct(headings: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    headings
        .iter()
        .map(|heading| {
            let heading = if heading.trim().is_empty() { "見出しなし" } else { heading };
            let numbered = (2u32..).map(|number| format!("{heading}（{number}）"));
            let mut names = std::iter::once(heading.to_owned()).chain(numbered);
            names.find(|name| seen.insert(name.clone())).unwrap_or_default()
        })
        .collect()
}

/// The register as it is.
pub(crate) async fn read(connection: &impl ConnectionTrait, context: &Context) -> Result<Register> {
    let row = Entity::find_by_id((context.organization.0, KIND.to_owned())).one(connection).await?;
    row.map_or_else(|| Ok(Register::default()), Register::try_from)
}

/// Locks the register until the transaction ends: lines are added and removed by one after another.
pub(crate) async fn lock(transaction: &Transaction, context: &Context) -> Result<Register> {
    let new = to_row(context, &Register::default())?;
    Entity::insert(new)
        .on_conflict_do_nothing_on([Column::OrganizationId, Column::Kind])
        .exec_without_returning(transaction)
        .await?;
    let row = Entity::find_by_id((context.organization.0, KIND.to_owned())).lock_exclusive().one(transaction).await?;
    Register::try_from(row.ok_or(Error::NotFound("情報資産台帳"))?)
}

/// Writes a register that was locked.
pub(crate) async fn save(transaction: &Transaction, context: &Context, register: &Register) -> Result<()> {
    Entity::update(to_row(context, register)?).exec_without_returning(transaction).await?;
    Ok(())
}

impl TryFrom<Model> for Register {
    type Error = Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            count: u64::try_from(row.count).unwrap_or(0),
            last_position: row.last_position,
            extra_columns: serde_json::from_str(&row.extra_columns)?,
            numbered: row.numbered,
        })
    }
}

fn to_row(context: &Context, register: &Register) -> Result<ActiveModel> {
    Ok(ActiveModel {
        organization_id: Set(context.organization.0),
        kind: Set(KIND.to_owned()),
        count: Set(i64::try_from(register.count).unwrap_or(i64::MAX)),
        last_position: Set(register.last_position),
        extra_columns: Set(serde_json::to_string(&register.extra_columns)?),
        numbered: Set(register.numbered),
    })
}
