//! A bare handler of the framework that the web application uses: answers `/N` with N bytes, without a
//! database, without people, without a template. No page of the application can be quicker than this.
//!
//! `bare_axum` prints its address and serves until it is killed.

#![allow(clippy::print_stdout)]

use std::error::Error;

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

async fn answer(Path(bytes): Path<usize>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], vec![b'x'; bytes])
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    axum::serve(listener, Router::new().route("/{bytes}", get(answer))).await?;
    Ok(())
}
