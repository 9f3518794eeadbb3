//! The web application: screens and the JSON API over the use cases of `app`.

#![forbid(unsafe_code)]

pub mod components;
pub mod layout;
pub mod static_files;
