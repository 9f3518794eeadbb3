//! When the last backup was made: a small file in the data folder.

use std::io;
use std::path::{Path, PathBuf};

use app::Instant;
use serde::{Deserialize, Serialize};

const FILE: &str = "last-backup.json";

/// When the last backup was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBackup {
    /// When.
    pub at: Instant,
    /// Where it was put.
    pub file: PathBuf,
}

impl LastBackup {
    /// What the data folder remembers.
    pub fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(folder.join(FILE)).ok()?).ok()
    }

    /// Remembers it in the data folder.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        if !folder.is_dir() {
            // With PostgreSQL there need not be one.
            super::make_private(folder).map_err(|_| io::Error::other("no data folder"))?;
        }
        let beside = folder.join(format!(".{FILE}-{}", std::process::id()));
        std::fs::write(&beside, serde_json::to_vec(self)?)?;
        std::fs::rename(beside, folder.join(FILE))
    }
}
