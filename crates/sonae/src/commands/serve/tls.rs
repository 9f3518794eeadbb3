//! TLS of our own: certificate and key from files, read again when they are renewed.

use std::path::Path;
use std::time::{Duration, SystemTime};

use axum_server::tls_rustls::RustlsConfig;

use crate::failure::{Failure, io_words};
use crate::installation::TlsFiles;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(60);

/// Reads certificate and key, and goes on reading them when they change.
///
/// # Errors
/// [`Failure::Input`] where they cannot be used.
pub async fn load(files: &TlsFiles) -> Result<RustlsConfig, Failure> {
    // Once per process; a second time changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    for (path, what) in [(&files.certificate, "証明書"), (&files.key, "秘密鍵")] {
        if let Err(error) = std::fs::File::open(path) {
            let error = io_words(&error);
            return Err(Failure::Input(format!("TLS の{what}「{}」を読めません（{error}）。", path.display())));
        }
    }
    let config = RustlsConfig::from_pem_file(&files.certificate, &files.key).await.map_err(|error| {
        Failure::Input(format!(
            "TLS の証明書「{}」と秘密鍵「{}」の組を使えません（{error}）。PEM 形式か、互いに合っているかを確かめてください。",
            files.certificate.display(),
            files.key.display()
        ))
    })?;
    tokio::spawn(follow(config.clone(), files.clone()));
    Ok(config)
}

/// Certificates are renewed every few months; the server need not be restarted for it.
async fn follow(config: RustlsConfig, files: TlsFiles) {
    let mut known = changed(&files);
    loop {
        tokio::time::sleep(LOOK).await;
        let now = changed(&files);
        if now == known {
            continue;
        }
        match config.reload_from_pem_file(&files.certificate, &files.key).await {
            Ok(()) => {
                tracing::info!("the TLS certificate was renewed");
                known = now;
            }
            // Perhaps only one of the two is there yet: the old ones stay in use, and it is tried again.
            Err(error) => tracing::warn!(%error, "the renewed TLS certificate cannot be used yet"),
        }
    }
}

fn changed(files: &TlsFiles) -> [Option<SystemTime>; 2] {
    let at = |path: &Path| path.metadata().and_then(|there| there.modified()).ok();
    [at(&files.certificate), at(&files.key)]
}
