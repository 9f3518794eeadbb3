//! Whether a file is a whole backup: every checksum, every count, before anything is done with it.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::manifest::{self, Manifest};
use super::read_table::hex;
use crate::{Error, Result};

/// A manifest is a few kilobytes; what is far larger is none.
const LARGEST_MANIFEST: u64 = 4 << 20;

/// Reads a backup to its end and holds it against its manifest.
///
/// # Errors
/// [`Error::Refused`] that says what is wrong with the file.
pub fn check(path: &Path) -> Result<Manifest> {
    let (mut archive, manifest) = open(path)?;
    for table in &manifest.tables {
        let mut part = archive.by_name(&manifest::rows_file(&table.name)).map_err(|_| broken(path, &table.name))?;
        let mut digest = Sha256::new();
        let mut rows = 0u64;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = part.read(&mut buffer).map_err(|_| broken(path, &table.name))?;
            if read == 0 {
                break;
            }
            digest.update(&buffer[..read]);
            rows += buffer[..read].iter().filter(|byte| **byte == b'\n').count() as u64;
        }
        if rows != table.rows || hex(&digest.finalize()) != table.sha256 {
            return Err(broken(path, &table.name));
        }
    }
    Ok(manifest)
}

/// Opens a backup and reads its manifest.
pub(super) fn open(path: &Path) -> Result<(ZipArchive<BufReader<File>>, Manifest)> {
    let file =
        File::open(path).map_err(|error| Error::Refused(format!("「{}」を開けません（{error}）。", path.display())))?;
    let foreign = || {
        Error::Refused(format!(
            "「{}」は Sonae のバックアップではないか、途中で切れています。sonae backup で作ったファイルを指定してください。",
            path.display()
        ))
    };
    let mut archive = ZipArchive::new(BufReader::with_capacity(1 << 18, file)).map_err(|_| foreign())?;
    let mut text = String::new();
    let part = archive.by_name(manifest::FILE).map_err(|_| foreign())?;
    part.take(LARGEST_MANIFEST).read_to_string(&mut text).map_err(|_| foreign())?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|_| foreign())?;
    if manifest.format != manifest::FORMAT {
        return Err(foreign());
    }
    if manifest.format_version != manifest::FORMAT_VERSION {
        return Err(Error::Refused(format!(
            "「{}」は新しい版の Sonae（{}）のバックアップです。Sonae を新しくしてから復元してください。",
            path.display(),
            manifest.program
        )));
    }
    Ok((archive, manifest))
}

pub(super) fn broken(path: &Path, table: &str) -> Error {
    Error::Refused(format!(
        "「{}」は壊れています（「{table}」の内容が、書き出したときの記録と合いません）。何も復元していません。別のバックアップを使ってください。",
        path.display()
    ))
}
