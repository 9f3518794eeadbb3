//! The application on a temporary database with a company in it, for looking at screens while building them:
//! prints the address and a session cookie of 見本花子 (情報セキュリティ責任者).
//!
//! `cargo run -p web --example serve -- 8090`

#![allow(clippy::unwrap_used)]

use std::net::SocketAddr;

use app::account::sign_in;
use app::{Channel, Clock, Visitor};
use catalog::Catalog;
use testkit::company::{PASSWORD, company};
use web::{Settings, State, router};

#[tokio::main]
async fn main() {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8090".into());
    let address: SocketAddr = format!("127.0.0.1:{port}").parse().unwrap();
    let database = testkit::database::sqlite().await;
    company(&database.store).await;
    let visitor = Visitor::new(database.store.clone(), Clock::System, Channel::Web);
    let signed = sign_in(&visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap();
    println!("http://localhost:{port}/");
    println!("session={}", signed.session.reveal());
    let settings = Settings { public_address: format!("http://localhost:{port}"), ..Settings::default() };
    let state = State::new(database.store.clone(), Clock::System, Catalog::load().unwrap(), settings);
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    axum::serve(listener, router(state).into_make_service_with_connect_info::<SocketAddr>()).await.unwrap();
}
