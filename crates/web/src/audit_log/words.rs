//! Words that several of these screens use.

use app::Instant;
use app::audit_log::{Entity, Entry, Event};

/// What a record says, in a few words: 情報資産「顧客リスト」の変更.
pub(super) fn title(entry: &Entry) -> String {
    let label = &entry.label;
    match (entry.entity, entry.event) {
        (Some(Entity::Import), Some(Event::Imported)) => format!("「{label}」の取り込み"),
        (_, Some(Event::Exported)) => format!("「{label}」の書き出し"),
        (Some(Entity::Invitation), Some(Event::Accepted)) => format!("招待「{label}」の受け入れ"),
        (Some(Entity::Account), Some(event @ (Event::SignedIn | Event::SignedOut))) => {
            format!("「{label}」の{}", event.title())
        }
        _ => format!("{}「{label}」の{}", entry.entity_title(), entry.event_title()),
    }
}

/// 2026年11月24日 9:05, in Japan.
pub(super) fn moment(instant: Instant) -> String {
    let time = instant.in_japan();
    format!("{} {}:{:02}", japanese::format_date(time.date()), time.hour(), time.minute())
}

/// The same with seconds.
pub(super) fn exact_moment(instant: Instant) -> String {
    format!("{}:{:02}", moment(instant), instant.in_japan().second())
}
