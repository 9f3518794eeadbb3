//! Every use case on a real database, on both engines.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod department;
mod invitation;
mod mail;
mod organization;
mod people;
mod permission;
mod records;
