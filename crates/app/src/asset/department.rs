//! Departments as the register names them (管理部署).

use std::collections::{BTreeMap, HashMap};

use japanese::matching_key;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::Asset;
use crate::audit_log::{self, Change, Entity, Event};
use crate::organization::row::department::{ActiveModel, Column, Entity as Row};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Permission, Result};

/// A text of more letters is a remark, not the name of a department.
pub(crate) const LONGEST: usize = 100;

/// The organization's departments, by name.
#[derive(Debug, Clone, Default)]
pub struct Departments(Vec<Department>);

#[derive(Debug, Clone)]
struct Department {
    id: DepartmentId,
    name: String,
    key: String,
}

impl Departments {
    /// All of the organization.
    ///
    /// # Errors
    /// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
    pub async fn of(context: &Context) -> Result<Self> {
        context.scope(Permission::ReadAssets)?;
        Self::read(context.reader(), context).await
    }

    pub(crate) async fn read(connection: &impl ConnectionTrait, context: &Context) -> Result<Self> {
        let rows = Row::find()
            .filter(Column::OrganizationId.eq(context.organization.0))
            .order_by_asc(Column::NameKey)
            .all(connection)
            .await?;
        let department = |row: crate::organization::row::department::Model| Department {
            id: DepartmentId(row.id),
            name: row.name,
            key: row.name_key,
        };
        Ok(Self(rows.into_iter().map(department).collect()))
    }

    /// Each with its name.
    pub fn iter(&self) -> impl Iterator<Item = (DepartmentId, &str)> {
        self.0.iter().map(|department| (department.id, department.name.as_str()))
    }

    /// The name of that department.
    pub fn name(&self, id: DepartmentId) -> Option<&str> {
        self.0.iter().find(|department| department.id == id).map(|department| department.name.as_str())
    }

    /// The department that a text names: the same word after [`matching_key`].
    pub fn named(&self, text: &str) -> Option<DepartmentId> {
        let key = matching_key(text);
        self.0.iter().find(|department| department.key == key).map(|department| department.id)
    }

    /// Lets the asset say its department's name of today, where the department was renamed since.
    pub fn freshen(&self, asset: &mut Asset) {
        let Some(current) = asset.department.and_then(|id| self.0.iter().find(|department| department.id == id)) else {
            return;
        };
        let written = &mut asset.content.line.department;
        if *written != current.name && matching_key(written) != current.key {
            current.name.clone_into(written);
        }
    }
}

/// The departments that texts name, by text. One that the organization does not have yet is made, with its
/// audit record; a blank text, or one that is longer than a name, names none.
pub(crate) async fn resolve(
    transaction: &Transaction,
    context: &Context,
    texts: &[&str],
) -> Result<HashMap<String, DepartmentId>> {
    let mut keys: HashMap<&str, String> = HashMap::new();
    for text in texts.iter().copied() {
        if !keys.contains_key(text) && text.chars().count() <= LONGEST {
            keys.insert(text, matching_key(text));
        }
    }
    keys.retain(|_, key| !key.is_empty());
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let mut known = ids(transaction, context).await?;
    // In the order of their keys, so that two transactions never wait for each other.
    let missing: BTreeMap<&str, &str> = keys
        .iter()
        .filter(|(_, key)| !known.contains_key(key.as_str()))
        .map(|(text, key)| (key.as_str(), *text))
        .collect();
    if !missing.is_empty() {
        create(transaction, context, &missing).await?;
        known = ids(transaction, context).await?;
    }
    Ok(keys.into_iter().filter_map(|(text, key)| Some((text.to_owned(), *known.get(&key)?))).collect())
}

async fn ids(transaction: &Transaction, context: &Context) -> Result<HashMap<String, DepartmentId>> {
    let departments = Departments::read(transaction, context).await?;
    Ok(departments.0.into_iter().map(|department| (department.key, department.id)).collect())
}

/// Makes departments of those keys and names, unless another transaction has just done so.
async fn create(transaction: &Transaction, context: &Context, missing: &BTreeMap<&str, &str>) -> Result<()> {
    let mut changes = Vec::new();
    for (key, name) in missing {
        let (id, name) = (DepartmentId::new(), name.trim());
        let row = ActiveModel {
            organization_id: Set(context.organization.0),
            id: Set(id.0),
            name: Set(name.to_owned()),
            name_key: Set((*key).to_owned()),
            created_at: Set(context.now().0),
        };
        let inserted = Row::insert(row)
            .on_conflict_do_nothing_on([Column::OrganizationId, Column::NameKey])
            .exec_without_returning(transaction)
            .await?;
        if matches!(inserted, sea_orm::TryInsertResult::Inserted(_)) {
            let change = Change::new(Event::Created, Entity::Department, id, name);
            changes.push(change.after(&json!({ "name": name }))?);
        }
    }
    audit_log::record_all(transaction, context, changes).await?;
    Ok(())
}
