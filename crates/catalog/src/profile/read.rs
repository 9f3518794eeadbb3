//! Reading the profile file, which `sonae profile new` writes and people change.

use std::collections::BTreeMap;

use method::{Medium, Rating};
use serde::Deserialize;

use super::{Answer, Profile};
use crate::{Catalog, Misread, ProfileSection, Question, QuestionKind};

/// A profile that cannot be used: everything to mend in it, in the order of its tables.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct UnusableProfile(pub Vec<ProfileError>);

/// Something to mend in a profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// No TOML.
    #[error("プロファイルの{0}")]
    Form(Misread),
    /// A key that no question has.
    #[error("プロファイルの [{table}] に「{key}」という項目はありません。使える項目: {known}")]
    UnknownKey {
        /// The table.
        table: &'static str,
        /// The key found.
        key: String,
        /// The keys that exist.
        known: String,
    },
    /// A value of the wrong kind.
    #[error("プロファイルの [{table}] {key} の値「{value}」は使えません。{expected}")]
    Value {
        /// The table.
        table: &'static str,
        /// The key.
        key: String,
        /// The value found.
        value: String,
        /// What is expected, as a sentence.
        expected: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    #[serde(default)]
    organization: BTreeMap<String, toml::Value>,
    #[serde(default)]
    conditions: BTreeMap<String, toml::Value>,
    #[serde(default)]
    measures: BTreeMap<String, toml::Value>,
    #[serde(default)]
    threats: BTreeMap<String, toml::Value>,
    #[serde(default)]
    roles: BTreeMap<String, String>,
    #[serde(default)]
    blanks: BTreeMap<String, toml::Value>,
    #[serde(default)]
    media: BTreeMap<String, String>,
}

impl Profile {
    /// Reads a profile and holds it against the catalog's questions. An empty text counts as unanswered.
    ///
    /// # Errors
    /// [`UnusableProfile`] names table, key, value and what is expected, for everything that is wrong.
    pub fn parse(text: &str, catalog: &Catalog) -> Result<Self, UnusableProfile> {
        let file: ProfileFile = toml::from_str(text)
            .map_err(|error| UnusableProfile(vec![ProfileError::Form(Misread::of(text, &error))]))?;
        let mut reader = Reader { catalog, mistakes: Vec::new() };
        let mut answers = reader.answers("organization", ProfileSection::Organization, &file.organization);
        answers.extend(reader.answers("conditions", ProfileSection::Conditions, &file.conditions));
        let profile = Self {
            answers,
            measures: reader.measures(&file.measures),
            threats: reader.threats(&file.threats),
            roles: reader.roles(file.roles),
            blanks: reader.blanks(file.blanks),
            media: reader.media(file.media),
        };
        if reader.mistakes.is_empty() { Ok(profile) } else { Err(UnusableProfile(reader.mistakes)) }
    }
}

/// Reads the tables of a profile, and collects what is wrong with them.
struct Reader<'a> {
    catalog: &'a Catalog,
    mistakes: Vec<ProfileError>,
}

impl Reader<'_> {
    fn unknown<'k>(&mut self, table: &'static str, key: &str, known: impl Iterator<Item = &'k str>) {
        let known = known.collect::<Vec<_>>().join("、");
        self.mistakes.push(ProfileError::UnknownKey { table, key: key.to_owned(), known });
    }

    fn refuse(&mut self, table: &'static str, key: &str, value: &toml::Value, expected: String) {
        self.mistakes.push(ProfileError::Value { table, key: key.to_owned(), value: value.to_string(), expected });
    }

    fn answers(
        &mut self,
        table: &'static str,
        section: ProfileSection,
        values: &BTreeMap<String, toml::Value>,
    ) -> BTreeMap<String, Answer> {
        let known: Vec<&Question> =
            self.catalog.questions.iter().filter(|question| question.section == section).collect();
        let mut answers = BTreeMap::new();
        for (key, value) in values {
            match known.iter().find(|question| question.id == *key).map(|question| answer(question, value)) {
                None => self.unknown(table, key, known.iter().map(|question| question.id.as_str())),
                Some(Err(expected)) => self.refuse(table, key, value, expected),
                Some(Ok(answer)) => answers.extend(answer.map(|answer| (key.clone(), answer))),
            }
        }
        answers
    }

    fn measures(&mut self, values: &BTreeMap<String, toml::Value>) -> BTreeMap<String, Rating> {
        let known = self.catalog.measures.iter().map(|measure| measure.id.as_str());
        self.ratings("measures", values, known, "1（すべて実施）、2（一部実施）、3（未実施）のどれかを書いてください。")
    }

    fn threats(&mut self, values: &BTreeMap<String, toml::Value>) -> BTreeMap<String, Rating> {
        let known = self.catalog.lines.iter().map(|line| line.id.as_str());
        self.ratings(
            "threats",
            values,
            known,
            "1（通常は起きない）、2（年に数回）、3（いつ起きてもおかしくない）のどれかを書いてください。",
        )
    }

    fn ratings<'k>(
        &mut self,
        table: &'static str,
        values: &BTreeMap<String, toml::Value>,
        known: impl Iterator<Item = &'k str> + Clone,
        expected: &str,
    ) -> BTreeMap<String, Rating> {
        let mut ratings = BTreeMap::new();
        for (key, value) in values {
            if !known.clone().any(|known| known == key) {
                self.unknown(table, key, known.clone());
                continue;
            }
            match value.as_integer().and_then(|number| u8::try_from(number).ok()).and_then(Rating::new) {
                Some(rating) => drop(ratings.insert(key.clone(), rating)),
                None => self.refuse(table, key, value, expected.to_owned()),
            }
        }
        ratings
    }

    fn roles(&mut self, holders: BTreeMap<String, String>) -> BTreeMap<String, String> {
        for role in holders.keys().filter(|role| self.catalog.role(role).is_none()).collect::<Vec<_>>() {
            self.unknown("roles", role, self.catalog.roles.iter().map(|role| role.id.as_str()));
        }
        holders.into_iter().filter(|(_, holder)| !holder.trim().is_empty()).collect()
    }

    fn blanks(&mut self, values: BTreeMap<String, toml::Value>) -> BTreeMap<String, toml::Value> {
        for (id, value) in &values {
            match self.catalog.blank(id).map(|blank| blank.profile_value(value)) {
                None => {
                    self.unknown("blanks", id, ["「条項のid.空欄の名前」（文書の末尾の一覧にあります）"].into_iter());
                }
                Some(Err(expected)) => self.refuse("blanks", id, value, expected),
                Some(Ok(_)) => {}
            }
        }
        values
    }

    fn media(&mut self, words: BTreeMap<String, String>) -> BTreeMap<String, String> {
        for (word, medium) in &words {
            if !Medium::ALL.into_iter().any(|known| known.title() == medium || known.id() == medium) {
                let expected = format!("{}のどれかを書いてください。", Medium::ALL.map(Medium::title).join("、"));
                self.refuse("media", word, &toml::Value::String(medium.clone()), expected);
            }
        }
        words
    }
}

/// The answer that a value is; `None` where the question stays open.
///
/// # Errors
/// A sentence that says which values are allowed.
fn answer(question: &Question, value: &toml::Value) -> Result<Option<Answer>, String> {
    let expected = || match question.kind {
        QuestionKind::Text => "文字列（\"…\"）で書いてください。".to_owned(),
        QuestionKind::Integer => format!("{}以上の整数で書いてください。", question.min.unwrap_or(0)),
        QuestionKind::YesNo => "true（はい）か false（いいえ）で書いてください。".to_owned(),
        QuestionKind::Date => "日付を 2026-04-01 のように書いてください。".to_owned(),
        QuestionKind::Choice => format!("{}のどれかを書いてください。", question.choices.join("、")),
    };
    if matches!(value, toml::Value::String(text) if text.trim().is_empty()) {
        return Ok(None);
    }
    let answer = match (question.kind, value) {
        (QuestionKind::Text, toml::Value::String(text)) => Answer::Text(text.clone()),
        (QuestionKind::Choice, toml::Value::String(text)) if question.choices.contains(text) => {
            Answer::Text(text.clone())
        }
        (QuestionKind::Integer, toml::Value::Integer(number)) if *number >= question.min.unwrap_or(0) => {
            Answer::Integer(*number)
        }
        (QuestionKind::YesNo, toml::Value::Boolean(yes)) => Answer::YesNo(*yes),
        (QuestionKind::Date, toml::Value::String(text)) => Answer::Date(text.parse().map_err(|_| expected())?),
        (QuestionKind::Date, toml::Value::Datetime(day)) => {
            Answer::Date(day.to_string().parse().map_err(|_| expected())?)
        }
        _ => return Err(expected()),
    };
    Ok(Some(answer))
}
