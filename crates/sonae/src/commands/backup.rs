//! `sonae backup`: all data into one file, while others go on working.

use app::store::backup::{Manifest, backup};
use app::{Clock, Instant};

use crate::arguments::{BackupOptions, PlaceOptions};
use crate::failure::Failure;
use crate::installation::{Installation, LastBackup};
use crate::output::say::tell;
use crate::progress::Progress;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] where there is no data, the file is there already or cannot be written.
pub fn run(place: &PlaceOptions, options: &BackupOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.open_any_version().await?;
        let now = Clock::System.now();
        let progress = Progress::of_lines("バックアップを作っています", options.quiet);
        let made = backup(&store, &options.file, options.overwrite, now, &|done, _| progress.at(done)).await;
        drop(progress);
        store.close().await;
        let made = made?;
        remember(&installation, options, now);
        if !options.quiet {
            tell(options, &made);
        }
        Ok(())
    })
}

/// So that `sonae doctor` can say how old the last one is. A backup is good also where this fails.
fn remember(installation: &Installation, options: &BackupOptions, now: Instant) {
    let file = std::path::absolute(&options.file).unwrap_or_else(|_| options.file.clone());
    if let Err(error) = (LastBackup { at: now, file }).write(&installation.folder) {
        tell!("バックアップの日時を「{}」に残せませんでした（{error}）。", installation.folder.display());
    }
}

fn tell(options: &BackupOptions, made: &Manifest) {
    let bytes = options.file.metadata().map_or(0, |there| there.len());
    tell!(
        "バックアップを「{}」に作り、読み直して確かめました（{}個の表、{}行、{}）。",
        options.file.display(),
        made.tables.len(),
        made.rows(),
        size(bytes)
    );
    tell!("中には会社の情報とパスワードの照合用の値が入っています。ほかの人が読めない場所に置いてください。");
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{}KB", bytes.div_ceil(1_000)),
        _ => format!("{:.1}MB", bytes as f64 / 1_000_000.0),
    }
}
