//! The questions by which an asset is rated: what each value means, with examples, instead of bare numbers;
//! and the importance that comes from the answers, explained.

use app::asset::Input;
use catalog::Catalog;
use maud::{Markup, html};
use method::{Asset, Importance, Medium, PersonalData, Property, Rating, Ratings, Valuation, importance};

use super::list::highest_first;
use crate::components::{Choice, EquationPart, FieldErrors, RadioGroup, equation};

/// The id of the explanation, which htmx renews.
pub(super) const PANEL: &str = "importance";

/// One question per property.
pub(crate) fn questions(catalog: &Catalog, input: &Input, errors: &FieldErrors) -> Markup {
    html! { @for property in Property::ALL { (question(catalog, property, answer(input, property), errors)) } }
}

fn answer(input: &Input, property: Property) -> Option<u8> {
    match property {
        Property::Confidentiality => input.confidentiality,
        Property::Integrity => input.integrity,
        Property::Availability => input.availability,
    }
}

fn question(catalog: &Catalog, property: Property, answer: Option<u8>, errors: &FieldErrors) -> Markup {
    let (name, label) = match property {
        Property::Confidentiality => ("confidentiality", "機密性：外に漏れたら、どうなりますか"),
        Property::Integrity => ("integrity", "完全性：中身が間違ったり、書き換わったりしたら、どうなりますか"),
        Property::Availability => ("availability", "可用性：使いたいときに使えなかったら、どうなりますか"),
    };
    let of_property = catalog.rating_criteria.iter().filter(|criterion| criterion.property == property);
    let criteria: Vec<_> = of_property.collect();
    let texts: Vec<_> = highest_first()
        .filter_map(|rating| criteria.iter().find(|criterion| criterion.value == rating))
        .map(|criterion| {
            let examples: Vec<&str> = criterion.examples.iter().map(String::as_str).collect();
            (criterion.value.to_string(), format!("評価値 {}", criterion.value), criterion.meaning.as_str(), examples)
        })
        .collect();
    let choices: Vec<_> = texts
        .iter()
        .map(|(value, mark, meaning, examples)| Choice { value, label: meaning, mark, examples, ..Choice::default() })
        .collect();
    let value = answer.map(|answer| answer.to_string()).unwrap_or_default();
    let group = RadioGroup { name, label, required: true, value: &value, choices: &choices, ..RadioGroup::default() };
    group.render(errors)
}

/// The importance of what was answered so far, and why. Renewed while answering; the same after saving.
pub(super) fn explanation(catalog: &Catalog, input: &Input) -> Markup {
    let content = match computed(input) {
        Some((importance, valuation)) => found(catalog, importance, valuation),
        None => html! { p { "3つの問いに答えると、重要度（1〜3）を計算して、理由をここに示します。" } },
    };
    html! { div #(PANEL) aria-live="polite" { (content) } }
}

fn found(catalog: &Catalog, importance: Importance, valuation: Option<Valuation>) -> Markup {
    let value = importance.value.to_string();
    let reason = importance.explanation();
    let ratings = match valuation {
        Some(Valuation::Ratings(ratings)) => {
            Property::ALL.map(|property| (property.title(), ratings.of(property).to_string())).to_vec()
        }
        Some(Valuation::AssetValue(value)) => vec![("資産価値", value.to_string())],
        None => Vec::new(),
    };
    let mut parts: Vec<_> =
        ratings.iter().map(|(name, value)| EquationPart::Number { name, value, reason: "" }).collect();
    if !parts.is_empty() {
        parts.push(EquationPart::Sign("→"));
    }
    parts.push(EquationPart::Number { name: "重要度", value: &value, reason: &reason });
    let level = catalog.importance_levels.iter().find(|level| level.value == importance.value);
    html! {
        (equation(&parts))
        @if let Some(level) = level { p { b { (level.title) } "：" (level.explanation) } }
        @if valuation.is_none() { p { "3つの問いにも答えてください。どの性質を守るかは、対策を選ぶときに使います。" } }
    }
}

/// The importance of answers, as far as they say it: personal data and survival decide alone.
fn computed(input: &Input) -> Option<(Importance, Option<Valuation>)> {
    let rating = |value: Option<u8>| value.and_then(Rating::new);
    let answers = (rating(input.confidentiality), rating(input.integrity), rating(input.availability));
    let valuation = match (answers, rating(input.asset_value)) {
        ((Some(confidentiality), Some(integrity), Some(availability)), _) => {
            Some(Valuation::Ratings(Ratings { confidentiality, integrity, availability }))
        }
        ((None, None, None), Some(value)) => Some(Valuation::AssetValue(value)),
        _ => None,
    };
    let Input { personal, sensitive, my_number, survival, .. } = *input;
    let personal_data = PersonalData { personal, sensitive, my_number };
    if valuation.is_none() && !personal_data.any() && !survival {
        return None;
    }
    let line = Asset {
        row: 0,
        business: String::new(),
        name: String::new(),
        remarks: String::new(),
        users: String::new(),
        risk_owner: String::new(),
        department: String::new(),
        medium: Medium::Paper,
        medium_as_written: String::new(),
        personal_data,
        survival,
        valuation: valuation.unwrap_or(Valuation::AssetValue(Rating::HIGH)),
        likelihood: None,
        retention: String::new(),
        registered_on: None,
        extra: Vec::new(),
    };
    Some((importance(&line), valuation))
}
