//! The commands, one file each.

pub mod assess;
pub mod build;
pub mod catalog_check;
pub mod catalog_show;
pub mod export_register;
pub mod profile_new;
