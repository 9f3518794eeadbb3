//! Takes an invitation back.

use app::InvitationId;
use app::invitation;
use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use crate::Failure;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::people::key;
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let id: InvitationId = key(&id, "招待")?;
    let invitations = invitation::list(&person.context).await?;
    let invitation =
        invitations.into_iter().find(|invitation| invitation.id == id).ok_or(app::Error::NotFound("招待"))?;
    let title = format!("{}への招待を取り消しますか", invitation.email);
    let frame = person.frame();
    let page =
        Page { breadcrumbs: &[Crumb::link("人と役割", "/people")], ..Page::new(&title, Section::Settings, &frame) };
    let confirm = Confirm {
        consequences: &["渡したリンクは、すぐに使えなくなります。"],
        undo: "また必要になったら、あらためて招待します。",
        action: &format!("/people/invitations/{id}/revoke"),
        label: "招待を取り消す",
        cancel_href: "/people",
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn revoke(person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    match invitation::revoke(&person.context, key(&id, "招待")?).await {
        Ok(()) => Ok(see_other_with("/people", &Notice::success("招待を取り消しました。"))),
        Err(error @ app::Error::Refused(_)) => Ok(see_other_with("/people", &Notice::warning(error.to_string()))),
        Err(error) => Err(error.into()),
    }
}
