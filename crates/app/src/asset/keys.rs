//! Keys by which assets are sorted and searched.

use japanese::{matching_key, reading_sort_key, to_hiragana};

use sea_orm::sea_query::{Expr, ExprTrait, Func};

use super::Content;
use super::row::asset::NO_REVIEW;
use crate::Context;
use crate::store::Engine;

/// What stands between the parts of `asset.search`: no key holds white space, so nothing is found across.
const BETWEEN: &str = "\n";

/// The key by which lists sort by name: the reading's, else the name's own (kanji last).
pub(super) fn name_sort(name: &str, reading: &str) -> String {
    let reading = reading.trim();
    reading_sort_key(if reading.is_empty() { name } else { reading })
}

/// The key by which lists sort by review.
pub(super) fn review_on(content: &Content) -> String {
    content.review_on.map_or_else(|| NO_REVIEW.to_owned(), |date| date.to_string())
}

/// What the search box looks in.
pub(super) fn search(content: &Content) -> String {
    let line = &content.line;
    let parts = [&line.name, &content.name_reading, &line.business, &line.remarks, &line.risk_owner];
    let keys = parts.into_iter().filter(|part| !part.is_empty()).map(|part| word(part));
    keys.collect::<Vec<_>>().join(BETWEEN)
}

/// The words that a person looks for, each as a key: all of them must be found.
pub(crate) fn words(search: &str) -> Vec<String> {
    search.split_whitespace().map(word).filter(|word| !word.is_empty()).take(10).collect()
}

/// One key for キーボード, ｷｰﾎﾞｰﾄﾞ and きーぼーど.
pub(crate) fn word(text: &str) -> String {
    to_hiragana(&matching_key(text))
}

/// Whether the column holds the word. Several times quicker than LIKE, and without signs of its own.
pub(crate) fn position_of(context: &Context, column: impl sea_orm::ColumnTrait, word: &str) -> Expr {
    let function = match context.store().engine() {
        Engine::Sqlite => "instr",
        Engine::Postgres => "strpos",
    };
    Expr::from(Func::cust(function).arg(Expr::col(column)).arg(word)).gt(0)
}
