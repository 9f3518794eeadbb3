//! Stopping in good order: no new requests, those begun are finished.

use std::net::SocketAddr;

use axum_server::Handle;

/// Waits for Ctrl+C or SIGTERM, then closes the door.
pub async fn when_told(handle: Handle<SocketAddr>) {
    told().await;
    tracing::info!("stopping");
    handle.graceful_shutdown(Some(super::LAST_REQUESTS));
}

#[cfg(unix)]
async fn told() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn told() {
    let _ = tokio::signal::ctrl_c().await;
}
