//! Workbooks: guarded reading of registers, writing of registers and of documents' tables.

#![forbid(unsafe_code)]

mod read;
mod write;

pub use read::{
    MediumNames, MediumProblem, OptionalColumns, Problem, ReadError, ReadOptions, Register, Scale, Severity,
    ThreatRating, read_register,
};
pub use write::{WriteError, document_workbook, register_workbook};
