//! Somebody changed the risk while a person was typing: both versions side by side, part by part.

use app::asset::{self, Departments};
use app::risk::{ControlStatus, EventInput, Input, Owner, find, history, owners};
use app::{AssetId, Error, RiskId};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use catalog::Catalog;
use maud::html;
use method::ThreatOrigin;

use super::posted::{Posted, pairs};
use super::words::ORIGINS;
use super::{edit, risk_id};
use crate::asset::words as plain;
use crate::components::{Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup, submit};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// The parts between whose versions a person chooses: name, title.
const PARTS: [(&str, &str); 10] = [
    ("event", "業務で起きたら困ること"),
    ("threat", "脅威"),
    ("vulnerabilities", "脆弱性"),
    ("consequence", "どう困るか"),
    ("ratings", "起こりやすさ・つけ込みやすさ"),
    ("likelihood", "被害発生可能性（直接決めた値）"),
    ("controls", "管理策"),
    ("owner", "リスク所有者"),
    ("remarks", "備考"),
    ("review_on", "見直し予定日"),
];

/// The input with that part of the other one.
fn with(part: &str, from: &Input, mut to: Input) -> Input {
    match part {
        "event" => to.event.clone_from(&from.event),
        "threat" => {
            to.title.clone_from(&from.title);
            // The origins of a known threat are the catalog's.
            if to.line.is_empty() {
                to.origins.clone_from(&from.origins);
            }
        }
        "vulnerabilities" => to.vulnerabilities.clone_from(&from.vulnerabilities),
        "consequence" => to.consequence.clone_from(&from.consequence),
        "ratings" => (to.threat_rating, to.vulnerability_rating) = (from.threat_rating, from.vulnerability_rating),
        "likelihood" => to.likelihood = from.likelihood,
        "controls" => to.controls.clone_from(&from.controls),
        // The name of somebody who signs in follows the account.
        "owner" if from.owner.is_some() && from.owner == to.owner => {}
        "owner" => {
            to.owner = from.owner;
            to.owner_name.clone_from(&from.owner_name);
        }
        "remarks" => to.remarks.clone_from(&from.remarks),
        "review_on" => to.review_on.clone_from(&from.review_on),
        _ => {}
    }
    to
}

/// The names of what both versions name by keys.
struct Names<'a> {
    catalog: &'a Catalog,
    owners: Vec<Owner>,
    departments: Departments,
    assets: Vec<(AssetId, String)>,
}

impl<'a> Names<'a> {
    async fn of(person: &Person, catalog: &'a Catalog, versions: [&Input; 2]) -> Result<Self, Failure> {
        let context = &person.context;
        let mut assets = Vec::new();
        for id in versions.into_iter().filter_map(|input| input.event.as_ref()).flat_map(|event| &event.assets) {
            if assets.iter().any(|(known, _)| known == id) {
                continue;
            }
            match asset::find(context, *id).await {
                Ok(found) => assets.push((*id, found.asset.content.line.name)),
                // Gone, or not for this person's eyes.
                Err(Error::NotFound(_) | Error::Forbidden) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Self { catalog, owners: owners(context).await?, departments: Departments::of(context).await?, assets })
    }

    fn event(&self, event: &EventInput) -> String {
        let ratings = [event.confidentiality, event.integrity, event.availability].map(rating);
        let department = event.department.and_then(|id| self.departments.name(id));
        let assets: Vec<&str> = { event.assets.iter() }
            .filter_map(|id| self.assets.iter().find(|(known, _)| known == id))
            .map(|(_, name)| name.as_str())
            .collect();
        let survival = if event.survival { "おそれがある" } else { "おそれはない" };
        [
            ("", event.name.as_str()),
            ("ふりがな：", &event.name_reading),
            ("", &event.explanation),
            ("機密性・完全性・可用性：", &ratings.join("・")),
            ("会社が続けられなくなる：", survival),
            ("部署：", department.unwrap_or_default()),
            ("関わる情報資産：", &assets.join("、")),
        ]
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(label, words)| format!("{label}{words}"))
        .collect::<Vec<_>>()
        .join("\n")
    }
}

fn rating(value: Option<u8>) -> String {
    value.map_or_else(|| "決めない".to_owned(), |value| value.to_string())
}

/// What happens and, for a threat of one's own, where it comes from.
fn threat(input: &Input) -> String {
    let is_own = input.line.is_empty() && !input.origins.is_empty();
    let is_meant = |origin: &ThreatOrigin| input.origins.contains(&origin.letter().to_string());
    let origins = ORIGINS.into_iter().filter(is_meant).map(ThreatOrigin::title).collect::<Vec<_>>();
    if is_own { format!("{}\n起源：{}", input.title, origins.join("、")) } else { input.title.clone() }
}

/// A part as people read it.
fn shown(part: &str, input: &Input, names: &Names<'_>) -> String {
    let Names { catalog, owners, .. } = names;
    let text = match part {
        "event" => input.event.as_ref().map(|event| names.event(event)),
        "threat" => Some(threat(input)),
        "vulnerabilities" => {
            let title = |text: &String| catalog.vulnerability(text).map_or(text.clone(), |known| known.title.clone());
            Some(input.vulnerabilities.iter().map(title).collect::<Vec<_>>().join("\n"))
        }
        "consequence" => Some(input.consequence.clone()),
        "ratings" => Some(format!(
            "起こりやすさ：{}、つけ込みやすさ：{}",
            rating(input.threat_rating),
            rating(input.vulnerability_rating)
        )),
        "likelihood" => Some(rating(input.likelihood)),
        "controls" => {
            let status = |id: &str| ControlStatus::from_id(id).map_or("", |status| status.title());
            let row = |row: &app::risk::ControlInput| format!("{} {}（{}）", row.id, row.title, status(&row.status));
            Some(input.controls.iter().map(row).collect::<Vec<_>>().join("\n"))
        }
        "owner" => {
            let known = owners.iter().find(|owner| Some(owner.account) == input.owner);
            Some(known.map_or_else(|| input.owner_name.clone(), |owner| owner.name.clone()))
        }
        "remarks" => Some(input.remarks.clone()),
        _ => Some(input.review_on.clone()),
    };
    let text = text.unwrap_or_default();
    if text.trim().is_empty() { "（空欄）".to_owned() } else { text.trim().to_owned() }
}

/// The page with both versions.
pub(super) async fn ask(
    person: &Person,
    state: &State,
    id: RiskId,
    mine: &Input,
    errors: &FieldErrors,
) -> Result<Response, Failure> {
    let risk = find(&person.context, &state.catalog, id).await?.risk;
    let theirs = Input::from(&risk.content);
    let differs = |(part, _): &&(&str, &str)| with(part, mine, theirs.clone()) != theirs;
    let parts: Vec<_> = PARTS.iter().filter(differs).collect();
    let here = format!("/risks/{id}");
    if parts.is_empty() {
        let notice = Notice::information("ほかの人が同じ内容に変更していたため、変えるところはありませんでした。");
        return Ok(see_other_with(&here, &notice));
    }
    let told = history(&person.context, &state.catalog, id).await?;
    let names = Names::of(person, &state.catalog, [mine, &theirs]).await?;
    let who = told.changes.first().map(|change| format!("{}さんが{}に、", change.actor, plain::moment(change.at)));
    let notice = Notice {
        body: Some(html! { p { "まだ何も上書きしていません。違うところを1つずつ選んで、保存してください。" } }),
        ..Notice::warning(format!("入力している間に、{}このリスクを変更しました。", who.unwrap_or_default()))
    };
    let label = risk.label();
    let frame = person.frame();
    let page = Page {
        notices: std::slice::from_ref(&notice),
        errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&label, &here)],
        ..Page::new("どちらの内容にしますか", Section::Risks, &frame)
    };
    let action = format!("{here}/choose");
    let cancel =
        LinkButton { label: "入力を捨てて、今の内容を見る", href: &here, ..LinkButton::default() };
    let content = html! {
        input type="hidden" name="seen" value=(risk.version);
        @for (name, value) in pairs(mine) { input type="hidden" name=(name) value=(value); }
        div.side-by-side {
            @for (part, title) in parts { (choice(part, title, [mine, &theirs].map(|input| shown(part, input, &names)), errors)) }
        }
        div.actions { (submit("選んだ内容で保存する")) (cancel.render()) }
    };
    let page = page.render(FormPart { action: &action, ..FormPart::default() }.render(content));
    Ok((StatusCode::CONFLICT, page).into_response())
}

fn choice(part: &str, title: &str, [mine, theirs]: [String; 2], errors: &FieldErrors) -> maud::Markup {
    let choices = [
        Choice { value: MINE, label: &mine, mark: "あなたの入力", ..Choice::default() },
        Choice { value: THEIRS, label: &theirs, mark: "今の内容", ..Choice::default() },
    ];
    let name = keep(part);
    let group = RadioGroup { name: &name, label: title, required: true, choices: &choices, ..RadioGroup::default() };
    group.render(errors)
}

fn keep(part: &str) -> String {
    format!("keep.{part}")
}

pub(super) async fn choose(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, posted) = (risk_id(&id)?, Posted(sent));
    let found = find(&person.context, &state.catalog, id).await?;
    if !found.changeable {
        return Err(Error::Forbidden.into());
    }
    let risk = found.risk;
    let theirs = Input::from(&risk.content);
    let mine = posted.input();
    let mut chosen = theirs.clone();
    let mut errors = FieldErrors::new();
    for (part, title) in PARTS {
        let is_same = with(part, &mine, theirs.clone()) == theirs;
        match posted.get(&keep(part)) {
            MINE => chosen = with(part, &mine, chosen),
            THEIRS => {}
            _ if is_same => {}
            _ => errors.add(keep(part), format!("『{title}』をどちらの内容にするか、選んでください。")),
        }
    }
    // Somebody changed it once more: the choice is about another state now.
    if risk.version != posted.seen() {
        return ask(&person, &state, id, &mine, &FieldErrors::new()).await;
    }
    if !errors.is_empty() {
        return ask(&person, &state, id, &mine, &errors).await;
    }
    edit::write(&person, &state, id, posted.seen(), chosen).await
}
