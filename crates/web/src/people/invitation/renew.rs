//! Makes a new link for an invitation.

use app::invitation;
use axum::extract::{Path, State as Shared};
use axum::response::IntoResponse as _;
use axum::response::Response;

use super::link;
use crate::components::Notice;
use crate::people::key;
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn renew(
    Shared(state): Shared<State>,
    person: Person,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    match invitation::renew(&person.context, key(&id, "招待")?).await {
        Ok(issued) => Ok(link::show(&state, &person, &issued).await.into_response()),
        Err(error @ app::Error::Refused(_)) => Ok(see_other_with("/people", &Notice::warning(error.to_string()))),
        Err(error) => Err(error.into()),
    }
}
