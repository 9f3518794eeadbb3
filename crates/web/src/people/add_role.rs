//! Gives a role.

use app::AccountId;
use app::people::{self, NewRole};
use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use super::role_fields::RoleForm;
use super::{key, show};
use crate::Failure;
use crate::components::Notice;
use crate::failure::field_errors;
use crate::request::{Person, see_other_with};

pub(super) async fn add_role(
    person: Person,
    Path(account): Path<String>,
    Form(form): Form<RoleForm>,
) -> Result<Response, Failure> {
    let account: AccountId = key(&account, "人")?;
    let wanted = NewRole { account, role: form.role(), department: form.department() };
    match people::add_role(&person.context, wanted).await {
        Ok(_) => Ok(see_other_with(&format!("/people/{account}"), &Notice::success("役割を付けました。"))),
        Err(error) => show::again(&person, account, &form, &field_errors(error)?).await,
    }
}
