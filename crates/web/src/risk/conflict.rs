//! Somebody changed the risk while a person was typing: what only one of them changed is taken over; what both changed
//! is shown in both versions, part by part.

use app::audit_log::Event;
use app::risk::{self, Input, Risk, find, history, version};
use app::{Error, RiskId};
use axum::Form;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::conflict_words::Names;
use super::create::saved;
use super::merge::Merge;
use super::part::Part;
use super::posted::{Posted, pairs};
use super::{edit, risk_id};
use crate::asset::words as plain;
use crate::components::{Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup, submit};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// What a person typed, and what they have chosen so far.
pub(super) struct Typed<'a> {
    /// The version from which the person began.
    pub(super) began: i64,
    pub(super) mine: Input,
    /// The answers, where the person was asked.
    pub(super) answers: Option<&'a Posted>,
}

impl Typed<'_> {
    /// The content as chosen, or what is still to be chosen. Answers are about the version that was shown with them.
    fn chosen(&self, merge: &Merge, version: i64) -> Result<Input, FieldErrors> {
        let answers = self.answers.filter(|answers| answers.seen() == version);
        let (mut content, mut errors, mut is_open) = (merge.content.clone(), FieldErrors::new(), false);
        for part in merge.open.iter().copied() {
            match answers.map_or("", |answers| answers.get(&keep(part))) {
                MINE => content = part.taken(&self.mine, content),
                THEIRS => {}
                _ => {
                    is_open = true;
                    if answers.is_some() {
                        let title = part.title();
                        errors.add(keep(part), format!("『{title}』をどちらの内容にするか、選んでください。"));
                    }
                }
            }
        }
        if is_open { Err(errors) } else { Ok(content) }
    }
}

pub(super) async fn choose(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, posted) = (risk_id(&id)?, Posted(sent));
    let typed = Typed { began: posted.began(), mine: posted.input(), answers: Some(&posted) };
    settle(&person, &state, id, &typed).await
}

/// Saves both people's changes together; asks about what both have changed.
pub(super) async fn settle(person: &Person, state: &State, id: RiskId, typed: &Typed<'_>) -> Result<Response, Failure> {
    let (context, catalog) = (&person.context, &state.catalog);
    // Once more where somebody is quicker again.
    loop {
        let found = find(context, catalog, id).await?;
        if !found.changeable {
            return Err(Error::Forbidden.into());
        }
        let (risk, base) = (found.risk, version(context, catalog, id, typed.began).await?);
        let (theirs, base) = (Input::from(&risk.content), base.as_ref().map(Input::from));
        let merge = Merge::of(base.as_ref(), &typed.mine, &theirs);
        let others = Others::of(person, state, &risk, typed.began).await?;
        let content = match typed.chosen(&merge, risk.version) {
            Ok(content) => content,
            Err(errors) => return ask(person, state, &risk, typed, &merge, &others, &errors).await,
        };
        if content == theirs {
            return Ok(see_other_with(&format!("/risks/{id}"), &nothing_to_change(&merge)));
        }
        match risk::edit(context, catalog, id, risk.version, content.clone()).await {
            Ok(changed) => {
                let saved = saved(&changed, person, "保存しました");
                let title = format!("{}{}", saved.title, others.taken(&merge, "使いました"));
                return Ok(see_other_with(&format!("/risks/{id}"), &Notice { title, ..saved }));
            }
            Err(Error::Stale) => {}
            Err(error) => {
                return edit::ask_again(person, state, id, risk.version, &content, &field_errors(error)?).await;
            }
        }
    }
}

fn nothing_to_change(merge: &Merge) -> Notice {
    let is_equal = merge.open.is_empty() && merge.theirs.is_empty();
    Notice::information(if is_equal {
        "ほかの人が同じ内容に変更していたため、変えるところはありませんでした。"
    } else {
        "ほかの人が変更した、今の内容のままにしました。"
    })
}

/// Who was quicker.
struct Others {
    /// 「見本花子さん、見本太郎さん」
    names: String,
    /// When the last of them changed it.
    at: String,
}

impl Others {
    async fn of(person: &Person, state: &State, risk: &Risk, began: i64) -> Result<Self, Failure> {
        let changes = history(&person.context, &state.catalog, risk.id).await?.changes;
        let since = usize::try_from(risk.version.saturating_sub(began)).unwrap_or_default().max(1);
        // A risk that is put back goes on with a much higher version: nobody is counted beyond that.
        let added = changes.iter().position(|change| change.event == Event::Created);
        let since = added.map_or(since, |added| since.min(added + 1));
        let mut names: Vec<String> = Vec::new();
        for change in changes.iter().take(since) {
            let name = format!("{}さん", change.actor);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let at = changes.first().map(|change| plain::moment(change.at)).unwrap_or_default();
        Ok(Self { names: names.join("、"), at })
    }

    /// 「脅威」はあなたの入力、「備考」は見本花子さんの変更を使います。 Nothing where nothing was taken over.
    fn taken(&self, merge: &Merge, verb: &str) -> String {
        let all = |titles: &[&str], whose: &str| {
            let titles: Vec<_> = titles.iter().map(|title| format!("「{title}」")).collect();
            (!titles.is_empty()).then(|| format!("{}は{whose}", titles.concat()))
        };
        let parts = [all(&merge.mine, "あなたの入力"), all(&merge.theirs, &format!("{}の変更", self.names))];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("{}を{verb}。", parts.join("、")) }
    }
}

/// The page with both versions of what both have changed.
async fn ask(
    person: &Person,
    state: &State,
    risk: &Risk,
    typed: &Typed<'_>,
    merge: &Merge,
    others: &Others,
    errors: &FieldErrors,
) -> Result<Response, Failure> {
    let versions = [&typed.mine, &Input::from(&risk.content)];
    let names = Names::of(person, &state.catalog, versions).await?;
    let taken = others.taken(merge, "使います");
    let body = html! {
        p { "まだ何も上書きしていません。次のところを1つずつ選んで、保存してください。" }
        @if !taken.is_empty() { p { "一人だけが変えたところは、選ばなくて構いません。" (taken) } }
    };
    let told = format!("入力している間に、{}が{}に、このリスクを変更しました。", others.names, others.at);
    let notice = Notice::warning(told).with(body);
    let (here, label, frame) = (format!("/risks/{}", risk.id), risk.label(), person.frame());
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
        input type="hidden" name="began" value=(typed.began);
        @for (name, value) in pairs(&typed.mine) { input type="hidden" name=(name) value=(value); }
        div.side-by-side {
            @for part in merge.open.iter().copied() { (choice(part, versions.map(|input| names.shown(part, input)), errors)) }
        }
        div.actions { (submit("選んだ内容で保存する")) (cancel.render()) }
    };
    let page = page.render(FormPart { action: &action, ..FormPart::default() }.render(content));
    Ok((StatusCode::CONFLICT, page).into_response())
}

fn choice(part: Part, [mine, theirs]: [String; 2], errors: &FieldErrors) -> Markup {
    let choices = [
        Choice { value: MINE, label: &mine, mark: "あなたの入力", ..Choice::default() },
        Choice { value: THEIRS, label: &theirs, mark: "今の内容", ..Choice::default() },
    ];
    let name = keep(part);
    let label = part.title();
    let group = RadioGroup { name: &name, label, required: true, choices: &choices, ..RadioGroup::default() };
    group.render(errors)
}

fn keep(part: Part) -> String {
    format!("keep.{}", part.name())
}
