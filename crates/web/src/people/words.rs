//! Words that several of these screens use.

use app::invitation::Invitation;
use app::organization::department::Department;
use app::people::HeldRole;
use app::{Instant, Role};

/// 役割, with its department where it has one.
pub(super) fn role(role: Role, department: Option<&Department>) -> String {
    match department {
        Some(department) => format!("{}（{}）", role.title(), department.name),
        None => role.title().to_owned(),
    }
}

pub(super) fn held(held: &HeldRole) -> String {
    role(held.role, held.department.as_ref())
}

pub(super) fn offered(invitation: &Invitation) -> String {
    role(invitation.role, invitation.department.as_ref())
}

/// 2026年11月24日, in Japan.
pub(super) fn day(instant: Instant) -> String {
    let time = instant.in_japan();
    format!("{}年{}月{}日", time.year(), time.month(), time.day())
}

/// 2026年11月24日 9時00分, in Japan.
pub(super) fn moment(instant: Instant) -> String {
    let time = instant.in_japan();
    format!("{} {}時{:02}分", day(instant), time.hour(), time.minute())
}
