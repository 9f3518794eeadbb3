//! The JSON API through the router.

mod assessment;
mod asset;
mod asset_many;
mod audit_log;
mod closed;
mod description;
mod docs;
mod import;
mod organization;
mod people;
mod problem;
mod program;
mod risk;
mod risk_filter;
mod risk_input;
mod risk_many;
mod threat;
mod treatment;
mod treatment_plan;
