//! Rows of `job`, and what their texts hold.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub payload: String,
    pub state: String,
    pub done: i64,
    pub total: i64,
    pub result: String,
    pub account_id: Option<Uuid>,
    pub actor: String,
    pub created_at: i64,
    pub runner: Option<String>,
    pub lease_until: Option<i64>,
    pub attempts: i64,
    pub finished_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The column `payload`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Payload {
    /// What it does, for people.
    pub(super) title: String,
    /// Through which door it was asked for.
    pub(super) channel: String,
    /// The request that asked for it.
    pub(super) request: Uuid,
    /// What the work is told.
    pub(super) work: serde_json::Value,
}

/// The column `result`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Outcome {
    /// What came out.
    pub(super) result: serde_json::Value,
    /// Why nothing came out.
    pub(super) message: String,
}
