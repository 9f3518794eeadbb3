//! Somebody who need not be signed in.

use std::net::SocketAddr;

use app::{Channel, Visitor};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use super::RequestId;
use crate::{Failure, Settings, State};

/// A visitor. Only for what is open to all: sign-in, first run, a link with a secret.
pub struct Guest(pub Visitor);

impl FromRequestParts<State> for Guest {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Failure> {
        Ok(Self(visitor(parts, state, Channel::Web)))
    }
}

/// Who knocks, through which door.
pub(crate) fn visitor(parts: &Parts, state: &State, channel: Channel) -> Visitor {
    let mut visitor = Visitor::new(state.store.clone(), state.clock.clone(), channel);
    if let Some(RequestId(id)) = parts.extensions.get() {
        visitor.request = *id;
    }
    visitor.network = network(parts, &state.settings);
    let agent = parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    visitor.user_agent = agent.unwrap_or_default().to_owned();
    visitor
}

/// The network address: of the connection, or, behind a proxy, the last one that the proxy has added.
fn network(parts: &Parts, settings: &Settings) -> String {
    let forwarded = settings.behind_proxy.then(|| last_forwarded(&parts.headers)).flatten();
    forwarded.unwrap_or_else(|| {
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        connection.map(|ConnectInfo(address)| address.ip().to_string()).unwrap_or_default()
    })
}

fn last_forwarded(headers: &HeaderMap) -> Option<String> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let address: std::net::IpAddr = last.rsplit(',').next()?.trim().parse().ok()?;
    Some(address.to_string())
}
