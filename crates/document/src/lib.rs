//! Documents: the tree, and how clauses, blanks and reasons become one.
//!
//! Drafting is a pure function `(catalog, profile, assets) -> Document`: same input, same document.
//! A clause whose condition the company does not meet is left out and named; a blank that nobody has
//! confirmed is marked and listed at the end; every rule can say why it is there.

#![forbid(unsafe_code)]

mod columns;
mod draft;
mod heat_map;
mod report;
mod texts;
mod tree;
mod words;

pub use columns::column_widths;
pub use draft::{DraftError, Drafted, Drafter, OpenBlank};
pub use report::{
    AssessmentReport, ListedRisk, Moves, ReportFront, ReportedApproval, ReportedDecision, ReportedRisk, ReportedStatus,
    ReportedTask, RiskList, TreatmentPlan, assessment_report, risk_list, treatment_plan,
};
pub use tree::{
    Align, Article, BlankMark, BlankState, Block, Cell, Column, Document, Figure, FrontMatter, Inline, Note, Table,
    Text, Tone,
};
