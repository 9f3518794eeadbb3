//! 知識: what the product knows, for everybody who belongs to an organization. Only read here; nothing of it is the
//! organization's own but how many of its risks name an entry.

mod address;
mod attributes;
mod entrance;
mod entry;
mod item;
mod list;
mod not_found;
mod own_risks;
mod search;
mod search_form;
mod words;

use axum::Router;
use axum::routing::get;

pub(crate) use address::entry_href;

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/knowledge", get(entrance::show))
        .route("/knowledge/search", get(search::search))
        .route("/knowledge/{kind}", get(list::list))
        .route("/knowledge/{kind}/{id}", get(entry::show))
}

/// Most letters of words that are looked for.
const WORDS: usize = 200;

/// What a person typed to look for, without what nobody types by hand.
fn typed(words: &str) -> String {
    words.trim().chars().take(WORDS).collect()
}
