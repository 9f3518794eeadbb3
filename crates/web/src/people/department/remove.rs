//! Removes a department.

use app::organization::department;
use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use super::list::section;
use super::rename::find;
use crate::Failure;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::Page;
use crate::people::key;
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let department = find(&person, key(&id, "部署")?).await?;
    let title = format!("部署「{}」を削除しますか", department.name);
    let frame = person.frame();
    let page =
        Page { breadcrumbs: &[Crumb::link("部署", "/departments")], ..Page::new(&title, section(&person), &frame) };
    let confirm = Confirm {
        consequences: &["情報資産、役割、招待のどれかが使っているあいだは、削除されません。"],
        undo: "削除しても、同じ名前でもう一度追加できます。",
        action: &format!("/departments/{}/remove", department.id),
        label: "削除する",
        cancel_href: "/departments",
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn remove(person: Person, Path(id): Path<String>) -> Result<Response, Failure> {
    let department = find(&person, key(&id, "部署")?).await?;
    match department::remove(&person.context, department.id).await {
        Ok(()) => {
            let notice = Notice::success(format!("部署「{}」を削除しました。", department.name));
            Ok(see_other_with("/departments", &notice))
        }
        Err(error @ app::Error::Refused(_)) => Ok(see_other_with("/departments", &Notice::warning(error.to_string()))),
        Err(error) => Err(error.into()),
    }
}
