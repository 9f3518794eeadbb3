//! Many assets at once.

use app::AssetId;
use app::asset::Selection;

use super::filter::FilterBody;
use crate::api::Problem;

/// Which assets: by their keys, or all that a filter finds.
///
/// # Errors
/// Where neither or both are given: nothing is guessed.
pub(super) fn selection(ids: Option<Vec<AssetId>>, filter: Option<FilterBody>) -> Result<Selection, Problem> {
    match (ids, filter) {
        (Some(ids), None) => Ok(Selection::Chosen(ids)),
        (None, Some(filter)) => Ok(Selection::Matching(filter.into())),
        _ => Err(Problem::invalid()
            .with_field("ids", "どの情報資産かを、『ids』か『filter』のどちらか1つで書いてください。")),
    }
}
