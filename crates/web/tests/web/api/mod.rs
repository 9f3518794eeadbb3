//! The JSON API through the router.

mod asset;
mod asset_many;
mod audit_log;
mod closed;
mod description;
mod import;
mod organization;
mod people;
mod problem;
mod program;
