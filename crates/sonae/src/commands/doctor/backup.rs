//! The last backup: made, there, not too old.

use app::Clock;

use super::Report;
use crate::installation::{Installation, LastBackup};

const OLD_DAYS: i64 = 7;
const DAY: i64 = 24 * 60 * 60 * 1000;

pub fn look(installation: &Installation, report: &mut Report) {
    let how = "sonae backup ファイル でバックアップを取り、毎日取る仕組みにしてください（docs/operating.md）";
    let Some(last) = LastBackup::read(&installation.folder) else {
        report.bad(format!("バックアップを取った記録がありません。{how}"));
        return;
    };
    let days = (Clock::System.now().0 - last.at.0) / DAY;
    let when = if days < 1 { "24時間以内".to_owned() } else { format!("{days}日前") };
    if days > OLD_DAYS {
        report.bad(format!("最後のバックアップは{days}日前です。{how}"));
    } else if last.file.exists() {
        report.good(format!("最後のバックアップは{when}です（{}）", last.file.display()));
    } else {
        // Moved to a safer place is as it should be.
        report.good(format!("最後のバックアップは{when}です（「{}」からは移されています）", last.file.display()));
    }
}
