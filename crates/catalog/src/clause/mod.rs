//! 条項: rules with blanks, conditions and reasons, and the files that hold them.

mod blank;
mod condition;
mod files;
mod template;

pub use blank::{Blank, BlankId, BlankKind, BlankValue};
pub use condition::{Condition, Truth};
pub use files::{Answers, Clause, DocumentHead, PolicyFile, Section, Tier};
pub use template::{Part, Template};
