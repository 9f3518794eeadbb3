//! The machine's clock: sign-in codes, sessions and records depend on it.

use app::store::{Store, clock_difference, last_change};
use app::{Clock, Instant};

use super::Report;
use crate::failure::Failure;

/// Codes of 2段階認証 change every 30 seconds.
const TOLERATED_MILLISECONDS: i64 = 30_000;
/// 2026-11-01: before this program was written.
const EARLIEST: Instant = Instant(1_793_491_200_000);

pub async fn look(store: &Store, report: &mut Report) -> Result<(), Failure> {
    let now = Clock::System.now();
    let last = last_change(store).await?;
    if now < EARLIEST || last.is_some_and(|last| last.0 > now.0 + TOLERATED_MILLISECONDS) {
        report.bad(format!(
            "この機械の時計（{}）が遅れています。時刻を合わせてください（自動で合わせる設定をお勧めします）",
            now.timestamp()
        ));
        return Ok(());
    }
    match clock_difference(store, now).await? {
        Some(difference) if difference.abs() > TOLERATED_MILLISECONDS => report.bad(format!(
            "この機械とデータベースのサーバーの時計が{}秒ずれています。どちらも時刻を合わせてください",
            difference.abs() / 1000
        )),
        _ => report.good("時計は合っているようです"),
    }
    Ok(())
}
