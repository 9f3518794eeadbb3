//! The runtime on which commands with a database run.

use anyhow::Context as _;

use crate::failure::Failure;

/// Runs the work to its end.
///
/// # Errors
/// Those of the work; [`Failure::Internal`] where the machine gives no threads.
pub fn run(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no threads")?;
    runtime.block_on(work)
}
