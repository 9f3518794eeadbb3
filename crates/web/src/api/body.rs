//! A JSON body, read with Japanese words for what is wrong with it.

use std::fmt::Formatter;
use std::marker::PhantomData;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Problem, words};
use crate::State;

/// The body of a request as `T`. Unknown keys are refused where `T` says so.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<State> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::of_request(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "not-json",
                "内容は JSON で送り、Content-Type: application/json を付けてください。",
            ));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|_| too_large())?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let Object(read) = read(&mut reader)?;
        reader.end().map_err(|error| unreadable(&error))?;
        Ok(Self(read))
    }
}

/// A value that stands in `{ }`. What is derived for structs would also take `[ ]`, and an empty one for a value
/// in which nothing is said: `"filter": []` would mean the whole register.
pub(super) struct Object<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = Object<T>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Object)
    }
}

/// For a field that is an object.
pub(super) fn object<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Object::deserialize(deserializer).map(|Object(value)| value)
}

/// For a field that is an object, or nothing.
pub(super) fn object_or_none<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(Option::<Object<T>>::deserialize(deserializer)?.map(|Object(value)| value))
}

/// What is said of a body that does not end.
pub(super) fn too_large() -> Problem {
    Problem::of_request(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "送られた内容が大きすぎるか、途中で切れました。")
}

/// `application/json`, and kinds of it such as `application/merge-patch+json`.
fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// Reads a value; a problem names its place.
pub(super) fn read<'de, T: DeserializeOwned, D: Deserializer<'de, Error = serde_json::Error>>(
    reader: D,
) -> Result<T, Problem> {
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner();
        if !inner.is_data() {
            return unreadable(&inner);
        }
        let (named, message) = words::explain(&inner.to_string());
        Problem::invalid().with_field(place(&path, named.as_deref()), message)
    })
}

fn unreadable(error: &serde_json::Error) -> Problem {
    let message = format!("JSON として読めません（{}行目、{}文字目）。", error.line(), error.column());
    Problem::of_request(StatusCode::BAD_REQUEST, "not-json", message)
}

/// The path of the value; a key that is missing or unknown belongs to it.
fn place(path: &str, named: Option<&str>) -> String {
    let path = if path == "." { "" } else { path };
    match named {
        Some(named) if path.is_empty() => named.to_owned(),
        Some(named) if path != named && !path.ends_with(&format!(".{named}")) => format!("{path}.{named}"),
        _ => path.to_owned(),
    }
}
