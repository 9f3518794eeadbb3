//! Two people worked on one risk: the second sees what stands there now before deciding over it.

use app::asset::today;
use app::risk::{Found, history};
use maud::html;

use super::{summary, words};
use crate::components::Notice;
use crate::request::Person;
use crate::{Failure, State};

/// Who changed the risk meanwhile, and what is decided now.
pub(super) async fn notice(person: &Person, state: &State, found: &Found<'_>) -> Result<Notice, Failure> {
    let who = who(person, state, found).await?;
    let notice =
        Notice::warning(format!("入力している間に、{who}、このリスクを変更しました。まだ何も保存していません。"));
    Ok(notice.with(html! {
        @match &found.risk.content.decision {
            Some(decision) => {
                p { "今、決まっている対応です。" }
                (summary::decision(found, decision))
                (summary::tasks(found, decision, today(&person.context), |_| None))
            }
            None => p { "今、対応は決まっていません。" },
        }
        p { "入力した内容は、下に残っています。これでよければ、もう一度「この対応に決める」を押してください。" }
    }))
}

/// Who changed the risk last, and when: 「田中 花子さんが2026/11/30 9:05に」.
pub(super) async fn who(person: &Person, state: &State, found: &Found<'_>) -> Result<String, Failure> {
    let told = history(&person.context, &state.catalog, found.risk.id).await?;
    Ok(told.changes.first().map_or_else(
        || "ほかの人が".to_owned(),
        |change| format!("{}さんが{}に", change.actor, words::moment(change.at)),
    ))
}
