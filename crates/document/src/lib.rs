//! Documents: the tree, and how clauses, blanks and reasons become one.
//!
//! Drafting is a pure function `(catalog, profile, assets) -> Document`: same input, same document.
//! A clause whose condition the company does not meet is left out and named; a blank that nobody has
//! confirmed is marked and listed at the end; every rule can say why it is there.

#![forbid(unsafe_code)]

mod draft;
mod texts;
mod tree;

pub use draft::{DraftError, Drafted, Drafter, OpenBlank};
pub use tree::{
    Align, Article, BlankMark, BlankState, Block, Cell, Column, Document, Figure, FrontMatter, Inline, Note, Table,
    Text, Tone,
};
