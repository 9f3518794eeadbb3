//! The fields of an [`Input`] as texts: for forms, and for choosing between two inputs field by field.

use std::borrow::Cow;

use super::{Field, Input};

impl Input {
    /// The field as a form holds it: ratings as digits, a set flag as `on`; empty where there is none.
    pub fn typed(&self, field: &Field) -> Cow<'_, str> {
        let flag = |set: bool| Cow::Borrowed(if set { "on" } else { "" });
        let number = |number: Option<u8>| number.map_or(Cow::Borrowed(""), |number| number.to_string().into());
        Cow::Borrowed(match field {
            Field::Business => &self.business,
            Field::Name => &self.name,
            Field::NameReading => &self.name_reading,
            Field::Remarks => &self.remarks,
            Field::Users => &self.users,
            Field::RiskOwner => &self.risk_owner,
            Field::Department => &self.department,
            Field::Medium => &self.medium,
            Field::MediumAsWritten => &self.medium_as_written,
            Field::Retention => &self.retention,
            Field::RegisteredOn => self.registered_on.as_deref().unwrap_or(""),
            Field::ReviewOn => self.review_on.as_deref().unwrap_or(""),
            Field::Extra(heading) => self.extra.get(heading).map_or("", String::as_str),
            Field::Personal => return flag(self.personal),
            Field::Sensitive => return flag(self.sensitive),
            Field::MyNumber => return flag(self.my_number),
            Field::Survival => return flag(self.survival),
            Field::Confidentiality => return number(self.confidentiality),
            Field::Integrity => return number(self.integrity),
            Field::Availability => return number(self.availability),
            Field::AssetValue => return number(self.asset_value),
            Field::Likelihood => return number(self.likelihood),
        })
    }

    /// Sets the field to what a form held. What is no rating is kept as one that [`Input::check`] refuses.
    pub fn set(&mut self, field: &Field, text: String) {
        let number =
            |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(|text| text.parse().unwrap_or(0));
        let flag = !text.is_empty();
        match field {
            Field::Business => self.business = text,
            Field::Name => self.name = text,
            Field::NameReading => self.name_reading = text,
            Field::Remarks => self.remarks = text,
            Field::Users => self.users = text,
            Field::RiskOwner => self.risk_owner = text,
            Field::Department => self.department = text,
            Field::Medium => self.medium = text,
            Field::MediumAsWritten => self.medium_as_written = text,
            Field::Retention => self.retention = text,
            Field::RegisteredOn => self.registered_on = Some(text).filter(|text| !text.is_empty()),
            Field::ReviewOn => self.review_on = Some(text).filter(|text| !text.is_empty()),
            Field::Personal => self.personal = flag,
            Field::Sensitive => self.sensitive = flag,
            Field::MyNumber => self.my_number = flag,
            Field::Survival => self.survival = flag,
            Field::Confidentiality => self.confidentiality = number(&text),
            Field::Integrity => self.integrity = number(&text),
            Field::Availability => self.availability = number(&text),
            Field::AssetValue => self.asset_value = number(&text),
            Field::Likelihood => self.likelihood = number(&text),
            Field::Extra(heading) if text.is_empty() => drop(self.extra.remove(heading)),
            Field::Extra(heading) => drop(self.extra.insert(heading.clone(), text)),
        }
    }

    /// The fields in which two inputs differ, in the register's order; the company's own columns at the end.
    pub fn differing(&self, other: &Self) -> Vec<Field> {
        let mut headings: Vec<&String> = self.extra.keys().chain(other.extra.keys()).collect();
        headings.sort_unstable();
        headings.dedup();
        let extras = headings.into_iter().cloned().map(Field::Extra);
        let fields = Field::ALL.into_iter().chain(extras);
        fields.filter(|field| self.typed(field).trim() != other.typed(field).trim()).collect()
    }
}
