//! The log, on standard error.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

use crate::failure::Failure;
use crate::installation::environment;

/// One line per request, and what went wrong.
const USUAL: &str = "info";

/// Begins the log: what the command line says, else SONAE_LOG, else the settings.
///
/// # Errors
/// [`Failure::Usage`] for a level that does not exist.
pub fn begin(wanted: Option<&str>, settings: Option<&str>) -> Result<(), Failure> {
    let environment = environment("SONAE_LOG");
    let level = wanted.or(environment.as_deref()).or(settings).unwrap_or(USUAL);
    let filter = filter(level).ok_or_else(|| {
        Failure::Usage(format!("「{level}」という記録の細かさはありません。使える値: error、warn、info、debug、trace"))
    })?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .init();
    Ok(())
}

/// The level for what is ours; of libraries only what is wrong. Directives of tracing are taken as they are.
fn filter(level: &str) -> Option<EnvFilter> {
    let directives = match level {
        "error" => "error".to_owned(),
        "warn" | "info" | "debug" | "trace" => format!("warn,sonae={level},web={level},app={level}"),
        own if own.contains('=') => own.to_owned(),
        _ => return None,
    };
    EnvFilter::try_new(directives).ok()
}
