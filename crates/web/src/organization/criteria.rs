//! Chooses the risk criteria: asked, previewed, saved.

use app::organization::{self, CriteriaChoice, Organization};
use app::{Error, Permission};
use axum::Form as Sent;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use catalog::{BandPreset, Catalog};
use maud::{Markup, html};
use serde::Deserialize;

use super::bands;
use crate::components::{
    ButtonKind, Choice, Crumb, FieldErrors, Form, LinkButton, Notice, RadioGroup, SelectField, Width, definition,
    submit,
};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

/// Chosen as `criteria` for the organization's own.
const OWN: &str = "own";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CriteriaForm {
    pub(super) criteria: String,
    pub(super) high: String,
    pub(super) medium: String,
    /// After how many months risks are assessed anew; empty leaves it.
    pub(super) repeat: String,
    pub(super) version: i64,
}

impl CriteriaForm {
    fn of(organization: &Organization) -> Self {
        let criteria = match CriteriaChoice::of(&organization.criteria) {
            CriteriaChoice::Tokyo => "tokyo",
            CriteriaChoice::Ipa => "ipa",
            CriteriaChoice::Own { .. } => OWN,
        };
        Self {
            criteria: criteria.to_owned(),
            high: organization.criteria.high_from().to_string(),
            medium: organization.criteria.medium_from().to_string(),
            repeat: organization.repeat_months.to_string(),
            version: organization.version,
        }
    }

    pub(super) fn choice(&self) -> Result<CriteriaChoice, FieldErrors> {
        match self.criteria.as_str() {
            "tokyo" => Ok(CriteriaChoice::Tokyo),
            "ipa" => Ok(CriteriaChoice::Ipa),
            OWN => match (self.high.parse(), self.medium.parse()) {
                (Ok(high), Ok(medium)) => Ok(CriteriaChoice::Own { high, medium }),
                _ => Err(FieldErrors::new().with("high", "自社の区分の「高」と「中」の下限を選んでください。")),
            },
            _ => Err(FieldErrors::new().with("criteria", "『リスク基準』を選んでください。")),
        }
    }
}

/// The address of before.
pub(super) async fn moved() -> Redirect {
    Redirect::permanent("/settings/criteria")
}

pub(super) async fn form(Shared(state): Shared<State>, person: Person) -> Result<Markup, Failure> {
    person.context.require(Permission::EditOrganization)?;
    Ok(page(&state.catalog, &person, &CriteriaForm::of(&person.organization), &FieldErrors::new()))
}

pub(super) async fn save(
    Shared(state): Shared<State>,
    person: Person,
    Sent(form): Sent<CriteriaForm>,
) -> Result<Response, Failure> {
    let errors = match form.choice() {
        Err(errors) => errors,
        Ok(choice) => {
            let repeat = form.repeat.parse().ok();
            match organization::set_criteria(&person.context, choice, repeat, form.version).await {
                Ok(_) => {
                    return Ok(see_other_with(
                        "/organization#criteria",
                        &Notice::success("リスク基準を保存しました。"),
                    ));
                }
                Err(Error::Stale) => FieldErrors::general(format!(
                    "ほかの人が先に組織を変更したため、まだ保存していません。今のリスク基準は「{}」です。選んだ基準でよければ、下の「変わるリスクを確かめる」を押して、もう一度進んでください。",
                    organization::criteria_in_words(&person.organization.criteria)
                )),
                Err(error) => field_errors(error)?,
            }
        }
    };
    Ok(again(&state.catalog, &person, form, &errors))
}

/// The form once more with what is wrong; saving it then is about the organization as it is now.
pub(super) fn again(catalog: &Catalog, person: &Person, form: CriteriaForm, errors: &FieldErrors) -> Response {
    let form = CriteriaForm { version: person.organization.version, ..form };
    (StatusCode::UNPROCESSABLE_ENTITY, page(catalog, person, &form, errors)).into_response()
}

fn page(catalog: &Catalog, person: &Person, form: &CriteriaForm, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page {
        errors,
        breadcrumbs: &[Crumb::link("組織", "/organization")],
        lead: Some(html! {
            p { "リスクレベルは、重要度（1〜3）と被害発生可能性（1〜3）を掛けた値で、1・2・3・4・6・9のどれかになります。どこから手を打つかを、ここで決めます。保存する前に、段階の変わるリスクを確かめられます。" }
        }),
        ..Page::new("リスク基準の変更", Section::Organization, &frame)
    };
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/organization", ..LinkButton::default() };
    page.render(html! {
        h2 { "今の区分（" (person.organization.criteria.name()) "）" }
        (bands::table(catalog, &person.organization.criteria))
        h2 { "区分を選ぶ" }
        (Form { action: "/settings/criteria/preview", ..Form::default() }.render(html! {
            input type="hidden" name="version" value=(form.version);
            (choices(catalog, form, errors))
            (own(form, errors))
            (acceptance_line())
            (repeat(form, errors))
            div.actions { (submit("変わるリスクを確かめる")) (cancel.render()) }
        }))
    })
}

/// The term, explained where it first stands.
fn acceptance_line() -> Markup {
    definition(
        "受け入れられるかどうかの境目",
        html! {
            p { "「中」の始まりが境目です。それより小さいもの（低）は、だれの承認もなしに、そのまま受け入れてよいリスクです。" }
            p { "境目以上のもの（中・高）は、対応を決め、リスク所有者の承認を受けます。受け入れるときは、理由と見直す日が要ります。" }
        },
    )
}

fn choices(catalog: &Catalog, form: &CriteriaForm, errors: &FieldErrors) -> Markup {
    let levels = |preset: &BandPreset| {
        let joined = |levels: &[u8]| levels.iter().map(u8::to_string).collect::<Vec<_>>().join("・");
        format!("高 {}、中 {}、低 {}", joined(&preset.high), joined(&preset.medium), joined(&preset.low))
    };
    let marks: Vec<String> = catalog.band_presets.iter().map(levels).collect();
    let mut choices: Vec<Choice<'_>> = catalog
        .band_presets
        .iter()
        .zip(&marks)
        .map(|(preset, mark)| Choice {
            value: &preset.id,
            label: &preset.title,
            mark,
            description: &preset.explanation,
            ..Choice::default()
        })
        .collect();
    choices.push(Choice {
        value: OWN,
        label: "自社の区分",
        description: "下の2つの欄で、「高」と「中」の始まりを決めます。",
        ..Choice::default()
    });
    RadioGroup {
        name: "criteria",
        label: "リスク基準",
        required: true,
        value: &form.criteria,
        choices: &choices,
        ..RadioGroup::default()
    }
    .render(errors)
}

fn own(form: &CriteriaForm, errors: &FieldErrors) -> Markup {
    let high = [("9", "9だけ"), ("6", "6以上"), ("4", "4以上"), ("3", "3以上")];
    let medium = [("6", "6以上"), ("4", "4以上"), ("3", "3以上"), ("2", "2以上")];
    let support = "「高」より小さい値から始めます。それより小さいものは「低」で、そのまま受け入れます。";
    html! {
        (select("high", "「高」とするリスクレベル", "自社の区分を選んだときだけ使います。", &form.high, &high, errors))
        (select("medium", "「中」とするリスクレベル（受け入れられるかどうかの境目）", support, &form.medium, &medium, errors))
    }
}

/// Months between assessments, and their words.
const INTERVALS: [(&str, &str); 5] =
    [("3", "3か月ごと"), ("6", "6か月ごと"), ("12", "1年ごと"), ("24", "2年ごと"), ("36", "3年ごと")];

/// 「1年ごと」
pub(super) fn interval_words(months: u8) -> String {
    let months = months.to_string();
    let known = INTERVALS.iter().find(|(value, _)| *value == months);
    known.map_or_else(|| format!("{months}か月ごと"), |(_, words)| (*words).to_owned())
}

fn repeat(form: &CriteriaForm, errors: &FieldErrors) -> Markup {
    let support = "リスクアセスメント（リスクを洗い出し、大きさを測り、基準と比べること）を、どれくらいの間隔でやり直すかです。時期が来ると、ホームに出ます。";
    select("repeat", "アセスメントをくり返す間隔", support, &form.repeat, &INTERVALS, errors)
}

fn select(name: &str, label: &str, support: &str, value: &str, words: &[(&str, &str)], errors: &FieldErrors) -> Markup {
    let choices: Vec<_> = words.iter().map(|(value, label)| Choice::new(value, label)).collect();
    SelectField { name, label, support, value, choices: &choices, width: Width::Medium, ..SelectField::default() }
        .render(errors)
}
