//! The application through its router, without a network.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod asset;
mod audit_log;
mod api;
mod asset_import;
mod browser;
mod frame;
mod home;
mod organization;
mod people;
mod setup;
mod sign_in;
