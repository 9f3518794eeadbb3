//! The company's situation: questions, measures, roles, and the answers to them.

mod answers;
mod measure;
mod question;
mod role;
mod write;

pub use answers::{Answer, Profile, ProfileError};
pub use measure::Measure;
pub(crate) use measure::MeasureFile;
pub(crate) use question::QuestionFile;
pub use question::{ProfileSection, Question, QuestionKind};
pub use role::Role;
pub(crate) use role::RoleFile;
