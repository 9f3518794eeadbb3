//! What tests share: sample documents, hostile files. Never part of the product.

#![forbid(unsafe_code)]

pub mod documents;
pub mod hostile;
pub mod registers;
