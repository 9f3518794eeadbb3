//! `sonae`: the command. Parses words, wires the rooms together, says what happened in Japanese.
//!
//! Exit codes: 0 good, 1 the input cannot be used, 2 wrong usage.

#![forbid(unsafe_code)]

mod arguments;
mod commands;
mod failure;
mod files;
mod input;
mod installation;
mod output;
mod progress;
mod runtime;
mod usage;

use std::process::ExitCode;

use arguments::{AuditLogCommand, CatalogCommand, Command, ProfileCommand, ServeOptions};

/// A page is thousands of small texts: the system's allocator took a fifth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match usage::parse() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let place = arguments.place;
    let done = match arguments.command.unwrap_or(Command::Serve(ServeOptions::default())) {
        Command::Serve(options) => commands::serve::run(&place, &options),
        Command::Init(options) => commands::init::run(&place, &options),
        Command::Migrate => commands::migrate::run(&place),
        Command::Backup(options) => commands::backup::run(&place, &options),
        Command::Restore(options) => commands::restore::run(&place, &options),
        Command::Doctor => commands::doctor::run(&place),
        Command::Token { command } => commands::token::run(&place, &command),
        Command::AuditLog { command: AuditLogCommand::Verify(options) } => {
            commands::audit_log_verify::run(&place, &options)
        }
        Command::Organization { command } => commands::organization::run(&place, &command),
        Command::Account { command } => commands::account::run(&place, &command),
        Command::Import(options) => commands::import::run(&place, &options),
        Command::Assess(options) => commands::assess::run(&options),
        Command::Build(options) => commands::build::run(&options),
        Command::ExportRegister(options) => commands::export_register::run(&options),
        Command::Profile { command: ProfileCommand::New(options) } => commands::profile_new::run(&options),
        Command::Catalog { command } => match command {
            CatalogCommand::Check(options) => commands::catalog_check::run(&options),
            CatalogCommand::Show(options) => commands::catalog_show::show(&options),
            CatalogCommand::Search(options) => commands::catalog_show::search(&options),
            CatalogCommand::Cases => commands::catalog_show::cases(),
            CatalogCommand::Examples => commands::catalog_show::examples(),
        },
    };
    match done {
        Ok(()) if output::say::is_lost() => ExitCode::from(1),
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
