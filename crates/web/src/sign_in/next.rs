//! Where a person goes after signing in.

use app::Secret;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::Settings;
use crate::request::session_cookie;

/// The page that was wanted before signing in, as the address bar or a hidden field brings it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

impl Next {
    pub(crate) fn wanted(next: &str) -> Self {
        Self { next: next.to_owned() }
    }

    /// The page, if it is one of ours; else the first screen. Another site must not be able to send people on
    /// from our sign-in.
    pub(super) fn page(&self) -> &str {
        let ours = self.next.starts_with('/')
            && !self.next.starts_with("//")
            && self.next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        if ours { &self.next } else { "/" }
    }

    /// `address` with the wanted page behind it, where there is one.
    pub(crate) fn behind(&self, address: &str) -> String {
        match self.page() {
            "/" => address.to_owned(),
            page => format!("{address}?{}", Serializer::new(String::new()).append_pair("next", page).finish()),
        }
    }
}

/// Gives the browser its new session.
pub(super) fn with_session(mut response: Response, session: &Secret, settings: &Settings) -> Response {
    response.headers_mut().append(SET_COOKIE, session_cookie(session, settings));
    response
}

#[cfg(test)]
mod tests {
    use super::Next;

    #[test]
    fn leads_nowhere_but_to_ourselves() {
        for (next, page) in [
            ("", "/"),
            ("/assets?sort=name", "/assets?sort=name"),
            ("//example.com", "/"),
            ("/\\example.com", "/"),
            ("https://example.com", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
            ("javascript:alert(1)", "/"),
        ] {
            assert_eq!(Next::wanted(next).page(), page, "{next:?}");
        }
        assert_eq!(Next::wanted("/assets?a=1&b=2").behind("/sign-in"), "/sign-in?next=%2Fassets%3Fa%3D1%26b%3D2");
        assert_eq!(Next::default().behind("/sign-in"), "/sign-in");
    }
}
