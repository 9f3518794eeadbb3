//! Previews of this process that somebody is looking at: turning a page does not read a file of 100,000
//! lines again. Nothing depends on it; what is not here is computed again.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use super::{Options, Preview};
use crate::ImportId;

/// Previews that are kept.
const MOST: usize = 4;
/// How long one is kept.
const KEPT: Duration = Duration::from_secs(5 * 60);

/// What a preview depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) import: ImportId,
    /// How it is read.
    pub(super) options: Options,
    /// The end of the organization's audit log: every change of the register moves it.
    pub(super) state: String,
}

/// Previews by what they depend on, oldest first.
type Known = Vec<(Key, Arc<Preview>)>;

static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

pub(super) fn get(key: &Key) -> Option<Arc<Preview>> {
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.iter().find(|(other, _)| other == key).map(|(_, preview)| preview.clone())
}

pub(super) fn put(key: Key, preview: Arc<Preview>) {
    let import = key.import;
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.retain(|(other, _)| other.import != import);
    if known.len() >= MOST {
        known.remove(0);
    }
    let kept = Arc::downgrade(&preview);
    known.push((key, preview));
    drop(known);
    tokio::spawn(async move {
        tokio::time::sleep(KEPT).await;
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|(_, preview)| !std::ptr::eq(Arc::as_ptr(preview), kept.as_ptr()));
    });
}

pub(super) fn forget(import: ImportId) {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).retain(|(key, _)| key.import != import);
}
