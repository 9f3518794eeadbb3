//! Many assets at once: which, what is changed, and doing it.

use app::asset::{self, Preview};
use app::store::paging::Total;
use axum::Form;
use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::Address;
use super::bulk_form::{BulkForm, changes};
use super::posted::Posted;
use super::words;
use crate::components::{FieldErrors, Notice};
use crate::failure::field_errors;
use crate::request::{ListAddress as _, Person, see_other_with};
use crate::{Failure, State};

/// All that the filter finds.
pub(super) async fn matching(
    person: Person,
    Shared(state): Shared<State>,
    Query(address): Query<Address>,
) -> Result<Response, Failure> {
    let text = address.text();
    let posted = Posted(vec![("matching".into(), text.clone()), ("back".into(), text)]);
    ask(&person, &state, &posted, &FieldErrors::new()).await
}

/// The ticked ones.
pub(super) async fn chosen(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    ask(&person, &state, &Posted(pairs), &FieldErrors::new()).await
}

pub(super) async fn edit(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    match asset::edit_many(&person.context, &posted.selection(), changes(&posted)).await {
        Ok(done) => {
            let mut words = format!("{}件を変更しました。", words::thousands(done.changed));
            if done.unchanged > 0 {
                words.push_str(&format!("{}件は、もうその内容でした。", words::thousands(done.unchanged)));
            }
            Ok(see_other_with(&posted.back(), &Notice::success(words)))
        }
        Err(error) => {
            let errors = field_errors(error)?;
            let page = ask(&person, &state, &posted, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn ask(person: &Person, state: &State, posted: &Posted, errors: &FieldErrors) -> Result<Response, Failure> {
    let Some(preview) = preview(person, posted).await? else { return Ok(nothing_ticked(posted)) };
    let departments = asset::Departments::of(&person.context).await?;
    let count = words::total(preview.total);
    let form = BulkForm {
        person,
        catalog: &state.catalog,
        departments: &departments,
        posted,
        errors,
        count: &count,
        names: names(&preview),
    };
    Ok(form.page().into_response())
}

/// What is meant; `None` where nothing is.
pub(super) async fn preview(person: &Person, posted: &Posted) -> Result<Option<Preview>, Failure> {
    let preview = asset::preview(&person.context, &posted.selection()).await?;
    Ok(Some(preview).filter(|preview| preview.total != Total::Exactly(0)))
}

/// The first names, and that there are more.
pub(super) fn names(preview: &Preview) -> Markup {
    let shown = preview.names.len() as u64;
    let rest = match preview.total {
        Total::Exactly(count) => count.saturating_sub(shown),
        Total::MoreThan(count) => count,
    };
    html! {
        ul.chosen-names {
            @for name in &preview.names { li { (name) } }
            @if rest > 0 { li { "ほか" (words::total(match preview.total {
                Total::Exactly(_) => Total::Exactly(rest),
                more => more,
            })) } }
        }
    }
}

/// Back to the list, which says what to do.
pub(super) fn nothing_ticked(posted: &Posted) -> Response {
    let notice = Notice::warning("まだ1件も選んでいません。一覧の左の四角で選んでから、もう一度押してください。");
    see_other_with(&posted.back(), &notice)
}
