//! Drafting: what the catalog knows and the company has said becomes documents.

mod annex;
mod basic_policy;
mod blanks;
mod case_documents;
mod clauses;
mod forms;
mod handbook;
mod reasons;
mod register;
mod regulation;
mod risk_report;
mod roles;
mod treatment_plan;

use assessment::Assessor;
use catalog::{Catalog, DocumentHead, Profile};
use method::Asset;

pub use blanks::OpenBlank;

use crate::{Document, FrontMatter};

/// A document drafted from clauses, and what somebody still has to decide before it can be approved.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// The document; the open blanks are marked and listed in it.
    pub document: Document,
    /// Its open blanks, in the order in which they stand.
    pub open: Vec<OpenBlank>,
}

/// Why documents cannot be drafted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The profile gives a blank a value that is not of its kind.
    #[error("プロファイルの [blanks] \"{blank}\" の値「{value}」は使えません。{expected}")]
    Blank {
        /// `clause.blank`
        blank: String,
        /// The value found.
        value: String,
        /// What may stand there.
        expected: String,
    },
    /// The catalog has no such policy or topic.
    #[error("「{0}」は知識（catalog）にありません。")]
    Unknown(String),
}

/// Drafts the documents of one company.
#[derive(Debug, Clone, Copy)]
pub struct Drafter<'a> {
    /// What the product knows.
    pub catalog: &'a Catalog,
    /// What the company has said.
    pub profile: &'a Profile,
    /// Its register.
    pub assets: &'a [Asset],
    /// Names of the register's own further columns.
    pub extra_columns: &'a [String],
    /// Its threat lines, rated.
    pub assessor: &'a Assessor<'a>,
}

/// What stands in place of the company's name until it is known.
const NO_NAME: &str = "〔組織名〕";

impl Drafter<'_> {
    fn organization(&self) -> String {
        self.profile.organization().unwrap_or_else(|| NO_NAME.to_owned())
    }

    fn front(&self, head: &DocumentHead) -> FrontMatter {
        self.front_of(&head.id, &head.number, &head.category, &head.title, &head.scope)
    }

    fn front_of(&self, id: &str, number: &str, category: &str, title: &str, scope: &str) -> FrontMatter {
        FrontMatter {
            id: id.replace('.', "-"),
            organization: self.organization(),
            number: number.to_owned(),
            category: category.to_owned(),
            title: title.to_owned(),
            revised_on: self.profile.revised_on(),
            scope: scope.to_owned(),
            state: "草案（未承認）".to_owned(),
            contents: false,
            landscape: false,
        }
    }
}
