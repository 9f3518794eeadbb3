//! The web application: screens and the JSON API over the use cases of `app`.
//!
//! Everything is closed by default: a handler that takes [`request::Person`] serves only signed-in people,
//! and the use case behind it asks for the permission. What is open to all takes [`request::Guest`].

#![forbid(unsafe_code)]

pub mod components;
pub mod layout;
pub mod request;
pub mod static_files;

mod account;
mod api;
mod assessment;
mod asset;
mod asset_import;
mod audit_log;
mod download;
mod failure;
mod home;
mod job;
mod knowledge;
mod organization;
mod people;
mod risk;
mod routes;
mod server;
mod setup;
mod sign_in;
mod state;
mod threat;
mod token;
mod treatment;

pub use api::api_description;
pub use download::Renderers;
pub use failure::Failure;
pub use server::router;
pub use state::{Settings, State};
