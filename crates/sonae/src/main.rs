//! `sonae`: the command. Parses words, wires the rooms together, says what happened in Japanese.
//!
//! Exit codes: 0 good, 1 the input cannot be used, 2 wrong usage.

#![forbid(unsafe_code)]

mod arguments;
mod commands;
mod failure;
mod files;
mod input;
mod output;
mod progress;
mod usage;

use std::process::ExitCode;

use arguments::{CatalogCommand, Command, ProfileCommand};

fn main() -> ExitCode {
    let arguments = match usage::parse() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let done = match arguments.command {
        Command::Assess(options) => commands::assess::run(&options),
        Command::Build(options) => commands::build::run(&options),
        Command::ExportRegister(options) => commands::export_register::run(&options),
        Command::Profile { command: ProfileCommand::New(options) } => commands::profile_new::run(&options),
        Command::Catalog { command: CatalogCommand::Check } => commands::catalog_check::run(),
        Command::Catalog { command: CatalogCommand::Cases } => commands::catalog_show::cases(),
        Command::Catalog { command: CatalogCommand::Examples } => commands::catalog_show::examples(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
