//! The application through its router, without a network.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod asset;
mod asset_import;
mod browser;
mod frame;
mod people;
mod sign_in;
