//! 様式 (`forms/*.toml`): sheets and ledgers that regulations ask for.

use serde::Deserialize;

use crate::Certainty;

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// `withdrawal-permit`
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// How it is kept.
    pub kind: FormKind,
    /// Ids of the clauses that use it; it stands behind the regulation of the first.
    pub clauses: Vec<String>,
    /// Id of the role that keeps it.
    pub keeper: String,
    /// How long it is kept.
    pub retention: String,
    /// What to mind when filling it in.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// How a form is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormKind {
    /// One sheet for each matter.
    Sheet,
    /// One line for each matter.
    Ledger,
}

/// A place to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name.
    pub label: String,
    /// What is written there.
    pub kind: FieldKind,
    /// Help for filling it in.
    #[serde(default)]
    pub hint: String,
    /// The choices, for [`FieldKind::Choice`].
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether the form makes no sense without it.
    #[serde(default)]
    pub required: bool,
}

/// What is written in a [`Field`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A few words.
    Text,
    /// Several lines.
    LongText,
    /// A day.
    Date,
    /// One of the choices.
    Choice,
    /// はい or いいえ.
    YesNo,
    /// A name written by hand.
    Signature,
}

/// The file of a form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// The form.
    pub form: Form,
    /// Its fields, in order.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}
