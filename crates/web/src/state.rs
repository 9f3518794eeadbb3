//! What every handler can reach.

use std::sync::Arc;

use app::Clock;
use app::mail::Mailer;
use app::store::Store;
use catalog::Catalog;

/// How the application is reached.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The address people type (`https://sonae.example.co.jp`), without a slash at its end. Invitation
    /// links and passkeys depend on it.
    pub public_address: String,
    /// Whether a reverse proxy stands before us, whose last `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub behind_proxy: bool,
}

impl Settings {
    /// Whether browsers reach us through TLS: then cookies are for TLS only.
    pub fn is_secure(&self) -> bool {
        self.public_address.starts_with("https://")
    }
}

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// What the product knows.
    pub catalog: Arc<Catalog>,
    /// How we are reached.
    pub settings: Arc<Settings>,
    /// The way out for mail.
    pub mailer: Mailer,
}

impl State {
    /// The state of a server.
    pub fn new(store: Store, clock: Clock, catalog: Catalog, settings: Settings) -> Self {
        Self { store, clock, catalog: Arc::new(catalog), settings: Arc::new(settings), mailer: Mailer::None }
    }

    /// The same with a way out for mail; without one, nothing is mailed.
    #[must_use]
    pub fn with_mailer(self, mailer: Mailer) -> Self {
        Self { mailer, ..self }
    }
}
