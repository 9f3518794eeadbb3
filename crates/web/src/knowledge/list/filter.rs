//! What narrows a list: words, and for controls their attributes.

use catalog::{Control, Kind};
use maud::{Markup, html};
use serde::Deserialize;

use crate::components::{Choice, FieldErrors, FilterBar, SelectField, TextField, TextKind, Width};
use crate::knowledge::address::kind_href;
use crate::knowledge::attributes::{ATTRIBUTES, Attribute};

/// As the address says it. What nobody could have chosen looks for nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::knowledge) struct Filter {
    pub(super) q: String,
    /// 予防, 検知, 是正
    action: String,
    /// 機密性, 完全性, 可用性
    property: String,
    /// 識別, 防御, 検知, 対応, 復旧
    concept: String,
}

impl Filter {
    /// Whether it leaves nothing out.
    pub(super) fn is_empty(&self) -> bool {
        self.q.is_empty() && self.chosen().is_empty()
    }

    /// The attributes that are looked for, each with its value.
    fn chosen(&self) -> Vec<(&'static Attribute, &str)> {
        let values = ATTRIBUTES.iter().map(|attribute| (attribute, self.value(attribute)));
        values.filter(|(attribute, value)| attribute.values.iter().any(|(known, _)| known == value)).collect()
    }

    fn value(&self, attribute: &Attribute) -> &str {
        match attribute.name {
            "action" => &self.action,
            "property" => &self.property,
            _ => &self.concept,
        }
    }

    /// Whether a control has every attribute that is looked for.
    pub(super) fn takes(&self, control: &Control) -> bool {
        self.chosen().iter().all(|(attribute, value)| (attribute.of)(control).iter().any(|known| known == value))
    }

    /// The line of fields.
    pub(super) fn render(&self, kind: Kind) -> Markup {
        let errors = FieldErrors::new();
        let href = kind_href(kind);
        let search = TextField {
            kind: TextKind::Search,
            name: "q",
            label: "この中から探す",
            value: &self.q,
            maximum_length: Some(crate::knowledge::WORDS),
            width: Width::Full,
            ..TextField::default()
        };
        let select = |attribute: &Attribute| {
            let choices: Vec<_> = attribute.values.iter().map(|(value, _)| Choice::new(value, value)).collect();
            SelectField {
                name: attribute.name,
                label: attribute.title,
                value: self.value(attribute),
                choices: &choices,
                empty: "すべて",
                width: Width::Full,
                ..SelectField::default()
            }
            .render(&errors)
        };
        FilterBar {
            action: &href,
            fields: html! {
                (search.render(&errors))
                @if kind == Kind::Control { @for attribute in &ATTRIBUTES { (select(attribute)) } }
            },
            kept: &[],
            clear_href: (!self.is_empty()).then_some(&href),
        }
        .render()
    }
}
