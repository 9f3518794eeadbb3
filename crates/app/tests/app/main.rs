//! Every use case on a real database, on both engines.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod account_passkey;
mod account_password;
mod account_recover;
mod account_session;
mod account_throttle;
mod account_two_steps;
mod administer;
mod assessment;
mod asset;
mod asset_import;
mod audit_log;
mod audit_log_import;
mod audit_log_undo;
mod audit_log_verify;
mod backup;
mod department;
mod documents;
mod invitation;
mod job;
mod mail;
mod organization;
mod people;
mod people_of_tests;
mod permission;
mod records;
mod risk;
mod sample;
mod token;
mod treatment;
