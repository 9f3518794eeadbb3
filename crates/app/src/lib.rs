//! Use cases: one folder per capability, its database rows inside it.

#![forbid(unsafe_code)]
