//! `sonae migrate`: brings the database to this program's version.

use app::store::{Version, migrate, version};

use crate::arguments::PlaceOptions;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::output::say::tell;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] where a newer Sonae has made the database.
pub fn run(place: &PlaceOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.make().await?;
        let before = version(&store).await?;
        if before == Version::Ahead {
            return Err(installation.refused(before));
        }
        migrate(&store).await?;
        store.close().await;
        tell!(
            "{}",
            match before {
                Version::Empty => "データベースを準備しました。".to_owned(),
                Version::Behind(steps) => format!("データベースを新しい版にしました（{steps}段階）。"),
                Version::Current | Version::Ahead => "データベースは、もうこの版です。何も変えていません。".to_owned(),
            }
        );
        Ok(())
    })
}
