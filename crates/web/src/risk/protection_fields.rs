//! 管理策 of the risk's own: rows of number, words and status.

use app::risk::{ControlInput, ControlStatus};
use catalog::ControlTheme;
use maud::{Markup, html};

use super::form::RiskForm;
use crate::components::{Choice, SelectField, TextField, Width, definition};

/// Empty rows at the end, and the fewest in all.
const EMPTY: usize = 2;
const FEWEST: usize = 5;

pub(super) fn fields(form: &RiskForm<'_>) -> Markup {
    let rows = (form.input.controls.len() + EMPTY).max(FEWEST);
    let blank = ControlInput::default();
    let controls: Vec<_> = form
        .catalog
        .controls
        .iter()
        .map(|control| (control.id.as_str(), format!("{} {}", control.id, control.title), theme(control.theme)))
        .collect();
    let choices: Vec<_> =
        controls.iter().map(|(value, label, group)| Choice { value, label, group, ..Choice::default() }).collect();
    html! {
        section aria-labelledby="controls-title" {
            h2 #controls-title { "管理策：このリスクのための対策" }
            (measures(form))
            p { "このリスクのためにしていることを、1行に1つ書きます。使わない行は空けたままで構いません。" }
            div #controls {
                @for row in 0..rows {
                    (control(form, row, form.input.controls.get(row).unwrap_or(&blank), &choices))
                }
            }
            p.soft.small { "行が足りないときは、いったん保存すると空の行が増えます。" }
            (definition("管理策の番号", html! {
                p { "国際規格 ISO/IEC 27001 の附属書Aにある93の対策の番号です。分からなければ選ばずに、内容だけを書いてください。" }
            }))
        }
    }
}

/// What the profile already says counts for this risk too.
fn measures(form: &RiskForm<'_>) -> Markup {
    let line = form.catalog.line(&form.input.line);
    let titles: Vec<_> = line
        .iter()
        .flat_map(|line| &line.measures)
        .filter_map(|id| form.catalog.measure(id))
        .map(|measure| format!("「{}」", measure.title))
        .collect();
    html! {
        @if !titles.is_empty() {
            p {
                "会社全体の対策のうち、" (titles.join("、")) "は、" a href="/organization#measures" { "会社の状況への回答" }
                "から自動で数えます。ここに書く必要はありません。"
            }
        }
    }
}

fn control(form: &RiskForm<'_>, row: usize, input: &ControlInput, choices: &[Choice<'_>]) -> Markup {
    let name = |part: &str| format!("controls.{row}.{part}");
    let (id, title, status) = (name("id"), name("title"), name("status"));
    let statuses = ControlStatus::ALL.map(|status| Choice::new(status.id(), status.title()));
    let number = SelectField {
        name: &id,
        label: "管理策の番号",
        value: &input.id,
        empty: "番号なし",
        choices,
        width: Width::Full,
        ..SelectField::default()
    };
    let words =
        TextField {
            name: &title, label: "すること", value: &input.title, width: Width::Full, ..TextField::default()
        };
    let state = SelectField {
        name: &status,
        label: "実施状況",
        value: &input.status,
        empty: "選んでください",
        choices: &statuses,
        width: Width::Full,
        ..SelectField::default()
    };
    html! {
        fieldset.control-row {
            legend.visually-hidden { "対策 " (row + 1) }
            (number.render(form.errors)) (words.render(form.errors)) (state.render(form.errors))
        }
    }
}

const fn theme(theme: ControlTheme) -> &'static str {
    match theme {
        ControlTheme::Organizational => "5 組織的管理策",
        ControlTheme::People => "6 人的管理策",
        ControlTheme::Physical => "7 物理的管理策",
        ControlTheme::Technological => "8 技術的管理策",
    }
}
