//! Two people changed one asset: the second sees both and decides, field by field. Nothing is overwritten.

use app::AssetId;
use app::asset::{Asset, Content, Field, Input, find, history, version};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use method::Medium;

use super::posted::Posted;
use super::{asset_id, edit, words};
use crate::components::{Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup, submit};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// The page with both versions. `seen` is the version from which the person began.
pub(super) async fn ask(
    person: &Person,
    id: AssetId,
    seen: i64,
    mine: &Input,
    errors: &FieldErrors,
) -> Result<Response, Failure> {
    let asset = find(&person.context, id).await?.asset;
    let theirs = Input::from(&asset.content);
    let fields = mine.differing(&theirs);
    if fields.is_empty() {
        let notice = Notice::information("ほかの人が同じ内容に変更していたため、変えるところはありませんでした。");
        return Ok(see_other_with(&format!("/assets/{id}"), &notice));
    }
    let base = version(&person.context, id, seen).await?.map(|base| Input::from(&Content::from(base)));
    let who = last_change(person, &asset).await?;
    let here = format!("/assets/{id}");
    let frame = person.frame();
    let notice = Notice {
        body: Some(html! { p { "まだ何も上書きしていません。違うところを1つずつ選んで、保存してください。" } }),
        ..Notice::warning(format!("入力している間に、{who}この情報資産を変更しました。"))
    };
    let page = Page {
        notices: std::slice::from_ref(&notice),
        errors,
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets"), Crumb::link(&asset.content.line.name, &here)],
        ..Page::new("どちらの内容にしますか", Section::Assets, &frame)
    };
    let action = format!("/assets/{id}/choose");
    let cancel =
        LinkButton { label: "入力を捨てて、今の内容を見る", href: &here, ..LinkButton::default() };
    let content = html! {
        input type="hidden" name="seen" value=(asset.version);
        input type="hidden" name="began" value=(seen);
        div.side-by-side {
            @for field in &fields {
                (choice(field, mine, &theirs, base.as_ref(), errors))
                input type="hidden" name=(field.id()) value=(mine.typed(field));
            }
        }
        div.actions { (submit("選んだ内容で保存する")) (cancel.render()) }
    };
    let page = page.render(FormPart { action: &action, ..FormPart::default() }.render(content));
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// One field in both versions. What only one of the two changed is proposed; what both changed is open.
fn choice(field: &Field, mine: &Input, theirs: &Input, base: Option<&Input>, errors: &FieldErrors) -> Markup {
    let value = match base.map(|base| base.typed(field)) {
        Some(base) if base == mine.typed(field) => THEIRS,
        Some(base) if base == theirs.typed(field) => MINE,
        _ => "",
    };
    let (mine, theirs) = (shown(field, &mine.typed(field)), shown(field, &theirs.typed(field)));
    let choices = [
        Choice { value: MINE, label: &mine, mark: "あなたの入力", ..Choice::default() },
        Choice { value: THEIRS, label: &theirs, mark: "今の内容", ..Choice::default() },
    ];
    let name = keep(field);
    let support = match value {
        THEIRS => "あなたは変えていません。",
        MINE => "ほかの人は変えていません。",
        _ => "二人とも変えました。",
    };
    let group = RadioGroup {
        name: &name,
        label: field.title(),
        required: true,
        support,
        value,
        choices: &choices,
        ..RadioGroup::default()
    };
    group.render(errors)
}

fn keep(field: &Field) -> String {
    format!("keep.{}", field.id())
}

/// The value as people read it.
fn shown(field: &Field, value: &str) -> String {
    let value = match field {
        Field::Medium => Medium::from_id(value).map_or(value, |medium| medium.title()),
        Field::Personal | Field::Sensitive | Field::MyNumber | Field::Survival if !value.is_empty() => "有",
        _ => value,
    };
    if value.trim().is_empty() { "（空欄）".to_owned() } else { value.to_owned() }
}

/// 「営業太郎さんが 2026/11/24 9:05 に」
async fn last_change(person: &Person, asset: &Asset) -> Result<String, Failure> {
    let told = history(&person.context, asset.id).await?;
    let newest = told.changes.first();
    Ok(newest.map_or_else(String::new, |change| format!("{}さんが{}に、", change.actor, words::moment(change.at))))
}

pub(super) async fn choose(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, posted) = (asset_id(&id)?, Posted(pairs));
    let asset = find(&person.context, id).await?.asset;
    // Somebody changed it once more: the choice is about another state now.
    let is_stale = asset.version != posted.seen();
    let theirs = Input::from(&asset.content);
    let (mut mine, mut chosen) = (theirs.clone(), theirs);
    let mut errors = FieldErrors::new();
    for (name, value) in &posted.0 {
        let Some(field) = Field::from_id(name) else { continue };
        mine.set(&field, value.clone());
        match posted.get(&keep(&field)) {
            MINE => chosen.set(&field, value.clone()),
            THEIRS => {}
            _ => errors.add(keep(&field), format!("『{}』をどちらの内容にするか、選んでください。", field.title())),
        }
    }
    if is_stale || !errors.is_empty() {
        let began = posted.get("began").parse().unwrap_or(0);
        return ask(&person, id, began, &mine, &if is_stale { FieldErrors::new() } else { errors }).await;
    }
    edit::write(&person, &state, id, posted.seen(), chosen).await
}
