//! The second part of the catalog, on which people act: topics and cases (Lv.1), guidelines,
//! regulations, forms and the handbook (Lv.2).

mod case;
mod form;
mod guideline;
mod handbook;
mod regulation;
mod topic;

pub use case::{Case, CaseFile, Damage};
pub use form::{Field, FieldKind, Form, FormFile, FormKind};
pub use guideline::{AnswerChoice, Check, CheckGroup, Guideline, GuidelineFile, ScoreBand, Situation};
pub use handbook::{Page, PageFile, Point};
pub use regulation::{Regulation, RegulationFile};
pub use topic::{Topic, TopicFile};
