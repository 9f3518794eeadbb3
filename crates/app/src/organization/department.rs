//! 部署: to which assets and managers belong.

mod add;
mod list;
mod remove;
mod rename;
mod restore;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use sha2::{Digest, Sha256};

pub use add::add;
pub use list::{all, list};
pub use remove::remove;
pub use rename::{rename, rename_seen};
pub(crate) use restore::{present, restore};

use super::row;
use crate::{Context, DepartmentId, Error, Result};

/// Most letters of a name.
pub const LONGEST_NAME: usize = 100;

/// One department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Department {
    /// Its key.
    pub id: DepartmentId,
    /// 部署名
    pub name: String,
}

impl Department {
    /// Stands for what it says now: whoever changes it can say what they have seen.
    pub fn mark(&self) -> String {
        let mut mark = URL_SAFE_NO_PAD.encode(Sha256::digest(self.name.as_bytes()));
        mark.truncate(16);
        mark
    }
}

impl From<row::department::Model> for Department {
    fn from(row: row::department::Model) -> Self {
        Self { id: DepartmentId(row.id), name: row.name }
    }
}

/// The department of that key in the context's organization.
pub(crate) async fn find(
    connection: &impl ConnectionTrait,
    context: &Context,
    id: DepartmentId,
) -> Result<Option<Department>> {
    let row = row::department::Entity::find_by_id((context.organization.0, id.0)).one(connection).await?;
    Ok(row.map(Department::from))
}

/// A name that can be used, without the spaces around it.
fn usable(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Error::invalid("name", format!("『部署名』を1〜{LONGEST_NAME}文字で入力してください。")));
    }
    Ok(name.to_owned())
}

/// Refuses a name that another department has, however it is written (`営業 部`, `ｼｽﾃﾑ課`).
async fn require_free(
    connection: &impl ConnectionTrait,
    context: &Context,
    name: &str,
    own: Option<DepartmentId>,
) -> Result<()> {
    let holder = row::department::Entity::find()
        .filter(row::department::Column::OrganizationId.eq(context.organization.0))
        .filter(row::department::Column::NameKey.eq(japanese::matching_key(name)))
        .one(connection)
        .await?;
    match holder {
        Some(holder) if Some(DepartmentId(holder.id)) != own => Err(taken(&holder.name)),
        _ => Ok(()),
    }
}

fn taken(name: &str) -> Error {
    Error::invalid("name", format!("『部署名』：部署「{name}」はもうあります。違う名前にしてください。"))
}

/// What the engine says where somebody took the name a moment ago.
fn taken_meanwhile(error: sea_orm::DbErr, name: &str) -> Error {
    match error.sql_err() {
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => taken(name),
        _ => error.into(),
    }
}
