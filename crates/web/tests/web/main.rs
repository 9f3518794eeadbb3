//! The application through its router, without a network.

#![allow(clippy::unwrap_used, clippy::panic)]

mod account;
mod api;
mod assessment;
mod asset;
mod asset_import;
mod audit_log;
mod browser;
mod criteria;
mod download;
mod frame;
mod home;
mod knowledge;
mod organization;
mod people;
mod renderers;
mod risk;
mod risk_conflict;
mod risk_identify;
mod risk_many;
mod setup;
mod sign_in;
mod threat;
mod token;
mod treatment;
mod treatment_carried_out;
mod treatment_review;
