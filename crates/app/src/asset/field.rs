//! The fields of an asset by name, and what differs between two states of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use method::Rating;

use super::Snapshot;

/// A field of an asset that people write. Computed ones (重要度) are none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Field {
    Business,
    Name,
    NameReading,
    Remarks,
    Users,
    RiskOwner,
    Department,
    Medium,
    MediumAsWritten,
    Personal,
    Sensitive,
    MyNumber,
    Survival,
    Confidentiality,
    Integrity,
    Availability,
    AssetValue,
    Likelihood,
    Retention,
    RegisteredOn,
    ReviewOn,
    /// A column of the company's own, by its heading.
    Extra(String),
}

impl Field {
    /// All but the company's own, in the register's order.
    pub const ALL: [Self; 21] = [
        Self::Business,
        Self::Name,
        Self::NameReading,
        Self::Remarks,
        Self::Users,
        Self::RiskOwner,
        Self::Department,
        Self::Medium,
        Self::MediumAsWritten,
        Self::Personal,
        Self::Sensitive,
        Self::MyNumber,
        Self::Survival,
        Self::Confidentiality,
        Self::Integrity,
        Self::Availability,
        Self::AssetValue,
        Self::Likelihood,
        Self::Retention,
        Self::RegisteredOn,
        Self::ReviewOn,
    ];

    /// The word in JSON, forms and [`FieldProblem`](crate::FieldProblem): `name`, `extra.管理番号`.
    pub fn id(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Business => "business",
            Self::Name => "name",
            Self::NameReading => "name_reading",
            Self::Remarks => "remarks",
            Self::Users => "users",
            Self::RiskOwner => "risk_owner",
            Self::Department => "department",
            Self::Medium => "medium",
            Self::MediumAsWritten => "medium_as_written",
            Self::Personal => "personal",
            Self::Sensitive => "sensitive",
            Self::MyNumber => "my_number",
            Self::Survival => "survival",
            Self::Confidentiality => "confidentiality",
            Self::Integrity => "integrity",
            Self::Availability => "availability",
            Self::AssetValue => "asset_value",
            Self::Likelihood => "likelihood",
            Self::Retention => "retention",
            Self::RegisteredOn => "registered_on",
            Self::ReviewOn => "review_on",
            Self::Extra(heading) => return Cow::Owned(format!("extra.{heading}")),
        })
    }

    /// The field of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        match id.strip_prefix("extra.") {
            Some(heading) => Some(Self::Extra(heading.to_owned())),
            None => Self::ALL.into_iter().find(|field| field.id() == id),
        }
    }

    /// The word for people: the register's heading.
    pub fn title(&self) -> &str {
        match self {
            Self::Business => "業務分類",
            Self::Name => "情報資産名称",
            Self::NameReading => "ふりがな",
            Self::Remarks => "備考",
            Self::Users => "利用者範囲",
            Self::RiskOwner => "リスク所有者",
            Self::Department => "管理部署",
            Self::Medium => "媒体・保存先",
            Self::MediumAsWritten => "保存先の詳しい書き方",
            Self::Personal => "個人情報",
            Self::Sensitive => "要配慮個人情報",
            Self::MyNumber => "特定個人情報",
            Self::Survival => "存続への影響",
            Self::Confidentiality => "機密性",
            Self::Integrity => "完全性",
            Self::Availability => "可用性",
            Self::AssetValue => "資産価値",
            Self::Likelihood => "被害発生可能性",
            Self::Retention => "保存期限",
            Self::RegisteredOn => "登録日",
            Self::ReviewOn => "見直し予定日",
            Self::Extra(heading) => heading,
        }
    }

    /// The value for people; empty where there is none.
    pub fn value<'a>(&self, snapshot: &'a Snapshot) -> Cow<'a, str> {
        let flag = |set: bool| Cow::Borrowed(if set { "有" } else { "" });
        let rating = |rating: Option<Rating>| rating.map_or(Cow::Borrowed(""), |rating| rating.to_string().into());
        let date = |date: Option<jiff::civil::Date>| {
            date.map_or(Cow::Borrowed(""), |date| date.strftime("%Y/%-m/%-d").to_string().into())
        };
        match self {
            Self::Business => Cow::Borrowed(&snapshot.business),
            Self::Name => Cow::Borrowed(&snapshot.name),
            Self::NameReading => Cow::Borrowed(&snapshot.name_reading),
            Self::Remarks => Cow::Borrowed(&snapshot.remarks),
            Self::Users => Cow::Borrowed(&snapshot.users),
            Self::RiskOwner => Cow::Borrowed(&snapshot.risk_owner),
            Self::Department => Cow::Borrowed(&snapshot.department),
            Self::Medium => Cow::Borrowed(snapshot.medium.title()),
            Self::MediumAsWritten => Cow::Borrowed(&snapshot.medium_as_written),
            Self::Personal => flag(snapshot.personal),
            Self::Sensitive => flag(snapshot.sensitive),
            Self::MyNumber => flag(snapshot.my_number),
            Self::Survival => flag(snapshot.survival),
            Self::Confidentiality => rating(snapshot.confidentiality),
            Self::Integrity => rating(snapshot.integrity),
            Self::Availability => rating(snapshot.availability),
            Self::AssetValue => rating(snapshot.asset_value),
            Self::Likelihood => rating(snapshot.likelihood),
            Self::Retention => Cow::Borrowed(&snapshot.retention),
            Self::RegisteredOn => date(snapshot.registered_on),
            Self::ReviewOn => date(snapshot.review_on),
            Self::Extra(heading) => snapshot.extra.get(heading).map_or(Cow::Borrowed(""), |value| Cow::Borrowed(value)),
        }
    }
}

/// One field that differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which field.
    pub field: Field,
    /// The value before, for people; empty where there was none.
    pub before: String,
    /// The value after, for people; empty where there is none.
    pub after: String,
}

/// What differs between two states, in the register's order; the company's own columns at the end.
pub fn differences(before: &Snapshot, after: &Snapshot) -> Vec<Difference> {
    let headings: BTreeSet<&String> = before.extra.keys().chain(after.extra.keys()).collect();
    let extras = headings.into_iter().map(|heading| Field::Extra(heading.clone()));
    let fields = Field::ALL.into_iter().chain(extras);
    fields
        .filter_map(|field| {
            let (old, new) = (field.value(before), field.value(after));
            let differs = old != new;
            let (before, after) = (old.into_owned(), new.into_owned());
            differs.then_some(Difference { field, before, after })
        })
        .collect()
}
