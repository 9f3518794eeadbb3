//! Every use case on a real database, on both engines.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod audit_log;
mod audit_log_verify;
mod organization;
mod permission;
mod sample;
