//! What a person types about an asset, and whether it can be used.

use std::collections::BTreeMap;

use japanese::{matching_key, parse_date};
use jiff::civil::Date;
use method::{Medium, PersonalData, Rating, Ratings, Valuation};
use serde::{Deserialize, Serialize};

use super::{Asset, Content, Field, Snapshot, department};
use crate::FieldProblem;

/// Most letters of a name, which stands on every list.
const NAME: usize = 300;
/// Most letters of any other text: what a cell of Excel holds, so that every register can be exported.
const TEXT: usize = 32_000;

/// What a person types, field by field. An empty text says nothing; ratings are 1..=3.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Input {
    /// 業務分類
    pub business: String,
    /// 情報資産名称
    pub name: String,
    /// ふりがな, hiragana or katakana.
    pub name_reading: String,
    /// 備考
    pub remarks: String,
    /// 利用者範囲
    pub users: String,
    /// リスク所有者
    pub risk_owner: String,
    /// 管理部署
    pub department: String,
    /// 媒体・保存先: id of a [`Medium`].
    pub medium: String,
    /// The company's own words for it.
    pub medium_as_written: String,
    /// 個人情報
    pub personal: bool,
    /// 要配慮個人情報
    pub sensitive: bool,
    /// 特定個人情報
    pub my_number: bool,
    /// 存続への影響
    pub survival: bool,
    /// 機密性
    pub confidentiality: Option<u8>,
    /// 完全性
    pub integrity: Option<u8>,
    /// 可用性
    pub availability: Option<u8>,
    /// 資産価値, used where none of the three ratings is given.
    pub asset_value: Option<u8>,
    /// 被害発生可能性
    pub likelihood: Option<u8>,
    /// 保存期限
    pub retention: String,
    /// 登録日, as 2026-11-24, 2026/11/24 or 令和8年11月24日.
    pub registered_on: Option<String>,
    /// 見直し予定日, likewise.
    pub review_on: Option<String>,
    /// The company's own columns: heading to value.
    pub extra: BTreeMap<String, String>,
}

impl From<&Content> for Input {
    fn from(content: &Content) -> Self {
        let state = Snapshot::from(content);
        let number = |rating: Option<Rating>| rating.map(Rating::value);
        let date = |date: Option<Date>| date.map(|date| date.to_string());
        Self {
            confidentiality: number(state.confidentiality),
            integrity: number(state.integrity),
            availability: number(state.availability),
            asset_value: number(state.asset_value),
            likelihood: number(state.likelihood),
            registered_on: date(state.registered_on),
            review_on: date(state.review_on),
            medium: state.medium.id().to_owned(),
            business: state.business,
            name: state.name,
            name_reading: state.name_reading,
            remarks: state.remarks,
            users: state.users,
            risk_owner: state.risk_owner,
            department: state.department,
            // The medium's own title says no more than the medium.
            medium_as_written: Some(state.medium_as_written)
                .filter(|words| words != state.medium.title())
                .unwrap_or_default(),
            personal: state.personal,
            sensitive: state.sensitive,
            my_number: state.my_number,
            survival: state.survival,
            retention: state.retention,
            extra: state.extra,
        }
    }
}

impl Input {
    /// The content that this is, or every problem of it. `current` is the asset being changed;
    /// `extra_columns` are the register's own columns.
    ///
    /// # Errors
    /// A problem for each field that cannot be used, named by [`Field::id`].
    pub fn check(self, current: Option<&Asset>, extra_columns: &[String]) -> Result<Content, Vec<FieldProblem>> {
        let mut check = Check(Vec::new());
        let business = check.text(&Field::Business, self.business, TEXT);
        let name = check.text(&Field::Name, self.name, NAME);
        if name.is_empty() {
            check.problem(&Field::Name, "『情報資産名称』を入力してください。例：顧客リスト、見積書");
        }
        let name_reading = check.reading(self.name_reading);
        let remarks = check.text(&Field::Remarks, self.remarks, TEXT);
        let users = check.text(&Field::Users, self.users, TEXT);
        let risk_owner = check.text(&Field::RiskOwner, self.risk_owner, TEXT);
        let department = check.text(&Field::Department, self.department, department::LONGEST);
        let retention = check.text(&Field::Retention, self.retention, TEXT);
        let as_written = check.text(&Field::MediumAsWritten, self.medium_as_written, TEXT);
        let medium = check.medium(&self.medium, as_written, current);
        let ratings = [self.confidentiality, self.integrity, self.availability];
        let valuation = check.valuation(ratings, self.asset_value);
        let likelihood = check.rating(&Field::Likelihood, self.likelihood);
        let registered_on = check.date(&Field::RegisteredOn, self.registered_on);
        let review_on = check.date(&Field::ReviewOn, self.review_on);
        let extra = check.extra(self.extra, current, extra_columns);
        let (Some((medium, medium_as_written)), Some(valuation), true) = (medium, valuation, check.0.is_empty()) else {
            return Err(check.0);
        };
        let Self { personal, sensitive, my_number, survival, .. } = self;
        let line = method::Asset {
            row: 0,
            business,
            name,
            remarks,
            users,
            risk_owner,
            department,
            medium,
            medium_as_written,
            personal_data: PersonalData { personal, sensitive, my_number },
            survival,
            valuation,
            likelihood,
            retention,
            registered_on,
            extra: Vec::new(),
        };
        Ok(Content { line, name_reading, review_on, extra })
    }
}

/// The problems found so far.
pub(super) struct Check(pub(super) Vec<FieldProblem>);

impl Check {
    pub(super) fn problem(&mut self, field: &Field, message: impl Into<String>) {
        self.0.push(FieldProblem::new(field.id().into_owned(), message));
    }

    /// A text without white space around it; lines end with one sign on every machine.
    pub(super) fn text(&mut self, field: &Field, text: String, longest: usize) -> String {
        let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
        if let Some(sign) = text.chars().find(|sign| sign.is_control() && !matches!(sign, '\n' | '\t')) {
            let code = u32::from(sign);
            self.problem(
                field,
                format!("『{}』に、目に見えない文字（U+{code:04X}）が入っています。消してください。", field.title()),
            );
        }
        let length = text.chars().count();
        if length > longest {
            self.problem(
                field,
                format!("『{}』は{longest}文字までにしてください（今は{length}文字です）。", field.title()),
            );
        }
        if text.trim().len() == text.len() { text } else { text.trim().to_owned() }
    }

    fn reading(&mut self, text: String) -> String {
        let text = self.text(&Field::NameReading, text, NAME);
        let is_kanji = |character: char| matches!(character, '々' | '〆' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
        if text.contains(is_kanji) {
            self.problem(
                &Field::NameReading,
                "『ふりがな』は、ひらがなかカタカナで入力してください。例：こきゃくりすと",
            );
        }
        text
    }

    pub(super) fn medium(&mut self, id: &str, as_written: String, current: Option<&Asset>) -> Option<(Medium, String)> {
        let Some(medium) = Medium::from_id(id) else {
            let six = Medium::ALL.map(Medium::title).join("、");
            self.problem(&Field::Medium, format!("『媒体・保存先』を、{six}の中から選んでください。"));
            return None;
        };
        let current = current.map(|asset| &asset.content.line);
        // Words that were written for another medium than the one now chosen say nothing of this one.
        let outdated = current.is_some_and(|line| line.medium != medium && line.medium_as_written == as_written);
        if as_written.is_empty() || outdated {
            return Some((medium, medium.title().to_owned()));
        }
        let key = matching_key(&as_written);
        let other = Medium::ALL.into_iter().find(|other| *other != medium && matching_key(other.title()) == key);
        if let Some(other) = other {
            self.problem(
                &Field::MediumAsWritten,
                format!(
                    "『保存先の詳しい書き方』が「{}」ですが、『媒体・保存先』は「{}」です。どちらかに合わせてください。",
                    other.title(),
                    medium.title()
                ),
            );
        }
        Some((medium, as_written))
    }

    pub(super) fn rating(&mut self, field: &Field, value: Option<u8>) -> Option<Rating> {
        let rating = Rating::new(value?);
        if rating.is_none() {
            self.problem(field, format!("『{}』は、1・2・3のどれかにしてください。", field.title()));
        }
        rating
    }

    /// Three ratings, or else the one asset value of registers that have no more.
    fn valuation(&mut self, ratings: [Option<u8>; 3], asset_value: Option<u8>) -> Option<Valuation> {
        const FIELDS: [Field; 3] = [Field::Confidentiality, Field::Integrity, Field::Availability];
        if ratings == [None; 3] && asset_value.is_some() {
            return self.rating(&Field::AssetValue, asset_value).map(Valuation::AssetValue);
        }
        for (field, _) in FIELDS.iter().zip(ratings).filter(|(_, rating)| rating.is_none()) {
            self.problem(field, format!("『{}』の答えを、3つの中から選んでください。", field.title()));
        }
        let [confidentiality, integrity, availability] = [0, 1, 2].map(|at| self.rating(&FIELDS[at], ratings[at]));
        Some(Valuation::Ratings(Ratings {
            confidentiality: confidentiality?,
            integrity: integrity?,
            availability: availability?,
        }))
    }

    pub(super) fn date(&mut self, field: &Field, text: Option<String>) -> Option<Date> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        match parse_date(&text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.problem(field, format!("『{}』：{error}。", field.title()));
                None
            }
        }
    }

    /// Values of columns that the register has, or that the asset has had.
    fn extra(
        &mut self,
        values: BTreeMap<String, String>,
        current: Option<&Asset>,
        columns: &[String],
    ) -> BTreeMap<String, String> {
        let mut kept = BTreeMap::new();
        for (heading, value) in values {
            let field = Field::Extra(heading.clone());
            let value = self.text(&field, value, TEXT);
            let known = columns.contains(&heading)
                || current.is_some_and(|current| current.content.extra.contains_key(&heading));
            if !known {
                self.problem(&field, format!("『{heading}』という列は台帳にありません。"));
            } else if !value.is_empty() {
                kept.insert(heading, value);
            }
        }
        kept
    }
}
