//! Takes a role away.

use app::AccountId;
use app::people;
use axum::extract::Path;
use axum::response::Response;

use super::role_fields::RoleForm;
use super::{key, show};
use crate::Failure;
use crate::components::Notice;
use crate::failure::field_errors;
use crate::request::{Person, see_other_with};

pub(super) async fn take_role(
    person: Person,
    Path((account, role)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let account: AccountId = key(&account, "人")?;
    // Who takes their own role may see this screen no more.
    let to = if account == person.signed.account.id { "/".to_owned() } else { format!("/people/{account}") };
    match people::take_role(&person.context, key(&role, "役割")?).await {
        Ok(()) => Ok(see_other_with(&to, &Notice::success("役割を外しました。"))),
        Err(error) => show::again(&person, account, &RoleForm::default(), &field_errors(error)?).await,
    }
}
