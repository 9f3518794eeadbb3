//! Where a page of a list begins: opaque to clients, read by nobody but us.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Asset, Order, Sort, keys};
use crate::{Error, Result};

/// The value by which a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Key {
    Number(i64),
    Text(String),
}

/// A line of a list, and how many lines stood before it when it was shown (for「101〜200件」).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cursor {
    #[serde(rename = "o")]
    pub(super) order: Order,
    #[serde(rename = "k")]
    pub(super) key: Key,
    #[serde(rename = "i")]
    pub(super) id: Uuid,
    #[serde(rename = "n")]
    pub(super) before: u64,
}

impl Cursor {
    pub(super) fn of(asset: &Asset, order: Order, before: u64) -> Self {
        let key = match order.sort {
            Sort::Position => Key::Number(asset.position),
            Sort::Name => Key::Text(keys::name_sort(&asset.content)),
            Sort::Importance => Key::Number(asset.content.importance().value.value().into()),
            Sort::Updated => Key::Number(asset.updated_at.0),
            Sort::Review => Key::Text(keys::review_on(&asset.content)),
        };
        Self { order, key, id: asset.id.0, before }
    }

    pub(super) fn encode(&self) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(self)?))
    }

    /// The line of that text.
    ///
    /// # Errors
    /// [`Error::Invalid`] where we did not make it, or for a list in another order.
    pub(super) fn decode(text: &str, order: Order, field: &'static str) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok();
        let cursor = bytes.and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let numeric = !matches!(order.sort, Sort::Name | Sort::Review);
        cursor.filter(|cursor| cursor.order == order && matches!(cursor.key, Key::Number(_)) == numeric).ok_or_else(
            || Error::invalid(field, "一覧の続きを開けませんでした。並べ方を選び直して、初めから開いてください。"),
        )
    }
}
