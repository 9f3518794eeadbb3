//! What tests share: sample documents, hostile files. Never part of the product.

#![forbid(unsafe_code)]
#![allow(clippy::panic)]

#[cfg(feature = "authenticator")]
pub mod authenticator;
#[cfg(feature = "database")]
pub mod company;
#[cfg(feature = "database")]
pub mod database;
pub mod documents;
pub mod hostile;
pub mod registers;
