//! The catalog as one set of entries: each can be looked up by its id, says its facts, is linked
//! both ways with all that it stands with, and is found by words.

mod details;
mod entry;
mod graph;
mod links;
mod passage;
mod search;
mod spelling;

use std::sync::OnceLock;

pub use details::Detail;
pub use entry::{Entry, Item, Kind};
pub use links::{Link, LinkGroup};
pub use passage::{Passage, Piece};
pub use search::Wanted;

use graph::Graph;
use search::Keys;
use spelling::Spellings;

/// What is computed from a catalog at the first question that needs it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    graph: OnceLock<Graph>,
    keys: OnceLock<Vec<Keys>>,
    spellings: OnceLock<Spellings>,
}
