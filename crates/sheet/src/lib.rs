//! Workbooks: guarded reading of registers, writing of registers and of documents' tables.

#![forbid(unsafe_code)]

mod escape;
mod read;
mod write;

pub use read::{
    GivenColumns, MediumNames, MediumProblem, OptionalColumns, Problem, ReadError, ReadOptions, Register, Scale,
    Severity, ThreatRating, UnknownMedium, read_pasted, read_register, read_register_bytes,
};
pub use write::{WriteError, document_workbook, register_csv, register_workbook};
