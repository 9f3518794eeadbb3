//! Adds a department.

use app::organization::department;
use axum::Form;
use axum::response::Response;
use serde::Deserialize;

use super::list;
use crate::Failure;
use crate::components::Notice;
use crate::failure::field_errors;
use crate::request::{Person, see_other_with};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    pub name: String,
}

pub(super) async fn add(person: Person, Form(wanted): Form<Named>) -> Result<Response, Failure> {
    match department::add(&person.context, &wanted.name).await {
        Ok(added) => {
            let notice = Notice::success(format!("部署「{}」を追加しました。", added.name));
            Ok(see_other_with("/departments", &notice))
        }
        Err(error) => list::again(&person, &wanted.name, &field_errors(error)?).await,
    }
}
