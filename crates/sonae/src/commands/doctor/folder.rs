//! The data folder: there, private, writable, with room.

use std::path::Path;

use app::store::Location;

use super::Report;
use crate::failure::io_words;
use crate::installation::{Installation, readable_by_others};

/// Less free space than this is told.
const ROOM: u64 = 1_000_000_000;

pub fn look(installation: &Installation, report: &mut Report) {
    let folder = &installation.folder;
    let shown = folder.display();
    if !folder.is_dir() {
        if matches!(installation.location, Location::File(_)) {
            report.bad(format!(
                "データのフォルダー「{shown}」がありません。場所が違うときは --data で指定し、初めてのときは sonae を実行してください"
            ));
        }
        return;
    }
    let probe = folder.join(format!(".書き込みの確認-{}", std::process::id()));
    match std::fs::write(&probe, b"sonae") {
        Ok(()) => report.good(format!("データのフォルダー「{shown}」に書き込めます")),
        Err(error) => report.bad(format!(
            "データのフォルダー「{shown}」に書き込めません（{}）。sonae を動かす利用者の持ち物にしてください",
            io_words(&error)
        )),
    }
    let _ = std::fs::remove_file(probe);
    private(installation, report);
    match free(folder) {
        Some(free) if free < ROOM => report.bad(format!(
            "空き容量が{}MBしかありません。1GB以上に増やすか、古いファイルを移してください",
            free / 1_000_000
        )),
        Some(free) => report.good(format!("空き容量は{:.1}GBです", free as f64 / 1e9)),
        None => {}
    }
}

fn private(installation: &Installation, report: &mut Report) {
    let database = match &installation.location {
        Location::File(path) => Some(path.as_path()),
        Location::Server(_) => None,
    };
    let open: Vec<String> = std::iter::once(installation.folder.as_path())
        .chain(database.filter(|path| path.exists()))
        .filter(|path| readable_by_others(path))
        .map(|path| path.display().to_string())
        .collect();
    if open.is_empty() {
        report.good("ほかの利用者からは読めません");
    } else {
        report.bad(format!("ほかの利用者にも読めます。次を実行してください：chmod -R go= {}", open.join(" ")));
    }
}

/// Free bytes where the folder lies; `None` where the system does not say.
fn free(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let there = rustix::fs::statvfs(folder).ok()?;
        Some(there.f_bavail.saturating_mul(there.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}
