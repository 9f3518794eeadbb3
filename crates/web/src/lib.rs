//! The web application: screens and the JSON API over the use cases of `app`.

#![forbid(unsafe_code)]
