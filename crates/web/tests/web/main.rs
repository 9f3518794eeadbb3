//! The application through its router, without a network.

#![allow(clippy::unwrap_used, clippy::panic)]

mod browser;
mod frame;
mod people;
