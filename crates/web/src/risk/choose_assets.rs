//! About which assets new risks are, where the same one is added to several. All of it is one form that is sent with
//! GET, so that ticks outlive another search.

use app::asset::{self, Asset, Filter, MOST, Order, Query, Sort};
use app::{AssetId, Error};
use maud::{Markup, html};
use method::Medium;

use super::posted::Posted;
use crate::Failure;
use crate::components::{
    Button, ButtonKind, CheckboxGroup, Choice, Crumb, FieldErrors, Form, LinkButton, Method, SelectField, TextField,
    TextKind, Width,
};
use crate::layout::{Page, Section};
use crate::request::Person;

/// Which button was pressed.
const STEP: &str = "step";
const SEARCH: &str = "search";
const ALL: &str = "all";
const NEXT: &str = "next";

/// Whether several assets are still being chosen.
pub(super) fn is_choosing(wanted: &Posted) -> bool {
    !wanted.get("many").is_empty() && (wanted.get(STEP) != NEXT || wanted.about().is_empty())
}

/// The page that asks.
pub(super) async fn choose_assets(person: &Person, wanted: &Posted) -> Result<Markup, Failure> {
    let filter = Filter {
        search: wanted.get("q").chars().take(200).collect(),
        medium: Medium::from_id(wanted.get("medium")),
        ..Filter::default()
    };
    let order = Order { sort: Sort::Name, descending: false };
    let found = asset::list(&person.context, &Query { filter, order, ..Query::default() }).await?;
    let is_shown = |id: &AssetId| found.assets.iter().any(|asset| asset.id == *id);
    let chosen = wanted.about();
    let hidden: Vec<_> = chosen.iter().copied().filter(|id| !is_shown(id)).collect();
    let kept = others(person, &hidden).await?;
    let ticked: Vec<_> = if wanted.get(STEP) == ALL {
        found.assets.iter().map(|asset| asset.id).collect()
    } else {
        chosen.into_iter().filter(is_shown).collect()
    };
    let mut errors = FieldErrors::new();
    if wanted.get(STEP) == NEXT {
        errors.add("asset", "『情報資産』を1つ以上選んでください。");
    }
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors: &errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link("リスクを1件追加する", "/risks/new")],
        lead: Some(
            html! { p { "同じリスクを追加する情報資産に、印を付けます。次の画面で、リスクを1回だけ書きます。" } },
        ),
        ..Page::new("同じリスクをまとめて追加する", Section::Risks, &frame)
    };
    let step = |kind, label, value| Button { kind, label, name: STEP, value, ..Button::default() }.render();
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/risks", ..LinkButton::default() };
    let content = html! {
        input type="hidden" name="many" value="on";
        (search_bar(wanted))
        @if !kept.is_empty() { (boxes("asset-kept", "ほかに選んでいる情報資産", &kept, None, &errors)) }
        @if found.assets.is_empty() {
            p #asset { "条件に合う情報資産はありません。言葉を短くするか、媒体・保存先を「すべて」にしてください。" }
        } @else {
            p { (step(ButtonKind::Secondary, "下に出ているものすべてに印を付ける", ALL)) }
            (boxes("asset", "情報資産", &found.assets, Some(ticked.as_slice()), &errors))
        }
        @if found.after.is_some() { p { "五十音順の初めの" (MOST) "件です。ほかの情報資産は、言葉や媒体・保存先で探してください。付けた印は残ります。" } }
        div.actions { (step(ButtonKind::Primary, "次へ進む", NEXT)) (cancel.render()) }
    };
    Ok(page.render(Form { action: "/risks/new", method: Method::Get, ..Form::default() }.render(content)))
}

/// The chosen ones that the search does not show.
async fn others(person: &Person, ids: &[AssetId]) -> Result<Vec<Asset>, Failure> {
    let mut others = Vec::new();
    for id in ids {
        match asset::find(&person.context, *id).await {
            Ok(found) => others.push(found.asset),
            // Gone by now.
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(others)
}

/// Its first button is the one that the enter key presses.
fn search_bar(wanted: &Posted) -> Markup {
    let words = TextField {
        kind: TextKind::Search,
        name: "q",
        label: "情報資産をさがす",
        value: wanted.get("q"),
        width: Width::Full,
        ..TextField::default()
    };
    let media = Medium::ALL.map(|medium| Choice::new(medium.id(), medium.title()));
    let medium = SelectField {
        name: "medium",
        label: "媒体・保存先",
        value: wanted.get("medium"),
        empty: "すべて",
        choices: &media,
        width: Width::Full,
        ..SelectField::default()
    };
    let search = Button { label: "しぼり込む", name: STEP, value: SEARCH, ..Button::default() };
    let errors = FieldErrors::new();
    html! { div.filter-bar { (words.render(&errors)) (medium.render(&errors)) (search.render()) } }
}

/// A box for each; all are ticked where nothing is said.
fn boxes(id: &str, label: &str, assets: &[Asset], ticked: Option<&[AssetId]>, errors: &FieldErrors) -> Markup {
    let texts: Vec<_> = assets
        .iter()
        .map(|asset| {
            let line = &asset.content.line;
            let parts = [line.medium.title(), line.business.as_str()];
            let about: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            (asset.id.to_string(), line.name.as_str(), about.join("・"))
        })
        .collect();
    let choices: Vec<_> = texts
        .iter()
        .map(|(value, label, description)| Choice { value, label, description, ..Choice::default() })
        .collect();
    let is_ticked = |asset: &&Asset| ticked.is_none_or(|ticked| ticked.contains(&asset.id));
    let values: Vec<_> = assets.iter().filter(is_ticked).map(|asset| asset.id.to_string()).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    CheckboxGroup { id, name: "asset", label, values: &values, choices: &choices, ..CheckboxGroup::default() }
        .render(errors)
}
