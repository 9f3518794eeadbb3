//! `sonae doctor`: looks everything over and says what to do. Changes nothing.

mod backup;
mod clock;
mod database;
mod folder;
mod log;
mod settings;

use crate::arguments::PlaceOptions;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::output::say::say;
use crate::runtime;

/// What was found, line by line.
#[derive(Default)]
pub struct Report {
    bad: usize,
}

impl Report {
    /// Something is as it should be.
    pub fn good(&mut self, message: impl std::fmt::Display) {
        say!("✓ {message}");
    }

    /// Something is not; the message says what to do.
    pub fn bad(&mut self, message: impl std::fmt::Display) {
        self.bad += 1;
        say!("! {message}");
    }
}

/// Runs the command.
///
/// # Errors
/// [`Failure::Told`] where anything is not as it should be.
pub fn run(place: &PlaceOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    let mut report = Report::default();
    say!("Sonae {}　データ：{}\n", env!("CARGO_PKG_VERSION"), installation.location.shown());
    folder::look(&installation, &mut report);
    settings::look(&installation, &mut report);
    runtime::run(async {
        if let Some(store) = database::open(&installation, &mut report).await {
            database::look(&store, &mut report).await?;
            log::look(&store, &mut report).await?;
            clock::look(&store, &mut report).await?;
            store.close().await;
        }
        Ok(())
    })?;
    backup::look(&installation, &mut report);
    if report.bad == 0 {
        say!("\nすべて問題ありません。");
        return Ok(());
    }
    say!("\n直したほうがよい点が{}個あります（! の行）。", report.bad);
    Err(Failure::Told)
}
