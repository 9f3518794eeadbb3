//! The company says how likely threats are.

use std::collections::BTreeMap;

use app::threat;
use axum::extract::State as Shared;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};

use super::TAG;
use super::body::{RatingsBody, tagged};
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::{Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RateThreats, description = "脅威の起こりやすさについての、会社の答え。書かない脅威の答えは、そのままです。")]
pub(super) struct Wanted {
    /// 脅威の id と、起こりやすさ（1〜3）。null で、目安に戻ります。
    #[schema(schema_with = ratings)]
    ratings: BTreeMap<String, Option<u8>>,
}

/// The derive cannot say that the values of a map may be null.
fn ratings() -> RefOr<Schema> {
    let rating = ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Integer, Type::Null]))
        .minimum(Some(1))
        .maximum(Some(3));
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .additional_properties(Some(Schema::from(rating.build())))
        .description(Some("脅威の id と、起こりやすさ（1〜3）。null で、目安に戻ります。"))
        .build()
        .into()
}

#[utoipa::path(
    patch, path = "/threat-ratings", tag = TAG, operation_id = "rate_threats",
    summary = "脅威の起こりやすさに答える",
    description = "書いた脅威の答えだけが変わり、関係するリスクがすべて計算し直されます。If-Match には組織の ETag を付けます。",
    params(SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "起こりやすさ", body = RatingsBody,
        headers(("ETag" = String, description = "組織の新しい版")),
    ))
)]
pub(super) async fn rate(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<RatingsBody>, Problem> {
    let typed = |rating: Option<u8>| rating.map(|rating| rating.to_string()).unwrap_or_default();
    let typed = wanted.ratings.into_iter().map(|(line, rating)| (line, typed(rating))).collect();
    let rated = threat::rate(&context, &state.catalog, &typed, seen).await;
    rated.map_err(|error| Problem::from(error).within("ratings"))?;
    tagged(&context, &state.catalog).await
}
