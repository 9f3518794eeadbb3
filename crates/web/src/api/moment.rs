//! Moments as the API writes them.

use app::Instant;
use serde::{Serialize, Serializer};
use utoipa::openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

/// `2026-11-24T00:00:00Z`: UTC, to the millisecond.
#[derive(Debug, Clone, Copy)]
pub struct Moment(pub Instant);

impl From<Instant> for Moment {
    fn from(instant: Instant) -> Self {
        Self(instant)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.timestamp())
    }
}

impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(Some("日時（協定世界時、RFC 3339）。例：2026-11-24T00:00:00Z"))
            .build()
            .into()
    }
}

impl ToSchema for Moment {}
