//! The session's cookie.

use app::Secret;
use axum::http::{HeaderMap, HeaderValue, header};

use crate::Settings;

/// Over TLS the prefix makes browsers refuse a cookie that another host has set.
fn name(settings: &Settings) -> &'static str {
    if settings.is_secure() { "__Host-session" } else { "session" }
}

/// One cookie of a request.
pub(crate) fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
    cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then(|| value.to_owned()))
}

/// The session's secret that the browser sent.
pub fn session_secret(headers: &HeaderMap, settings: &Settings) -> Option<Secret> {
    value(headers, name(settings)).map(Secret::received)
}

/// `Set-Cookie` that gives the browser its session.
pub fn session_cookie(session: &Secret, settings: &Settings) -> HeaderValue {
    set(&format!("{}={}; Max-Age=1209600", name(settings), session.reveal()), settings)
}

/// `Set-Cookie` that takes the session away.
pub fn without_session(settings: &Settings) -> HeaderValue {
    set(&format!("{}=; Max-Age=0", name(settings)), settings)
}

fn set(pair: &str, settings: &Settings) -> HeaderValue {
    let secure = if settings.is_secure() { "; Secure" } else { "" };
    let whole = format!("{pair}; Path=/; HttpOnly; SameSite=Lax{secure}");
    // Names and secrets are plain letters; anything else would be refused by browsers anyway.
    let mut value = HeaderValue::from_str(&whole).unwrap_or_else(|_| HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}
