//! About which assets new risks are, where the same one is added to several. All of it is one form that is sent with
//! POST, so that ticks outlive another search, as many as there are.

use app::AssetId;
use app::asset::{self, Asset, Filter, MOST, Order, Query, Sort};
use app::risk::MOST_ASSETS;
use maud::{Markup, html};
use method::Medium;

use super::posted::Posted;
use crate::Failure;
use crate::components::{
    Button, ButtonKind, CheckboxGroup, Choice, Crumb, FieldErrors, Form, LinkButton, SelectField, TextField, TextKind,
    Width, thousands,
};
use crate::layout::{Page, Section};
use crate::request::Person;

/// Which button was pressed.
const STEP: &str = "step";
const SEARCH: &str = "search";
const ALL: &str = "all";
const NEXT: &str = "next";
/// What this page sends; the rest was typed about the risk, and comes along.
const OWN: [&str; 5] = [STEP, "many", "q", "medium", "asset"];

/// Whether the assets are chosen, or what is wrong with the choice.
pub(super) fn is_chosen(wanted: &Posted) -> Result<bool, FieldErrors> {
    let chosen = wanted.about().len();
    if chosen > MOST_ASSETS {
        return Err(FieldErrors::new().with("asset", too_many(chosen)));
    }
    match wanted.get(STEP) {
        NEXT if chosen == 0 => Err(FieldErrors::new().with("asset", "『情報資産』を1つ以上選んでください。")),
        step => Ok(step == NEXT),
    }
}

fn too_many(chosen: usize) -> String {
    format!(
        "一度に選べる情報資産は{MOST_ASSETS}件までです（選んだのは{}件）。印は、そのうち{MOST_ASSETS}件だけに残しました。残りは、これらのリスクを追加したあとで選んでください。",
        thousands(chosen as u64)
    )
}

/// The page that asks.
pub(super) async fn choose_assets(person: &Person, wanted: &Posted, errors: &FieldErrors) -> Result<Markup, Failure> {
    let filter = Filter {
        search: wanted.get("q").chars().take(200).collect(),
        medium: Medium::from_id(wanted.get("medium")),
        ..Filter::default()
    };
    let order = Order { sort: Sort::Name, descending: false };
    let found = asset::list(&person.context, &Query { filter, order, ..Query::default() }).await?;
    let mut chosen = wanted.about();
    chosen.truncate(MOST_ASSETS);
    let is_shown = |id: &AssetId| found.assets.iter().any(|asset| asset.id == *id);
    let (mut ticked, hidden): (Vec<_>, Vec<_>) = chosen.into_iter().partition(is_shown);
    let kept = asset::find_many(&person.context, &hidden).await?;
    if wanted.get(STEP) == ALL && errors.is_empty() {
        ticked = found.assets.iter().map(|asset| asset.id).collect();
    }
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link("リスクを1件追加する", "/risks/new")],
        lead: Some(
            html! { p { "同じリスクを追加する情報資産に、印を付けます（一度に" (MOST_ASSETS) "件まで）。次の画面で、リスクを1回だけ書きます。" } },
        ),
        ..Page::new("同じリスクをまとめて追加する", Section::Risks, &frame)
    };
    let step = |kind, label, value| Button { kind, label, name: STEP, value, ..Button::default() }.render();
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/risks", ..LinkButton::default() };
    let typed = wanted.0.iter().filter(|(name, _)| !OWN.contains(&name.as_str()));
    let content = html! {
        @for (name, value) in typed { input type="hidden" name=(name) value=(value); }
        (search_bar(wanted))
        @if !kept.is_empty() { (boxes("asset-kept", "ほかに選んでいる情報資産", &kept, None, errors)) }
        @if found.assets.is_empty() {
            p #asset { "条件に合う情報資産はありません。言葉を短くするか、媒体・保存先を「すべて」にしてください。" }
        } @else {
            p { (step(ButtonKind::Secondary, "下に出ているものすべてに印を付ける", ALL)) }
            (boxes("asset", "情報資産", &found.assets, Some(ticked.as_slice()), errors))
        }
        @if found.after.is_some() { p { "五十音順の初めの" (MOST) "件です。ほかの情報資産は、言葉や媒体・保存先で探してください。付けた印は残ります。" } }
        div.actions { (step(ButtonKind::Primary, "次へ進む", NEXT)) (cancel.render()) }
    };
    Ok(page.render(Form { action: "/risks/new/choose", ..Form::default() }.render(content)))
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
