//! What the chosen criteria would change, before they are saved.

use app::risk::{CriteriaPreview, preview_criteria};
use axum::Form as Sent;
use axum::extract::State as Shared;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use method::{Band, RiskCriteria};

use super::bands;
use super::criteria::{CriteriaForm, again};
use crate::components::{Column, Crumb, Form, LinkButton, Row, Table, submit, thousands};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::risk::words;
use crate::{Failure, State};

pub(super) async fn preview(
    Shared(state): Shared<State>,
    person: Person,
    Sent(form): Sent<CriteriaForm>,
) -> Result<Response, Failure> {
    let choice = match form.choice() {
        Ok(choice) => choice,
        Err(errors) => return Ok(again(&state.catalog, &person, form, &errors)),
    };
    let criteria = match choice.criteria() {
        Ok(criteria) => criteria,
        Err(error) => {
            let errors = field_errors(error)?;
            return Ok(again(&state.catalog, &person, form, &errors));
        }
    };
    let found = preview_criteria(&person.context, criteria).await?;
    Ok(page(&person, &state, &form, &found).into_response())
}

fn page(person: &Person, state: &State, form: &CriteriaForm, found: &CriteriaPreview) -> Markup {
    let frame = person.frame();
    let page = Page {
        breadcrumbs: &[Crumb::link("組織", "/organization"), Crumb::link("リスク基準の変更", "/settings/criteria")],
        lead: Some(
            html! { p { "まだ保存していません。リスクレベルの数字は変わらず、「高・中・低」の段階だけが変わります。" } },
        ),
        ..Page::new("この基準で保存しますか", Section::Organization, &frame)
    };
    let fields = [
        ("criteria", form.criteria.as_str()),
        ("high", &form.high),
        ("medium", &form.medium),
        ("repeat", &form.repeat),
    ];
    let cancel = LinkButton { label: "選び直す", href: "/settings/criteria", ..LinkButton::default() };
    page.render(html! {
        p { (summary(found)) }
        @if found.changed() > 0 { (counts(found)) (named(found)) }
        h2 { "新しい区分（" (found.then.name()) "）" }
        (bands::table(&state.catalog, &found.then))
        p {
            "リスクレベルが" (found.then.medium_from()) "より小さいリスクは、そのまま受け入れられます。"
            (found.then.medium_from()) "以上は対応を決め、" (found.then.high_from()) "以上は先に手を打ちます。"
        }
        (Form { action: "/settings/criteria", ..Form::default() }.render(html! {
            input type="hidden" name="version" value=(form.version);
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            div.actions { (submit("この基準で保存する")) (cancel.render()) }
        }))
    })
}

/// What changes, in a sentence for each way.
fn summary(found: &CriteriaPreview) -> String {
    if found.heat_map.total() == 0 {
        return "まだリスクがないので、段階の変わるリスクはありません。".to_owned();
    }
    let ways = found.moves().into_iter().map(|(before, after, count)| {
        format!("{}件が「{}」から「{}」に{}ます。", thousands(count), before.title(), after.title(), way(before, after))
    });
    let ways: String = ways.collect();
    if ways.is_empty() { "段階の変わるリスクはありません。".to_owned() } else { ways }
}

fn way(before: Band, after: Band) -> &'static str {
    if after > before { "上がり" } else { "下がり" }
}

fn counts(found: &CriteriaPreview) -> Markup {
    let count = |band: Band, criteria: &RiskCriteria| format!("{}件", thousands(found.heat_map.band(band, criteria)));
    let rows = Band::WORST_FIRST.map(|band| {
        Row::new(vec![
            html! { b { (band.title()) } "（" (words::plain_meaning(band)) "）" },
            html! { (count(band, &found.now)) },
            html! { (count(band, &found.then)) },
        ])
    });
    Table {
        id: "before-after",
        caption: "段階ごとのリスクの件数",
        is_caption_shown: true,
        columns: vec![Column::new("段階"), Column::new("今").at_end(), Column::new("変えたあと").at_end()],
        rows: rows.into(),
        ..Table::default()
    }
    .render()
}

/// The first of the risks that change.
fn named(found: &CriteriaPreview) -> Markup {
    let rows = found.risks.iter().map(|risk| {
        Row::new(vec![
            html! { a href={ "/risks/" (risk.id) } { (risk.label) } },
            words::level(&found.now, risk.level()),
            words::level(&found.then, risk.level()),
        ])
    });
    html! {
        h2 { "段階の変わるリスク" }
        @if found.changed() > found.risks.len() as u64 {
            p { (thousands(found.changed())) "件のうち、リスクレベルの大きいものから" (found.risks.len()) "件です。" }
        }
        (Table {
            id: "changing",
            caption: "段階の変わるリスク",
            columns: vec![Column::new("リスク"), Column::new("今"), Column::new("変えたあと")],
            rows: rows.collect(),
            ..Table::default()
        }.render())
    }
}
