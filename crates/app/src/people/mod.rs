//! 人と役割: who belongs to an organization, and as what. Giving roles: see `permission.rs`.

mod add_role;
mod list;
mod remove;
mod restore;
mod rule;
mod switch_organization;
mod take_role;

pub use add_role::{NewRole, add_role};
pub use list::{HeldRole, Person, find, list};
pub use remove::remove;
pub(crate) use restore::{is_held, restore};
pub(crate) use rule::{belongs, check_role, lock, require_giving};
pub use rule::{may_give, offered};
pub use switch_organization::switch_organization;
pub use take_role::take_role;
