//! Takes a role away.

use app::people;
use app::{AccountId, Error};
use axum::extract::Path;
use axum::response::Response;

use super::key;
use crate::Failure;
use crate::components::Notice;
use crate::request::{Person, see_other_with};

pub(super) async fn take_role(
    person: Person,
    Path((account, role)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let account: AccountId = key(&account, "人")?;
    let page = format!("/people/{account}");
    match people::take_role(&person.context, key(&role, "役割")?).await {
        // Who takes their own role may see this screen no more.
        Ok(()) if account == person.signed.account.id => {
            Ok(see_other_with("/", &Notice::success("役割を外しました。")))
        }
        Ok(()) => Ok(see_other_with(&page, &Notice::success("役割を外しました。"))),
        Err(error @ Error::Refused(_)) => Ok(see_other_with(&page, &Notice::warning(error.to_string()))),
        Err(error) => Err(error.into()),
    }
}
