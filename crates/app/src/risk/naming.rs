//! Which risks name an entry of the catalog.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};
use serde::{Deserialize, Serialize};

use super::Access;
use super::filter::within;
use super::row::risk::{Column, Entity as Row};
use crate::asset::keys::position_of;
use crate::store::paging::{self, Total};
use crate::{Context, Result};

/// An entry of the catalog that risks name, by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Named {
    /// The threat line that the risk is.
    Line(String),
    /// One of the threats behind it.
    Threat(String),
    /// One of the weaknesses that it uses.
    Vulnerability(String),
    /// A control of the risk's own, or the control that a task of its treatment puts in place.
    Control(String),
}

impl Named {
    /// The entry's id.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Line(id) | Self::Threat(id) | Self::Vulnerability(id) | Self::Control(id) => id,
        }
    }

    /// The risks that name it. Only the line has a column of its own; the rest is looked for where it stands in the
    /// content's JSON, which quotes ids and nothing else in this way.
    pub(super) fn condition(&self, context: &Context) -> Condition {
        let holds = |words: String| -> Expr { position_of(context, Column::Content, &words) };
        match self {
            Self::Line(id) => Condition::all().add(Column::Line.eq(id.as_str())),
            Self::Threat(id) => Condition::all().add(holds(format!("\"{id}\""))),
            Self::Vulnerability(id) => Condition::all().add(holds(format!("\"id\":\"{id}\""))),
            Self::Control(id) => {
                Condition::any().add(holds(format!("\"id\":\"{id}\""))).add(holds(format!("\"control\":\"{id}\"")))
            }
        }
    }
}

/// How many of the risks that the actor may see name it.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn naming(context: &Context, named: &Named) -> Result<Total> {
    let condition = within(context, &Access::reading(context)?.read).add(named.condition(context));
    paging::total::<Row>(context.reader(), condition, Column::Id).await
}
