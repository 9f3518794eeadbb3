//! 事象ベース: what must not happen to the business, rated like an asset.

use app::asset::Input as AssetInput;
use app::risk::EventInput;
use app::{Permission, Scope};
use maud::{Markup, html};

use super::form::RiskForm;
use crate::asset::questions;
use crate::components::{CheckboxField, CheckboxGroup, Choice, SelectField, TextAreaField, TextField, definition};

pub(super) fn fields(form: &RiskForm<'_>) -> Markup {
    let Some(event) = &form.input.event else { return html! {} };
    html! {
        input type="hidden" name="kind" value="event";
        section aria-labelledby="event" { h2 #event { "業務で起きたら困ること" } (what(form, event)) }
        section aria-labelledby="harm" {
            h2 #harm { "起きたら、どうなるか" }
            (questions(form.catalog, &as_asset(event), form.errors))
            (CheckboxField {
                name: "survival",
                label: "起きると、会社が続けられなくなるおそれがある",
                support: "当てはまると、重要度は3になります。",
                is_checked: event.survival,
                ..CheckboxField::default()
            }.render(form.errors))
        }
        (concerned(form, event))
    }
}

fn what(form: &RiskForm<'_>, event: &EventInput) -> Markup {
    let name = TextField {
        name: "name",
        label: "困ること",
        required: true,
        support: "仕事の言葉で、1つだけ。例：受注のしくみが1日止まる、工場の図面が競争相手に渡る",
        value: &event.name,
        ..TextField::default()
    };
    let reading = TextField {
        name: "name_reading",
        label: "ふりがな",
        support: "一覧を五十音順に並べるために使います。",
        value: &event.name_reading,
        ..TextField::default()
    };
    let explanation = TextAreaField {
        name: "explanation",
        label: "説明",
        support: "どの仕事が止まり、だれが困るか。",
        value: &event.explanation,
        lines: 3,
        ..TextAreaField::default()
    };
    html! {
        (name.render(form.errors)) (reading.render(form.errors)) (explanation.render(form.errors)) (department(form, event))
        (definition("事象ベース", html! {
            p { "情報資産を1つずつ調べる代わりに、「業務で起きたら困ること」から考えるやり方です。経営者や部署の責任者と話しながら、大きなリスクを先に見つけるのに向いています。" }
        }))
    }
}

/// Who holds a role for departments chooses among these.
fn department(form: &RiskForm<'_>, event: &EventInput) -> Markup {
    let own = match form.person.context.scope(Permission::EditRisks) {
        Ok(Scope::Departments(own)) => Some(own),
        _ => None,
    };
    let all = form.departments.iter().filter(|(id, _)| own.as_ref().is_none_or(|own| own.contains(id)));
    let names: Vec<_> = all.map(|(id, name)| (id.to_string(), name)).collect();
    let choices: Vec<_> = names.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let chosen = event.department.map(|id| id.to_string());
    let first = names.first().map(|(id, _)| id.clone());
    let value = if own.is_some() { chosen.or(first) } else { chosen }.unwrap_or_default();
    let field = SelectField {
        name: "department",
        label: "どの部署の業務か",
        required: own.is_some(),
        value: &value,
        empty: if own.is_some() { "" } else { "全社" },
        choices: &choices,
        ..SelectField::default()
    };
    field.render(form.errors)
}

fn concerned(form: &RiskForm<'_>, event: &EventInput) -> Markup {
    let values: Vec<_> = event.assets.iter().map(ToString::to_string).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let ids: Vec<_> =
        form.assets.iter().map(|asset| (asset.id.to_string(), asset.content.line.name.as_str())).collect();
    let choices: Vec<_> = ids.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let group = CheckboxGroup {
        name: "assets",
        label: "関係する情報資産",
        support: "なくても構いません。台帳のうち、重要度の高いものから100件までを示しています。",
        values: &values,
        choices: &choices,
        ..CheckboxGroup::default()
    };
    // A chosen one that is not among those shown stays chosen.
    let unseen = values.iter().filter(|id| !ids.iter().any(|(known, _)| known == *id));
    html! {
        @for id in unseen { input type="hidden" name="assets" value=(id); }
        @if !choices.is_empty() {
            details.definition open[!values.is_empty()] {
                summary { "関係する情報資産を選ぶ" }
                div { (group.render(form.errors)) }
            }
        }
    }
}

/// The same three questions as for an asset.
fn as_asset(event: &EventInput) -> AssetInput {
    let EventInput { confidentiality, integrity, availability, .. } = *event;
    AssetInput { confidentiality, integrity, availability, ..AssetInput::default() }
}
