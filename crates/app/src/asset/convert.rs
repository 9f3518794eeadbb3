//! From rows to assets and back.

use std::collections::BTreeMap;

use jiff::civil::Date;
use method::{Medium, PersonalData, Rating, Ratings, Valuation};

use super::row::asset::{Model, NO_REVIEW, Stored};
use super::{Asset, Content, keys};
use crate::{AssetId, DepartmentId, Error, Instant, OrganizationId, Result};

impl TryFrom<Stored> for Asset {
    type Error = Error;

    fn try_from(row: Stored) -> Result<Self> {
        let wrong = |what: &str| Error::internal(format!("asset {}: {what} cannot be read", row.id));
        let rating = |value: Option<i32>| value.and_then(|value| u8::try_from(value).ok()).and_then(Rating::new);
        let ratings = (rating(row.confidentiality), rating(row.integrity), rating(row.availability));
        let valuation = match (ratings, rating(row.asset_value)) {
            ((Some(confidentiality), Some(integrity), Some(availability)), _) => {
                Valuation::Ratings(Ratings { confidentiality, integrity, availability })
            }
            (_, Some(value)) => Valuation::AssetValue(value),
            _ => return Err(wrong("valuation")),
        };
        let medium = Medium::from_id(&row.medium).ok_or_else(|| wrong("medium"))?;
        let date = |text: &str| text.parse::<Date>().map_err(|_| wrong("date"));
        let registered_on = row.registered_on.as_deref().map(date).transpose()?;
        let review_on = if row.review_on == NO_REVIEW { None } else { Some(date(&row.review_on)?) };
        let extra = read_extra(&row.extra)?;
        let line = method::Asset {
            row: 0,
            business: row.business,
            name: row.name,
            remarks: row.remarks,
            users: row.users,
            risk_owner: row.risk_owner,
            department: row.department,
            medium,
            medium_as_written: row.medium_as_written,
            personal_data: PersonalData { personal: row.personal, sensitive: row.sensitive, my_number: row.my_number },
            survival: row.survival,
            valuation,
            likelihood: rating(row.likelihood),
            retention: row.retention,
            registered_on,
            extra: Vec::new(),
        };
        Ok(Self {
            id: AssetId(row.id),
            version: row.version,
            position: row.position,
            content: Content { line, name_reading: row.name_reading, review_on, extra },
            department: row.department_id.map(DepartmentId),
            created_at: Instant(row.created_at),
            updated_at: Instant(row.updated_at),
        })
    }
}

fn read_extra(text: &str) -> Result<BTreeMap<String, String>> {
    if text == "{}" { Ok(BTreeMap::new()) } else { Ok(serde_json::from_str(text)?) }
}

/// The row of an asset.
pub(super) fn to_row(organization: OrganizationId, asset: &Asset) -> Result<Model> {
    let content = &asset.content;
    let line = &content.line;
    let (ratings, asset_value) = match line.valuation {
        Valuation::Ratings(ratings) => (Some(ratings), None),
        Valuation::AssetValue(value) => (None, Some(value)),
    };
    let number = |rating: Rating| i32::from(rating.value());
    Ok(Model {
        organization_id: organization.0,
        id: asset.id.0,
        version: asset.version,
        position: asset.position,
        business: line.business.clone(),
        name: line.name.clone(),
        name_reading: content.name_reading.clone(),
        name_sort: keys::name_sort(&content.line.name, &content.name_reading),
        remarks: line.remarks.clone(),
        users: line.users.clone(),
        risk_owner: line.risk_owner.clone(),
        department: line.department.clone(),
        department_id: asset.department.map(|department| department.0),
        medium: line.medium.id().to_owned(),
        medium_as_written: line.medium_as_written.clone(),
        personal: line.personal_data.personal,
        sensitive: line.personal_data.sensitive,
        my_number: line.personal_data.my_number,
        survival: line.survival,
        confidentiality: ratings.map(|ratings| number(ratings.confidentiality)),
        integrity: ratings.map(|ratings| number(ratings.integrity)),
        availability: ratings.map(|ratings| number(ratings.availability)),
        asset_value: asset_value.map(number),
        importance: number(content.importance().value),
        likelihood: line.likelihood.map(number),
        retention: line.retention.clone(),
        registered_on: line.registered_on.map(|date| date.to_string()),
        review_on: keys::review_on(content),
        extra: serde_json::to_string(&content.extra)?,
        search: keys::search(content),
        created_at: asset.created_at.0,
        updated_at: asset.updated_at.0,
    })
}
