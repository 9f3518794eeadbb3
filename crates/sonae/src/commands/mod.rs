//! The commands, one file each.

pub mod account;
pub mod assess;
pub mod audit_log_verify;
pub mod backup;
pub mod build;
pub mod catalog_check;
pub mod catalog_show;
pub mod doctor;
pub mod export_register;
pub mod import;
pub mod init;
pub mod migrate;
pub mod organization;
pub mod profile_new;
pub mod restore;
pub mod serve;
pub mod token;
