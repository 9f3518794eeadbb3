//! Asks before one asset is removed.

use app::Error;
use app::asset::{self, Selection, find};
use app::risk::going_with;
use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use super::posted::Posted;
use super::{asset_id, words};
use crate::Failure;
use crate::components::{Confirm, Crumb, Notice};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};

pub(super) async fn ask(person: Person, Path(id): Path<String>) -> Result<Markup, Failure> {
    let found = find(&person.context, asset_id(&id)?).await?;
    if !found.changeable {
        return Err(Error::Forbidden.into());
    }
    let going = going_with(&person.context, &Selection::Chosen(vec![found.asset.id])).await?;
    let with_it = words::going(&going);
    let consequences: Vec<&str> =
        ["台帳から消え、一覧やExcelの出力に出なくなります。"].into_iter().chain(with_it.as_deref()).collect();
    let undo = format!("「記録」に残るので、あとから元に戻せます。{}", words::coming_back(&going));
    let name = &found.asset.content.line.name;
    let (title, here) = (format!("「{name}」を削除しますか"), format!("/assets/{id}"));
    let (version, action) = (found.asset.version.to_string(), format!("/assets/{id}/remove"));
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets"), Crumb::link(name, &here)],
        ..Page::new(&title, Section::Assets, &frame)
    };
    let confirm = Confirm {
        consequences: &consequences,
        undo: &undo,
        action: &action,
        fields: &[("seen", &version)],
        label: "削除する",
        cancel_href: &here,
        ..Confirm::default()
    };
    Ok(page.render(confirm.render()))
}

pub(super) async fn remove(
    person: Person,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (asset, posted) = (asset_id(&id)?, Posted(pairs));
    let name = find(&person.context, asset).await?.asset.content.line.name;
    let going = going_with(&person.context, &Selection::Chosen(vec![asset])).await?;
    match asset::remove(&person.context, asset, posted.seen()).await {
        Ok(()) => {
            let words = format!("「{name}」を削除しました。{}記録から元に戻せます。", words::gone(&going));
            Ok(see_other_with("/assets", &Notice::success(words)))
        }
        Err(Error::Stale) => {
            let notice =
                Notice::warning("ほかの人が先に変更しました。今の内容を確かめてから、もう一度削除してください。");
            Ok(see_other_with(&format!("/assets/{id}"), &notice))
        }
        Err(error) => Err(error.into()),
    }
}
