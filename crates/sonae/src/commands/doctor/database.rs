//! The database: it opens, is of this version, and is sound.

use app::store::{Store, Version, examine, version};

use super::Report;
use crate::failure::Failure;
use crate::installation::Installation;

/// The open database; `None` where it cannot be looked at, which has been told.
pub async fn open(installation: &Installation, report: &mut Report) -> Option<Store> {
    let store = match installation.open_any_version().await {
        Ok(store) => store,
        Err(failure) => {
            report.bad(failure.message());
            return None;
        }
    };
    report.good("データベースを開けます");
    match version(&store).await {
        Ok(Version::Current) => {
            report.good("データベースの版は合っています");
            Some(store)
        }
        Ok(other) => {
            report.bad(installation.refused(other).message());
            store.close().await;
            None
        }
        Err(error) => {
            report.bad(error);
            store.close().await;
            None
        }
    }
}

pub async fn look(store: &Store, report: &mut Report) -> Result<(), Failure> {
    for finding in examine(store).await? {
        if finding.good {
            report.good(finding.message);
        } else {
            report.bad(finding.message);
        }
    }
    Ok(())
}
