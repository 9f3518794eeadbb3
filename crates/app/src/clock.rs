//! Time as the application sees it: UTC, in milliseconds; tests may stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// 日本標準時: nine hours ahead of UTC, without summer time.
const JAPAN: jiff::tz::Offset = jiff::tz::offset(9);

/// A moment: milliseconds since 1970-01-01 UTC. Stored as a big integer on both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// That much later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }

    /// That much earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }

    /// The same moment for calendars; the epoch where it lies outside of what calendars hold.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }

    /// The same moment on Japanese clocks, as people read it.
    pub fn in_japan(self) -> jiff::civil::DateTime {
        JAPAN.to_datetime(self.timestamp())
    }

    /// The beginning of a day in Japan.
    pub fn day_begins(day: jiff::civil::Date) -> Self {
        let midnight = JAPAN.to_timestamp(day.at(0, 0, 0, 0));
        Self(midnight.map_or(0, jiff::Timestamp::as_millisecond))
    }
}

/// Tells the time.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// Stands still until a test moves it.
    Stopped(Arc<AtomicI64>),
}

impl Clock {
    /// A clock for tests that stands at `milliseconds` since 1970.
    pub fn stopped(milliseconds: i64) -> Self {
        Self::Stopped(Arc::new(AtomicI64::new(milliseconds)))
    }

    /// Moves a stopped clock; the machine's goes by itself.
    pub fn advance(&self, span: Duration) {
        if let Self::Stopped(at) = self {
            at.fetch_add(i64::try_from(span.as_millis()).unwrap_or(0), Ordering::SeqCst);
        }
    }

    /// Now.
    pub fn now(&self) -> Instant {
        Instant(match self {
            Self::System => jiff::Timestamp::now().as_millisecond(),
            Self::Stopped(at) => at.load(Ordering::SeqCst),
        })
    }
}
