//! Looks at another of one's own organizations.

use app::OrganizationId;
use app::people;
use axum::Form;
use axum::response::Response;
use serde::Deserialize;

use super::key;
use crate::Failure;
use crate::components::Notice;
use crate::request::{Guest, Person, see_other_with};

#[derive(Deserialize)]
pub(super) struct Wanted {
    organization: String,
}

pub(super) async fn switch_organization(
    Guest(visitor): Guest,
    person: Person,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let organization: OrganizationId = key(&wanted.organization, "組織")?;
    people::switch_organization(&visitor, &person.signed, organization).await?;
    let own = person.signed.memberships.iter().find(|own| own.organization == organization);
    let name = own.map(|own| own.organization_name.as_str()).unwrap_or_default();
    Ok(see_other_with("/", &Notice::success(format!("「{name}」に切り替えました。"))))
}
