//! The line of fields that narrows the list.

use app::Permission;
use app::asset::Departments;
use app::risk::Approval;
use maud::{Markup, html};
use method::{Band, Medium, Treatment};

use super::address::{Address, UNDECIDED, band_id};
use crate::components::{CheckboxField, Choice, FieldErrors, FilterBar, SelectField, TextField, TextKind, Width};
use crate::request::{ListAddress as _, Person};

pub(super) fn filter_bar(person: &Person, address: &Address, departments: &Departments) -> Markup {
    let errors = FieldErrors::new();
    let select = |name: &'static str, label: &'static str, value: &str, choices: &[Choice<'_>]| {
        SelectField { name, label, value, choices, empty: "すべて", width: Width::Full, ..SelectField::default() }
            .render(&errors)
    };
    let search = TextField {
        kind: TextKind::Search,
        name: "q",
        label: "さがす",
        value: &address.q,
        width: Width::Full,
        ..TextField::default()
    };
    let bands = Band::WORST_FIRST.map(|band| Choice::new(band_id(band), band.title()));
    let mut treatments = vec![Choice::new(UNDECIDED, "まだ決めていない（高・中）")];
    treatments.extend(Treatment::ALL.map(|treatment| Choice::new(treatment.id(), treatment.title())));
    let exposed = CheckboxField {
        name: "exposed",
        label: "対策のないものだけ",
        value: "yes",
        is_checked: address.exposed == "yes",
        ..CheckboxField::default()
    };
    let clear = address.unfiltered().href("/risks");
    let mut kept = vec![
        ("sort", address.position.sort.as_str()),
        ("asset", address.asset.as_str()),
        ("line", address.line.as_str()),
        ("threat", address.threat.as_str()),
        ("vulnerability", address.vulnerability.as_str()),
        ("control", address.control.as_str()),
    ];
    kept.retain(|(_, value)| !value.is_empty());
    FilterBar {
        action: "/risks",
        fields: html! {
            (search.render(&errors))
            (select("band", "段階", &address.band, &bands))
            (select("treatment", "対応", &address.treatment, &treatments))
            (more(person, address, departments, &exposed.render(&errors)))
        },
        kept: &kept,
        clear_href: (!address.filter().is_empty()).then_some(&clear),
    }
    .render()
}

fn more(person: &Person, address: &Address, departments: &Departments, exposed: &Markup) -> Markup {
    let errors = FieldErrors::new();
    let select = |name: &'static str, label: &'static str, value: &str, choices: &[Choice<'_>]| {
        SelectField { name, label, value, choices, empty: "すべて", width: Width::Full, ..SelectField::default() }
            .render(&errors)
    };
    let names: Vec<_> = departments.iter().map(|(id, name)| (id.to_string(), name)).collect();
    let names: Vec<_> = names.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let media = Medium::ALL.map(|medium| Choice::new(medium.id(), medium.title()));
    let ratings = [("3", "3（高い）"), ("2", "2"), ("1", "1（低い）")].map(|(value, label)| Choice::new(value, label));
    let approvals = Approval::ALL.map(|approval| Choice::new(approval.id(), approval.title()));
    let kinds = [Choice::new("asset", "情報資産のリスク"), Choice::new("event", "業務で困ること")];
    let mine = CheckboxField {
        name: "mine",
        label: "自分が所有者のものだけ",
        value: "yes",
        is_checked: address.mine == "yes",
        ..CheckboxField::default()
    };
    let review = CheckboxField {
        name: "review",
        label: "見直し予定日が来たものだけ",
        value: "due",
        is_checked: address.review == "due",
        ..CheckboxField::default()
    };
    let used = [
        &address.importance,
        &address.likelihood,
        &address.medium,
        &address.department,
        &address.exposed,
        &address.approval,
        &address.mine,
        &address.review,
        &address.kind,
    ];
    let is_used = used.into_iter().any(|value| !value.is_empty());
    html! {
        details.filter-more open[is_used] {
            summary { "ほかの条件" }
            div {
                (select("importance", "重要度", &address.importance, &ratings))
                (select("likelihood", "被害発生可能性", &address.likelihood, &ratings))
                (select("medium", "媒体・保存先", &address.medium, &media))
                (select("department", "部署", &address.department, &names))
                (select("approval", "承認", &address.approval, &approvals))
                (select("kind", "種類", &address.kind, &kinds))
                (exposed)
                (review.render(&errors))
                @if person.context.allows(Permission::AcceptRisk) { (mine.render(&errors)) }
            }
        }
    }
}
