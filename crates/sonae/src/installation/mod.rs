//! One installation: data folder, settings, database.

mod folder;
mod last_backup;
mod open;
mod settings;

use std::path::{Path, PathBuf};

use app::store::Location;

pub use folder::{make_private, readable_by_others};
pub use last_backup::LastBackup;
pub use open::{operator, operator_of};
pub use settings::{Settings, TlsFiles};

use crate::arguments::PlaceOptions;
use crate::failure::Failure;

/// The file of settings in the data folder.
pub const SETTINGS_FILE: &str = "sonae.toml";
/// The embedded database in the data folder.
const DATABASE_FILE: &str = "sonae.db";

/// One installation.
pub struct Installation {
    /// The data folder; need not be there yet.
    pub folder: PathBuf,
    /// What `sonae.toml` says.
    pub settings: Settings,
    /// Where the database is.
    pub location: Location,
}

impl Installation {
    /// Finds the data folder, reads its settings, and decides which database is meant: what the command
    /// line says, else the environment, else the settings, else the embedded one.
    ///
    /// # Errors
    /// [`Failure::Input`] for settings that cannot be read; [`Failure::Usage`] for an address that is none.
    pub fn find(place: &PlaceOptions) -> Result<Self, Failure> {
        let folder = folder::choose(place.data.as_deref())?;
        let settings = Settings::read(&folder.join(SETTINGS_FILE))?;
        let address = place.database.clone().or_else(|| environment("SONAE_DATABASE")).or(settings.database.clone());
        let location = match address {
            Some(address) => server(address)?,
            None => Location::File(folder.join(DATABASE_FILE)),
        };
        Ok(Self { folder, settings, location })
    }

    /// A path of the settings: relative ones lie in the data folder.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }
}

fn server(address: String) -> Result<Location, Failure> {
    if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        return Ok(Location::Server(address));
    }
    Err(Failure::Usage(
        "データベースのアドレスは postgres://利用者:パスワード@サーバー/データベース の形で書いてください。指定しなければ、データのフォルダーの中のデータベースを使います。"
            .into(),
    ))
}

/// A variable of the environment that is set to something.
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}
