//! A notice that survives one redirect: 「保存しました。」 It travels in a cookie of its own and is
//! forgotten when the next page has shown it.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::cookie;
use crate::State;
use crate::components::{Notice, NoticeKind};

const NAME: &str = "notice";

/// To another page.
pub fn see_other(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// To another page, which shows `notice` (its sentence; a body does not travel).
pub fn see_other_with(to: &str, notice: &Notice) -> Response {
    let mut response = see_other(to);
    let kind = match notice.kind {
        NoticeKind::Success => 's',
        NoticeKind::Information => 'i',
        NoticeKind::Warning => 'w',
        NoticeKind::Error => 'e',
    };
    let short: String = notice.title.chars().take(300).collect();
    let text = URL_SAFE_NO_PAD.encode(short);
    if let Ok(cookie) =
        HeaderValue::from_str(&format!("{NAME}={kind}{text}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax"))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What was done on the page before, for pages that are open to all.
pub struct Notices(pub Vec<Notice>);

impl FromRequestParts<State> for Notices {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Infallible> {
        Ok(Self(notice(&parts.headers).into_iter().collect()))
    }
}

/// The notice that a request carries.
pub(super) fn notice(headers: &HeaderMap) -> Option<Notice> {
    let value = cookie::value(headers, NAME)?;
    let (kind, text) = value.split_at_checked(1)?;
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    match kind {
        "s" => Some(Notice::success(text)),
        "i" => Some(Notice::information(text)),
        "w" => Some(Notice::warning(text)),
        "e" => Some(Notice::error(text)),
        _ => None,
    }
}

/// Takes the notice's cookie away once a page has been shown.
pub async fn forget_notice(request: Request, next: Next) -> Response {
    let carried = cookie::value(request.headers(), NAME).is_some();
    let mut response = next.run(request).await;
    if carried && response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE) {
        let gone = HeaderValue::from_static("notice=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response
}
