//! How many of the organization's own risks name an entry, for those who may see risks.

use app::Permission;
use app::risk::{Named, naming};
use app::store::paging::Total;
use catalog::{Entry, Kind};
use maud::{Markup, html};

use super::address::with_query;
use crate::Failure;
use crate::asset::words::thousands;
use crate::request::Person;

/// The number with a way to the list; nothing for kinds that no risk names.
pub(super) async fn own_risks(person: &Person, entry: &Entry<'_>) -> Result<Option<Markup>, Failure> {
    let Some((named, name, what)) = named(entry) else { return Ok(None) };
    if !person.context.allows(Permission::ReadRisks) {
        return Ok(None);
    }
    let count = match naming(&person.context, &named).await? {
        Total::Exactly(0) => None,
        Total::Exactly(count) => Some(format!("{}件", thousands(count))),
        Total::MoreThan(count) => Some(format!("{}件以上", thousands(count))),
    };
    let may_edit = person.context.allows(Permission::EditRisks);
    let href = with_query("/risks", &[(name, entry.id)]);
    Ok(Some(html! {
        section aria-labelledby="own-risks" {
            h2 #own-risks { "自社のリスク" }
            @match count {
                Some(count) => {
                    p { (what) "を挙げているリスクが" (count) "あります。" a href=(href) { "そのリスクを見る" } }
                }
                None => {
                    p {
                        (what) "を挙げているリスクは、見られる範囲にはまだありません。"
                        @if may_edit { a href="/risks/identify" { "リスクを洗い出す" } }
                    }
                }
            }
        }
    }))
}

/// What risks call the entry, the word in the list's address, and the words for people.
fn named(entry: &Entry<'_>) -> Option<(Named, &'static str, &'static str)> {
    let id = entry.id.to_owned();
    match entry.kind {
        Kind::ThreatLine => Some((Named::Line(id), "line", "この脅威")),
        Kind::Threat => Some((Named::Threat(id), "threat", "この脅威")),
        Kind::Vulnerability => Some((Named::Vulnerability(id), "vulnerability", "この脆弱性")),
        Kind::Control => Some((Named::Control(id), "control", "この管理策")),
        _ => None,
    }
}
