//! Bringing in what was looked at.

use std::collections::BTreeSet;

use app::Error;
use app::asset::import::{Applied, Selection, apply as bring_in, find};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::{import_id, words};
use crate::components::Notice;
use crate::request::{Person, see_other, see_other_with};
use crate::{Failure, State};

pub(super) async fn apply(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let id = import_id(&id)?;
    let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    let selection = match get("which") {
        "all" => Selection::All,
        _ => Selection::Rows(rows(&pairs)),
    };
    let back = format!("/assets/import/{id}");
    match bring_in(&person.context, &state.catalog, id, &selection, get("seen")).await {
        Ok(Applied::Done(report)) => {
            let notice = Notice::success(words::done(&report));
            let to = if report.left > 0 { &back } else { "/assets" };
            Ok(see_other_with(to, &notice))
        }
        Ok(Applied::Job(job)) => Ok(see_other(&format!("/jobs/{job}"))),
        Err(Error::Stale) => Ok(see_other_with(&back, &stale(&person, id).await?)),
        Err(Error::Invalid { problems }) => {
            let words: Vec<_> = problems.into_iter().map(|problem| problem.message).collect();
            Ok(see_other_with(&back, &Notice::warning(words.join(""))))
        }
        Err(error) => Err(error.into()),
    }
}

fn rows(pairs: &[(String, String)]) -> BTreeSet<u32> {
    let rows = pairs.iter().filter(|(name, _)| name == "row");
    rows.filter_map(|(_, row)| row.parse().ok()).collect()
}

async fn stale(person: &Person, id: app::ImportId) -> Result<Notice, Failure> {
    if find(&person.context, id).await?.applied {
        return Ok(Notice::information("もう取り込んであります。"));
    }
    Ok(Notice::warning(
        "確かめてもらった後に台帳が変わったため、何も取り込みませんでした。これは比べ直した内容です。もう一度確かめてください。",
    ))
}
