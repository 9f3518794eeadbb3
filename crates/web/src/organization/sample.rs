//! The sample company: loads it, and removes it after a question.

use app::organization;
use app::people::switch_organization;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

use crate::components::{Confirm, FieldErrors, Notice};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Guest, Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn load(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    person: Person,
) -> Result<Response, Failure> {
    match organization::load_sample(&person.context, &state.catalog).await {
        Ok(sample) => {
            switch_organization(&visitor, &person.signed, sample).await?;
            Ok(see_other_with("/", &Notice::success("見本の会社を読み込みました。自由に試してください。")))
        }
        Err(app::Error::Refused(reason)) => Ok(see_other_with("/", &Notice::error(reason))),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn ask(person: Person) -> Result<Markup, Failure> {
    person.context.require(app::Permission::EditOrganization)?;
    if person.organization.sample { Ok(page(&person, &FieldErrors::new())) } else { Err(no_sample().into()) }
}

pub(super) async fn remove(person: Person) -> Result<Response, Failure> {
    match organization::remove_sample(&person.context).await {
        Ok(()) => Ok(see_other_with("/", &Notice::success("見本の会社を消しました。"))),
        Err(error) if person.organization.sample => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&person, &field_errors(error)?)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// A real company has no such page.
fn no_sample() -> app::Error {
    app::Error::Refused("今の組織は見本ではありません。見本の会社に切り替えてから、消してください。".into())
}

fn page(person: &Person, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let title = format!("見本の会社「{}」を消しますか", person.organization.name);
    let page = Page { errors, ..Page::new(&title, Section::Organization, &frame) };
    let confirm = Confirm {
        consequences: &[
            "見本の情報資産、答え、記録が、すべてなくなります。",
            "見本で試しに入力したものも、いっしょになくなります。",
            "ほかの会社のデータには、何も起こりません。",
        ],
        undo: "元には戻せませんが、見本はいつでも新しく読み込めます。",
        action: "/organization/sample/remove",
        label: "見本を消す",
        cancel_href: "/",
        ..Confirm::default()
    };
    page.render(confirm.render())
}
