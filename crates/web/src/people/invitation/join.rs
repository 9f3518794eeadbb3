//! Somebody who is signed in comes in by a link.

use app::{Error, Secret, invitation};
use axum::extract::{Path, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;

use super::open::{page, signed_in};
use crate::components::Notice;
use crate::failure::field_errors;
use crate::request::{Guest, see_other, see_other_with};
use crate::{Failure, State};

pub(super) async fn join(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let secret = Secret::received(secret);
    let Some(signed) = signed_in(&visitor, &headers, &state).await? else {
        return Ok(see_other(&format!("/invitations/{}", secret.reveal())));
    };
    match invitation::join(&visitor, &signed, &secret).await {
        Ok(_) => Ok(see_other_with("/", &Notice::success("参加しました。"))),
        Err(error @ Error::Refused(_)) => page(&visitor, &secret, Some(&signed), "", &field_errors(error)?).await,
        Err(error) => Err(error.into()),
    }
}
