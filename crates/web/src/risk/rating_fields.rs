//! 起こりやすさ, つけ込みやすさ and 被害発生可能性, asked in plain words.

use catalog::Level;
use maud::{Markup, html};

use super::form::RiskForm;
use crate::components::{Choice, RadioGroup, definition};

pub(super) fn fields(form: &RiskForm<'_>) -> Markup {
    let has_line = !form.input.line.is_empty();
    let follows = if has_line {
        "会社の状況への回答から決める"
    } else {
        "決めない（答えるまでは「いつ起きてもおかしくない」と仮定する）"
    };
    let weak = "対策の実施状況から計算する（対策がまだ1つもないときは「対策なし」と仮定する）";
    html! {
        section aria-labelledby="ratings" {
            h2 #ratings { "どれくらい起きやすいか" }
            (question(form, "threat_rating", "起こりやすさ：この脅威は、どれくらい来ますか", follows, form.input.threat_rating, &form.catalog.threat_levels))
            (question(form, "vulnerability_rating", "つけ込みやすさ：弱点は、どれくらい残っていますか", weak, form.input.vulnerability_rating, &form.catalog.vulnerability_levels))
            details.definition open[form.input.likelihood.is_some()] {
                summary { "被害発生可能性を、直接決める（クイックアプローチ）" }
                div {
                    p { "ふだんは、上の2つの答えから表で計算します。ニュースになった事例などから急いで大づかみに決めたいときだけ、ここで直接選びます。選ぶと、上の2つより優先します。" }
                    (question(form, "likelihood", "被害発生可能性：実際の被害は、どれくらい起きそうですか", "表から計算する", form.input.likelihood, &form.catalog.likelihood_levels))
                }
            }
            (definition("つけ込みやすさ", html! {
                p { "脅威が来たときに、被害になりやすいかどうかです。対策がないほど大きく（3）、そろっているほど小さく（1）なります。" }
            }))
        }
    }
}

/// Highest first, after 「決めない」.
fn question(form: &RiskForm<'_>, name: &str, label: &str, none: &str, value: Option<u8>, levels: &[Level]) -> Markup {
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    let mut levels: Vec<_> = levels.iter().collect();
    levels.sort_by_key(|level| std::cmp::Reverse(level.value));
    let texts: Vec<_> =
        levels.iter().map(|level| (level.value.to_string(), format!("評価値 {}", level.value))).collect();
    let mut choices = vec![Choice::new("", none)];
    choices.extend(levels.iter().zip(&texts).map(|(level, (value, mark))| Choice {
        value,
        mark,
        label: &level.title,
        description: &level.explanation,
        ..Choice::default()
    }));
    RadioGroup { name, label, value: &value, choices: &choices, ..RadioGroup::default() }.render(form.errors)
}
