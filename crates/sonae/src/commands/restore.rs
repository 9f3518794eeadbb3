//! `sonae restore`: a backup into an empty place.

use app::store::backup::{Logs, Manifest, check, restore};
use app::store::{Location, Store};

use crate::arguments::{PlaceOptions, RestoreOptions};
use crate::failure::Failure;
use crate::installation::Installation;
use crate::output::say::tell;
use crate::progress::Progress;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] where the file is broken or newer than this program, or the place is not empty.
/// Nothing is left behind then.
pub fn run(place: &PlaceOptions, options: &RestoreOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    // Before anything is made: a wrong file must not leave an empty database behind.
    check(&options.file)?;
    let was_there = installation.is_there();
    runtime::run(async {
        let store = installation.make().await?;
        let progress = Progress::of_lines("復元しています", options.quiet);
        let logs = if options.accept_broken_log { Logs::MayBeBroken } else { Logs::MustBeWhole };
        let restored = restore(&store, &options.file, logs, &|done, _| progress.at(done)).await;
        drop(progress);
        close(&installation, store, restored.is_err() && !was_there).await;
        let restored = restored?;
        if !options.quiet {
            tell(&installation, &restored);
        }
        Ok(())
    })
}

/// Closes the database; takes an embedded one away again where it was made in vain.
async fn close(installation: &Installation, store: Store, in_vain: bool) {
    store.close().await;
    if let (true, Location::File(path)) = (in_vain, &installation.location) {
        let name = path.to_string_lossy();
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{name}{ending}"));
        }
        let _ = std::fs::remove_file(path.with_extension("migration-lock"));
    }
}

fn tell(installation: &Installation, restored: &Manifest) {
    // As people in Japan read it; what is no time is shown as it stands in the file.
    let made_at = restored.made_at.parse::<jiff::Timestamp>().map_or_else(
        |_| restored.made_at.clone(),
        |time| jiff::tz::Offset::constant(9).to_datetime(time).strftime("%Y年%-m月%-d日 %-H:%M").to_string(),
    );
    tell!(
        "{made_at} のバックアップを復元し、読み直して同じ内容であることを確かめました（{}個の表、{}行）。",
        restored.tables.len(),
        restored.rows()
    );
    tell!("復元先：{}", installation.location.shown());
}
