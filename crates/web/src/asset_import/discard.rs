//! Deciding against it.

use app::asset::import::discard as throw_away;
use axum::extract::Path;
use axum::response::Response;

use super::import_id;
use crate::Failure;
use crate::components::Notice;
use crate::request::{Person, see_other_with};

pub(super) async fn discard(person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    throw_away(&person.context, import_id(&id)?).await?;
    Ok(see_other_with("/assets/import", &Notice::success("取り込みをやめました。台帳は変わっていません。")))
}
