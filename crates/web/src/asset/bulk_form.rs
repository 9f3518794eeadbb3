//! The fields for many assets at once. What stays empty is not changed.

use app::asset::{Changes, Departments, Field};
use app::{Permission, Scope};
use catalog::Catalog;
use maud::{Markup, html};
use method::{Medium, Property};

use super::address::Address;
use super::list::highest_first;
use super::posted::Posted;
use crate::components::{
    ButtonKind, CheckboxField, Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, SelectField, TextField,
    TextKind, Width, submit,
};
use crate::layout::{Page, Section};
use crate::request::{ListAddress as _, Person};

/// What was typed: empty fields are left as each asset has them.
pub(super) fn changes(posted: &Posted) -> Changes {
    let text = |field: &Field| posted.filled(&field.id());
    let number = |field: &Field| posted.filled(&field.id()).map(|text| text.parse().unwrap_or(0));
    let no_review = !posted.get("no_review").is_empty();
    Changes {
        business: text(&Field::Business),
        users: text(&Field::Users),
        risk_owner: text(&Field::RiskOwner),
        department: text(&Field::Department),
        medium: text(&Field::Medium),
        confidentiality: number(&Field::Confidentiality),
        integrity: number(&Field::Integrity),
        availability: number(&Field::Availability),
        retention: text(&Field::Retention),
        review_on: text(&Field::ReviewOn).or(no_review.then(String::new)),
    }
}

/// What the page is made from.
pub(super) struct BulkForm<'a> {
    pub(super) person: &'a Person,
    pub(super) catalog: &'a Catalog,
    pub(super) departments: &'a Departments,
    pub(super) posted: &'a Posted,
    pub(super) errors: &'a FieldErrors,
    /// 「12件」
    pub(super) count: &'a str,
    /// The first names.
    pub(super) names: Markup,
}

impl BulkForm<'_> {
    pub(super) fn page(&self) -> Markup {
        let (title, label) = (format!("{}をまとめて変更する", self.count), format!("{}を変更する", self.count));
        let frame = self.person.frame();
        let page = Page {
            notices: self.person.notices(),
            errors: self.errors,
            breadcrumbs: &[Crumb::link("情報資産台帳", "/assets")],
            lead: Some(
                html! { p { "変えたい項目だけを入れてください。空欄や「変えない」の項目は、それぞれ今のままです。" } },
            ),
            ..Page::new(&title, Section::Assets, &frame)
        };
        let back = self.posted.back();
        let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: &back, ..LinkButton::default() };
        let content = html! {
            @for (name, value) in self.posted.kept() { input type="hidden" name=(name) value=(value); }
            (self.names)
            (self.department())
            (self.text(&Field::RiskOwner))
            (self.text(&Field::Users))
            (self.text(&Field::Business))
            (self.medium())
            @for property in Property::ALL { (self.rating(property)) }
            (self.text(&Field::Retention))
            (self.review())
            div.actions { (submit(&label)) (cancel.render()) (self.removing()) }
        };
        page.render(FormPart { action: "/assets/bulk/edit", ..FormPart::default() }.render(content))
    }

    /// All that match can be removed from here; ticked ones from the list.
    fn removing(&self) -> Markup {
        let matching = self.posted.0.iter().find(|(name, _)| name == "matching");
        let Some((_, query)) = matching else { return html! {} };
        let (href, label) = (Address::parse(query).href("/assets/bulk/remove"), format!("{}を削除する", self.count));
        LinkButton { kind: ButtonKind::Text, label: &label, href: &href, ..LinkButton::default() }.render()
    }

    fn text(&self, field: &Field) -> Markup {
        let name = field.id();
        TextField { name: &name, label: field.title(), value: self.posted.get(&name), ..TextField::default() }
            .render(self.errors)
    }

    fn department(&self) -> Markup {
        let names: Vec<&str> = match self.person.context.scope(Permission::EditAssets) {
            Ok(Scope::Departments(own)) => own.iter().filter_map(|id| self.departments.name(*id)).collect(),
            _ => self.departments.iter().map(|(_, name)| name).collect(),
        };
        let field = TextField {
            name: "department",
            label: Field::Department.title(),
            value: self.posted.get("department"),
            suggestions: &names,
            ..TextField::default()
        };
        field.render(self.errors)
    }

    fn select(&self, name: &str, label: &str, choices: &[Choice<'_>]) -> Markup {
        let value = self.posted.get(name);
        SelectField { name, label, value, choices, empty: "変えない", ..SelectField::default() }.render(self.errors)
    }

    fn medium(&self) -> Markup {
        let choices = Medium::ALL.map(|medium| Choice::new(medium.id(), medium.title()));
        self.select("medium", Field::Medium.title(), &choices)
    }

    fn rating(&self, property: Property) -> Markup {
        let name = match property {
            Property::Confidentiality => "confidentiality",
            Property::Integrity => "integrity",
            Property::Availability => "availability",
        };
        let criteria = &self.catalog.rating_criteria;
        let texts: Vec<_> = highest_first()
            .filter_map(|rating| {
                criteria.iter().find(|criterion| criterion.property == property && criterion.value == rating)
            })
            .map(|criterion| (criterion.value.to_string(), format!("{}：{}", criterion.value, criterion.meaning)))
            .collect();
        let choices: Vec<_> = texts.iter().map(|(value, label)| Choice::new(value, label)).collect();
        self.select(name, property.title(), &choices)
    }

    fn review(&self) -> Markup {
        let date = TextField {
            kind: TextKind::Date,
            name: "review_on",
            label: Field::ReviewOn.title(),
            value: self.posted.get("review_on"),
            width: Width::Medium,
            ..TextField::default()
        };
        let none = CheckboxField {
            name: "no_review",
            label: "見直し予定日をなくす",
            is_checked: !self.posted.get("no_review").is_empty(),
            ..CheckboxField::default()
        };
        html! { (date.render(self.errors)) (none.render(self.errors)) }
    }
}
