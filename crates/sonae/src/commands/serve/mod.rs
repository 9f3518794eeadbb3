//! `sonae serve`: the web application.

mod door;
mod listen;
mod log;
mod renderers;
mod stop;
mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use app::Clock;
use app::job::Runner;
use app::mail::Mailer;
use axum_server::Handle;
use catalog::Catalog;

use crate::arguments::{PlaceOptions, ServeOptions};
use crate::failure::Failure;
use crate::installation::{Installation, operator};
use crate::output::say::say;
use crate::output::say::tell;
use crate::runtime;

use door::Door;
use renderers::Renderers;

/// How long requests may take to finish once the server is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(20);

/// Runs the command until it is told to stop.
///
/// # Errors
/// [`Failure::Usage`] for an address that must not be opened; [`Failure::Input`] for settings, files or a
/// database that cannot be used.
pub fn run(place: &PlaceOptions, options: &ServeOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    log::begin(options.log.as_deref(), installation.settings.log.as_deref())?;
    let door = Door::decide(options, &installation)?;
    runtime::run(serve(&installation, &door))
}

async fn serve(installation: &Installation, door: &Door) -> Result<(), Failure> {
    let mailer = Mailer::new(installation.settings.mail.as_ref()).map_err(Failure::input)?;
    let tls = match &door.tls {
        Some(files) => Some(tls::load(files).await?),
        None => None,
    };
    // Before the database is touched: a port that is taken is the commonest mistake.
    let (listener, moved) = listen::bind(&door.listen)?;
    let address = listener.local_addr().context("no local address")?;
    let store = installation.open_or_make().await?;
    let catalog = Catalog::load().map_err(|error| Failure::Internal(error.into()))?;
    let public_address = door.public_address(address);
    let settings = web::Settings { public_address: public_address.clone(), behind_proxy: door.behind_proxy };
    let state = web::State::new(store.clone(), Clock::System, catalog, settings);
    let state = state.with_mailer(mailer).with_renderers(Arc::new(Renderers));
    let first_run = app::organization::is_first_run(&operator(&store)).await?;
    tell(installation, &public_address, moved, first_run);

    let jobs = Runner::new(store.clone(), Clock::System, &state.catalog).start();
    let handle = Handle::new();
    tokio::spawn(stop::when_told(handle.clone()));
    let service = web::router(state).into_make_service_with_connect_info::<SocketAddr>();
    let served = match tls {
        Some(tls) => {
            let server = axum_server::from_tcp_rustls(listener, tls).context("cannot serve")?;
            server.handle(handle).serve(service).await
        }
        None => axum_server::from_tcp(listener).context("cannot serve")?.handle(handle).serve(service).await,
    };
    // After the last request, which may have asked for one more.
    jobs.stop().await;
    store.close().await;
    served.context("cannot serve")?;
    tell!("Sonae を止めました。");
    Ok(())
}

/// Where it is, for the person who started it.
fn tell(installation: &Installation, address: &str, moved: Option<SocketAddr>, first_run: bool) {
    if let Some(usual) = moved {
        say!("{usual} はほかのプログラムが使っているので、次の空きを使います。");
    }
    say!("Sonae を起動しました。ブラウザーで次のアドレスを開いてください。\n\n  {address}/\n");
    if first_run {
        say!("最初の設定の画面が開きます。");
    }
    say!("データ：{}（止めるには Ctrl+C）", installation.location.shown());
}
