//! Documents: the tree, and how clauses, blanks and reasons become one. Pure.

#![forbid(unsafe_code)]

mod tree;

pub use tree::{
    Align, Article, BlankMark, BlankState, Block, Cell, Column, Document, Figure, FrontMatter, Inline, Note, Table,
    Text, Tone,
};
