//! 従業員ハンドブック (`handbook/*.toml`): one page a file, in the words of the people who work.

use serde::Deserialize;

use crate::{Certainty, Condition};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// `password`
    pub id: String,
    /// Place in the handbook, from 1.
    pub order: u8,
    /// Its title.
    pub title: String,
    /// Why it matters.
    pub lead: String,
    /// What to do in trouble or after a mistake.
    pub trouble: String,
    /// Id of the role to ask.
    pub contact: String,
    /// Which companies need the page.
    #[serde(default)]
    pub condition: Condition,
    /// Ids of the clauses it puts in plain words.
    pub clauses: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// Why.
    pub why: String,
}

/// The file of a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// The page.
    pub page: Page,
    /// Its points, in order.
    #[serde(rename = "point")]
    pub points: Vec<Point>,
}
