//! The company's situation: questions, measures, roles, and the answers to them.

mod answers;
mod measure;
mod question;
mod read;
mod role;
mod write;

pub use answers::{Answer, Profile};
pub use measure::Measure;
pub(crate) use measure::MeasureFile;
pub(crate) use question::QuestionFile;
pub use question::{ProfileSection, Question, QuestionKind};
pub use read::{ProfileError, UnusableProfile};
pub use role::Role;
pub(crate) use role::RoleFile;
