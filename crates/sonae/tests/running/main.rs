//! The real program on a temporary data folder: serving, kept, killed.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod durability;
mod http;
mod operations;
mod serve;
mod server;
