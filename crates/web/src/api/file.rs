//! Files as answers.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use utoipa::openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

/// The media type of workbooks.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// That of our CSV.
pub(super) const CSV: &str = "text/csv; charset=utf-8";

/// The content of a file, for the description.
pub(super) struct File;

impl PartialSchema for File {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
            .description(Some("ファイルの中身"))
            .build()
            .into()
    }
}

impl ToSchema for File {}

/// A file to be kept under that name.
pub(super) fn file(bytes: Vec<u8>, media_type: &'static str, name: &'static str) -> Response {
    let mut response = ([(header::CONTENT_TYPE, media_type)], bytes).into_response();
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}
