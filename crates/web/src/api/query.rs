//! What stands behind the `?` of an address, with Japanese words for what is wrong with it.

use std::collections::BTreeMap;

use app::FieldProblem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer, value};

use super::{Problem, words};
use crate::State;

/// One or two sets of parameters. Their fields are texts, empty where a parameter is not given: what they
/// say is checked afterwards, all of it at once ([`Check`]). Parameters that nobody knows are refused.
pub struct Query<A, B = Nothing>(pub A, pub B);

/// No further parameters.
#[derive(Debug, Default, Deserialize)]
pub struct Nothing {}

#[derive(Deserialize)]
#[serde(bound = "A: DeserializeOwned, B: DeserializeOwned")]
struct Whole<A, B> {
    #[serde(flatten)]
    one: A,
    #[serde(flatten)]
    other: B,
    #[serde(flatten)]
    unknown: BTreeMap<String, String>,
}

impl<A: DeserializeOwned, B: DeserializeOwned> FromRequestParts<State> for Query<A, B> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &State) -> Result<Self, Problem> {
        let pairs = url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
        let pairs = pairs.map(|(name, value)| (name.into_owned(), Text(value.into_owned())));
        let whole = Whole::<A, B>::deserialize(MapDeserializer::<_, value::Error>::new(pairs)).map_err(|error| {
            let (named, message) = words::explain(&error.to_string());
            Problem::invalid().with_field(named.unwrap_or_default(), message)
        })?;
        let unknown = whole.unknown.into_keys();
        let unknown = unknown.map(|name| {
            let message = format!("『{name}』という指定はありません。つづりを確かめてください。");
            FieldProblem::new(name, message)
        });
        let unknown: Vec<FieldProblem> = unknown.collect();
        if unknown.is_empty() {
            Ok(Self(whole.one, whole.other))
        } else {
            Err(app::Error::Invalid { problems: unknown }.into())
        }
    }
}

/// A value of a parameter.
struct Text(String);

impl<'de> IntoDeserializer<'de, value::Error> for Text {
    type Deserializer = value::StringDeserializer<value::Error>;

    fn into_deserializer(self) -> Self::Deserializer {
        self.0.into_deserializer()
    }
}

/// Reads texts and gathers what is wrong with them.
#[derive(Debug, Default)]
pub struct Check(Vec<FieldProblem>);

impl Check {
    /// What `text` means; `None` where it is empty, or cannot be used: then `help` says what can.
    pub fn read<T>(
        &mut self,
        name: &'static str,
        text: &str,
        read: impl FnOnce(&str) -> Option<T>,
        help: &str,
    ) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        let found = read(text);
        if found.is_none() {
            let short: String = text.chars().take(60).collect();
            self.0.push(FieldProblem::new(name, format!("『{name}』に「{short}」は使えません。{help}")));
        }
        found
    }

    /// The same of a text that must not be empty.
    ///
    /// # Errors
    /// [`app::Error::Invalid`] with this and every other problem that was found.
    pub fn required<T>(
        mut self,
        name: &'static str,
        text: &str,
        read: impl FnOnce(&str) -> Option<T>,
        help: &str,
    ) -> Result<T, app::Error> {
        if text.is_empty() {
            self.0.push(FieldProblem::new(name, format!("『{name}』を書いてください。{help}")));
        }
        let found = self.read(name, text, read, help);
        let problems = self.0;
        found.filter(|_| problems.is_empty()).ok_or(app::Error::Invalid { problems })
    }

    /// `true`, or nothing in particular.
    pub fn flag(&mut self, name: &'static str, text: &str) -> bool {
        self.read(name, text, |text| text.parse().ok(), "true か false にしてください。").unwrap_or(false)
    }

    /// A key from a list.
    pub fn id<T: std::str::FromStr>(&mut self, name: &'static str, text: &str) -> Option<T> {
        self.read(name, text, |text| text.parse().ok(), "一覧で得た id を入れてください。")
    }

    /// How many lines of a page, 1 to `most`; `most` where nothing is said.
    pub fn limit(&mut self, text: &str, most: u64) -> u64 {
        let help = format!("1〜{most}の数にしてください。");
        let read = |text: &str| text.parse().ok().filter(|limit| (1..=most).contains(limit));
        self.read("limit", text, read, &help).unwrap_or(most)
    }

    /// All is well, or every problem.
    ///
    /// # Errors
    /// [`app::Error::Invalid`].
    pub fn finish(self) -> Result<(), app::Error> {
        if self.0.is_empty() { Ok(()) } else { Err(app::Error::Invalid { problems: self.0 }) }
    }
}
