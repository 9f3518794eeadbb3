//! The owner sends a decision back.

use app::treatment;
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::approval::again;
use super::approval_page::{Typed, WISH};
use super::posted::Posted;
use super::risk_id;
use crate::components::Notice;
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn send_back(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, posted) = (risk_id(&id)?, Posted(pairs));
    let typed = Typed { wish: posted.get("reason").to_owned(), ..Typed::at(posted.seen()) };
    match treatment::send_back(&person.context, &state.catalog, id, typed.seen, &typed.wish).await {
        Ok(_) => {
            let notice = Notice::success("差し戻しました。直してほしいことは、このリスクの画面に出ます。");
            Ok(see_other_with(&format!("/risks/{id}#treatment"), &notice))
        }
        Err(error) => again(&person, &state, id, typed, at_the_field(error)).await,
    }
}

/// The screen has two reasons: the problem belongs to the second.
fn at_the_field(error: app::Error) -> app::Error {
    let app::Error::Invalid { mut problems } = error else { return error };
    for problem in &mut problems {
        problem.field = WISH.into();
    }
    app::Error::Invalid { problems }
}
