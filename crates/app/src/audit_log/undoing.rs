//! Whether a record can be undone now, and if not, why and what can be done instead.

use catalog::Catalog;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::describe::{Names, describe};
use super::find::read;
use super::row::record;
use super::{Entity, Event, FieldChange};
use crate::store::Transaction;
use crate::{AssetId, Context, OrganizationId, Permission, Result, asset, organization};
