//! The application through its router, without a network.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod api;
mod asset;
mod asset_import;
mod audit_log;
mod browser;
mod frame;
mod home;
mod organization;
mod people;
mod setup;
mod sign_in;
mod token;
