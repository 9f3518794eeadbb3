//! Addresses: `/knowledge/{kind}/{id}`.

use catalog::Kind;
use url::form_urlencoded::Serializer;

/// The entrance.
pub(super) const ENTRANCE: &str = "/knowledge";
/// What looks in everything.
pub(super) const SEARCH: &str = "/knowledge/search";

/// The list of a kind.
pub(super) fn kind_href(kind: Kind) -> String {
    format!("{ENTRANCE}/{}", kind.word())
}

/// One entry.
pub(crate) fn entry_href(kind: Kind, id: &str) -> String {
    format!("{ENTRANCE}/{}/{id}", kind.word())
}

/// What is found by words.
pub(super) fn search_href(words: &str) -> String {
    with_query(SEARCH, &[("q", words)])
}

/// An address with its query; empty values are left out.
pub(super) fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let given = pairs.iter().filter(|(_, value)| !value.is_empty());
    let query = Serializer::new(String::new()).extend_pairs(given).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
