//! The data folder: where it is, and that only its owner looks into it.

use std::fs::DirBuilder;
use std::path::{Path, PathBuf};

use super::environment;
use crate::failure::{Failure, io_words};

/// What the command line says, else SONAE_DATA, else the user's own data folder.
pub fn choose(wanted: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(wanted) = wanted {
        return Ok(wanted.to_owned());
    }
    if let Some(wanted) = environment("SONAE_DATA") {
        return Ok(wanted.into());
    }
    usual().ok_or_else(|| {
        Failure::Usage("データを置くフォルダーが決まりません。--data フォルダー で指定してください。".into())
    })
}

/// By platform: `%LOCALAPPDATA%\Sonae`, `~/Library/Application Support/Sonae`, `~/.local/share/sonae`.
fn usual() -> Option<PathBuf> {
    let from = |name: &str| environment(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        from("LOCALAPPDATA").map(|folder| folder.join("Sonae"))
    } else if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library/Application Support/Sonae"))
    } else {
        from("XDG_DATA_HOME")
            .or_else(|| from("HOME").map(|home| home.join(".local/share")))
            .map(|data| data.join("sonae"))
    }
}

/// Makes the folder where there is none, for its owner alone.
///
/// # Errors
/// [`Failure::Input`] where it cannot be made.
pub fn make_private(folder: &Path) -> Result<(), Failure> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| {
        let error = io_words(&error);
        Failure::Input(format!(
            "データのフォルダー「{}」を作れません（{error}）。書き込める場所を --data で指定してください。",
            folder.display()
        ))
    })
}

/// Whether others than its owner may read or write it. Always `false` where there are no such rights (Windows).
pub fn readable_by_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        path.metadata().is_ok_and(|there| there.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}
