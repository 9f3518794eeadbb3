//! 脅威 and 脆弱性: what happens, where it comes from, through which weaknesses.

use catalog::ThreatLine;
use maud::{Markup, html};

use super::form::RiskForm;
use super::words::{self, ORIGINS};
use crate::components::{CheckboxField, CheckboxGroup, Choice, TextAreaField, TextField};

/// Rows for weaknesses of the company's own.
const OWN: usize = 3;

pub(super) fn fields(form: &RiskForm<'_>) -> Markup {
    let line = form.catalog.line(&form.input.line);
    html! {
        section aria-labelledby="threat" { h2 #threat { "脅威：何が起きるか" } (threat(form, line)) }
        section aria-labelledby="weak" { h2 #weak { "脆弱性：どこが弱いか" } (vulnerabilities(form, line)) }
    }
}

fn threat(form: &RiskForm<'_>, line: Option<&ThreatLine>) -> Markup {
    let title = TextField {
        name: "title",
        label: "脅威",
        support: "よくないことの原因になる出来事です。例：車に置いたかばんが盗まれる。",
        value: &form.input.title,
        ..TextField::default()
    };
    let not_known = CheckboxField {
        name: "no_threat",
        label: "脅威はまだ思い当たらない",
        support: "弱点だけを先に書いておけます。対策は求めず、新しい脅威が出ていないかを見守るリスクになります。",
        is_checked: form.has_no_threat,
        ..CheckboxField::default()
    };
    let consequence = TextAreaField {
        name: "consequence",
        label: "どう困るか",
        support: "起きると何に困るかを、「…おそれがある」に続く形で書きます。例：お客様の連絡先を知られ、信用を失う",
        value: &form.input.consequence,
        lines: 2,
        ..TextAreaField::default()
    };
    html! {
        @if let Some(line) = line {
            input type="hidden" name="line" value=(line.id);
            p { (line.explanation) }
        }
        (title.render(form.errors))
        @if line.is_none() { (not_known.render(form.errors)) (origins(form)) }
        (consequence.render(form.errors))
    }
}

/// A line of the catalog knows where it comes from.
fn origins(form: &RiskForm<'_>) -> Markup {
    let texts = ORIGINS.map(|origin| {
        let meaning = format!("{}{}", words::origin_meaning(origin), origin.measures());
        (origin.letter().to_string(), words::origin(origin), meaning)
    });
    let choices =
        texts.each_ref().map(|(value, label, description)| Choice { value, label, description, ..Choice::default() });
    let values: Vec<&str> = form.input.origins.iter().map(String::as_str).collect();
    let group = CheckboxGroup {
        name: "origins",
        label: "脅威の起源（どこから来るか）",
        support: "当てはまるものすべてに印を付けます。力を入れる対策の手がかりになります。分からなければ空けておけます。",
        values: &values,
        choices: &choices,
        ..CheckboxGroup::default()
    };
    group.render(form.errors)
}

fn vulnerabilities(form: &RiskForm<'_>, line: Option<&ThreatLine>) -> Markup {
    let proposed: Vec<&str> =
        line.map(|line| line.vulnerabilities.iter().map(String::as_str).collect()).unwrap_or_default();
    let (known, own): (Vec<&String>, Vec<&String>) =
        form.input.vulnerabilities.iter().partition(|text| form.catalog.vulnerability(text).is_some());
    let values: Vec<&str> = known.iter().map(|id| id.as_str()).collect();
    let choice = |id: &&str| {
        let found = form.catalog.vulnerability(id)?;
        Some(Choice { value: &found.id, label: &found.title, description: &found.explanation, ..Choice::default() })
    };
    // What is ticked stands in sight, whoever proposed it.
    let mut shown = proposed.clone();
    shown.extend(values.iter().copied().filter(|id| !proposed.contains(id)));
    let choices: Vec<_> = shown.iter().filter_map(choice).collect();
    let group = CheckboxGroup {
        name: "vulnerabilities",
        label: "当てはまる弱点",
        support: "この会社に当てはまらないものは、外してください。",
        values: &values,
        choices: &choices,
        ..CheckboxGroup::default()
    };
    html! {
        @if !choices.is_empty() { (group.render(form.errors)) }
        (others(form, &shown))
        @for row in 0..own.len() + OWN {
            @let id = format!("vulnerabilities-own-{row}");
            @let label = format!("自社の言葉で書く弱点 {}", row + 1);
            (TextField {
                // What is wrong with any of them leads to the first.
                id: if row == 0 && choices.is_empty() { "vulnerabilities" } else { id.as_str() },
                name: "vulnerabilities",
                label: &label,
                support: if row == 0 { "例：かばんを車に置いたままにすることがある" } else { "" },
                value: own.get(row).map_or("", |text| text.as_str()),
                ..TextField::default()
            }.render(form.errors))
        }
    }
}

/// The rest of the catalog, kind by kind, folded up.
fn others(form: &RiskForm<'_>, shown: &[&str]) -> Markup {
    html! {
        details.definition {
            summary { "ほかの弱点を知識から選ぶ" }
            div {
                @for kind in &form.catalog.vulnerability_types {
                    @let rest: Vec<_> = form.catalog.vulnerabilities.iter()
                        .filter(|one| one.kind == kind.code && !shown.contains(&one.id.as_str()))
                        .map(|one| Choice::new(&one.id, &one.title))
                        .collect();
                    @if !rest.is_empty() {
                        @let id = format!("vulnerabilities-{}", kind.code);
                        (CheckboxGroup {
                            id: &id,
                            name: "vulnerabilities",
                            label: &kind.title,
                            choices: &rest,
                            ..CheckboxGroup::default()
                        }.render(form.errors))
                    }
                }
            }
        }
    }
}
