//! What every handler can reach.

use std::sync::Arc;

use app::Clock;
use app::mail::Mailer;
use app::store::Store;
use catalog::Catalog;

use crate::Renderers;
use crate::download::Rendering;

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
    /// The way out for documents.
    pub(crate) rendering: Rendering,
}

impl State {
    /// The state of a server.
    pub fn new(store: Store, clock: Clock, catalog: Catalog, settings: Settings) -> Self {
        let (catalog, settings) = (Arc::new(catalog), Arc::new(settings));
        Self { store, clock, catalog, settings, mailer: Mailer::None, rendering: Rendering::new(None) }
    }

    /// The same with a way out for mail; without one, nothing is mailed.
    #[must_use]
    pub fn with_mailer(self, mailer: Mailer) -> Self {
        Self { mailer, ..self }
    }

    /// The same with what writes documents; without it, none can be downloaded.
    #[must_use]
    pub fn with_renderers(self, renderers: Arc<dyn Renderers>) -> Self {
        Self { rendering: Rendering::new(Some(renderers)), ..self }
    }
}
