//! A new person comes in by a link.

use app::Secret;
use app::invitation::{self, NewPerson};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::open::{page, signed_in};
use crate::components::{FieldErrors, Notice};
use crate::failure::field_errors;
use crate::request::{Guest, see_other, see_other_with, session_cookie};
use crate::{Failure, State};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    password: String,
}

pub(super) async fn accept(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let secret = Secret::received(secret);
    // Somebody else's session is not replaced unasked: the page says what to do.
    if signed_in(&visitor, &headers, &state).await?.is_some() {
        return Ok(see_other(&format!("/invitations/{}", secret.reveal())));
    }
    let person = NewPerson { name: typed.name.clone(), password: typed.password };
    match invitation::accept(&visitor, &secret, person).await {
        Ok(signed) => {
            let mut response = see_other_with("/", &Notice::success("参加しました。ようこそ。"));
            response.headers_mut().append(header::SET_COOKIE, session_cookie(&signed.session, &state.settings));
            Ok(response)
        }
        // The link does not work any more, or its address got an account: the page of the link says so.
        Err(app::Error::Refused(_)) => {
            Ok(page(&visitor, &secret, None, &typed.name, &FieldErrors::new()).await?.into_response())
        }
        Err(error) => page(&visitor, &secret, None, &typed.name, &field_errors(error)?).await,
    }
}
