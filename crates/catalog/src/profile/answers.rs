//! A company's answers: the profile file that `sonae profile new` writes.

use std::collections::BTreeMap;

use jiff::civil::Date;
use method::Rating;
use serde::Deserialize;

use crate::{Catalog, ProfileSection, Question, QuestionKind};

/// An answer to a [`Question`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Words, or the chosen words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// はい is `true`.
    YesNo(bool),
    /// A day.
    Date(Date),
}

/// The company's answers. What is not answered is absent, never guessed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// Answers by question id.
    pub(super) answers: BTreeMap<String, Answer>,
    /// Vulnerability ratings by measure id.
    pub(super) measures: BTreeMap<String, Rating>,
    /// 起こりやすさ by threat line id.
    pub(super) threats: BTreeMap<String, Rating>,
    /// Who holds a role, by role id: a title of the company's own or a name.
    pub(super) roles: BTreeMap<String, String>,
    /// Values of blanks by `clause.blank`, as TOML: the clause knows their kind.
    pub(super) blanks: BTreeMap<String, toml::Value>,
    /// The company's own words for media.
    pub(super) media: BTreeMap<String, String>,
}

/// A profile that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// No TOML.
    #[error("プロファイルの{line}行目を読めません（{message}）。")]
    Form {
        /// Line, from 1.
        line: usize,
        /// What the TOML reader said.
        message: String,
    },
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
    /// Reads a profile and holds it against the catalog's questions.
    ///
    /// # Errors
    /// [`ProfileError`] names table, key, value and what is expected. An empty text counts as unanswered.
    pub fn parse(text: &str, catalog: &Catalog) -> Result<Self, ProfileError> {
        let file: ProfileFile = toml::from_str(text).map_err(|error| ProfileError::Form {
            line: error
                .span()
                .map_or(1, |span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1),
            message: error.message().to_owned(),
        })?;
        let mut answers = BTreeMap::new();
        for (section, table, values) in [
            (ProfileSection::Organization, "organization", file.organization),
            (ProfileSection::Conditions, "conditions", file.conditions),
        ] {
            let known: Vec<&Question> =
                catalog.questions.iter().filter(|question| question.section == section).collect();
            for (key, value) in values {
                let question = known
                    .iter()
                    .find(|question| question.id == key)
                    .ok_or_else(|| unknown(table, &key, known.iter().map(|question| question.id.as_str())))?;
                if let Some(answer) = answer(table, question, &value)? {
                    answers.insert(key, answer);
                }
            }
        }
        let known = catalog.measures.iter().map(|measure| measure.id.as_str());
        let expected = "1（すべて実施）、2（一部実施）、3（未実施）のどれかを書いてください。";
        let measures = ratings("measures", file.measures, known, expected)?;
        let known = catalog.lines.iter().map(|line| line.id.as_str());
        let expected = "1（通常は起きない）、2（年に数回）、3（いつ起きてもおかしくない）のどれかを書いてください。";
        let threats = ratings("threats", file.threats, known, expected)?;
        for role in file.roles.keys() {
            if catalog.role(role).is_none() {
                return Err(unknown("roles", role, catalog.roles.iter().map(|role| role.id.as_str())));
            }
        }
        let roles = file.roles.into_iter().filter(|(_, holder)| !holder.trim().is_empty()).collect();
        for blank in file.blanks.keys() {
            if !catalog.knows_blank(blank) {
                return Err(unknown(
                    "blanks",
                    blank,
                    ["「条項のid.空欄の名前」（文書の末尾の一覧にあります）"].into_iter(),
                ));
            }
        }
        Ok(Self { answers, measures, threats, roles, blanks: file.blanks, media: file.media })
    }

    /// The answer to a question.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.get(question)
    }

    /// The answer in words, for documents; `None` where unanswered.
    pub fn text(&self, question: &str) -> Option<String> {
        self.answer(question).map(|answer| match answer {
            Answer::Text(text) => text.clone(),
            Answer::Integer(number) => number.to_string(),
            Answer::YesNo(yes) => if *yes { "はい" } else { "いいえ" }.into(),
            Answer::Date(date) => date.to_string(),
        })
    }

    /// 組織名, where given.
    pub fn organization(&self) -> Option<String> {
        self.text("name")
    }

    /// The day that documents carry as 改訂日, where given.
    pub fn revised_on(&self) -> Option<Date> {
        match self.answer("revised-on") {
            Some(Answer::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// The vulnerability rating that the company gave a measure: 1 full, 2 partial, 3 none.
    pub fn measure(&self, id: &str) -> Option<Rating> {
        self.measures.get(id).copied()
    }

    /// The threat rating (起こりやすさ) that the company gave a threat line: 3 at any time, 2 a few times a
    /// year, 1 normally not.
    pub fn threat(&self, line: &str) -> Option<Rating> {
        self.threats.get(line).copied()
    }

    /// Who holds a role, in the company's words.
    pub fn role(&self, id: &str) -> Option<&str> {
        self.roles.get(id).map(String::as_str)
    }

    /// The value given for a blank (`clause.blank`).
    pub fn blank(&self, id: &str) -> Option<&toml::Value> {
        self.blanks.get(id)
    }

    /// All values given for blanks: (`clause.blank`, value).
    pub fn blanks(&self) -> impl Iterator<Item = (&str, &toml::Value)> {
        self.blanks.iter().map(|(blank, value)| (blank.as_str(), value))
    }

    /// The company's own words for media: (word, title or id of the medium).
    pub fn media(&self) -> impl Iterator<Item = (&str, &str)> {
        self.media.iter().map(|(word, medium)| (word.as_str(), medium.as_str()))
    }
}

fn unknown<'a>(table: &'static str, key: &str, known: impl Iterator<Item = &'a str>) -> ProfileError {
    ProfileError::UnknownKey { table, key: key.to_owned(), known: known.collect::<Vec<_>>().join("、") }
}

fn answer(table: &'static str, question: &Question, value: &toml::Value) -> Result<Option<Answer>, ProfileError> {
    let expected = match question.kind {
        QuestionKind::Text => "文字列（\"…\"）で書いてください。".to_owned(),
        QuestionKind::Integer => format!("{}以上の整数で書いてください。", question.min.unwrap_or(0)),
        QuestionKind::YesNo => "true（はい）か false（いいえ）で書いてください。".to_owned(),
        QuestionKind::Date => "日付を 2026-04-01 のように書いてください。".to_owned(),
        QuestionKind::Choice => format!("{}のどれかを書いてください。", question.choices.join("、")),
    };
    let fail = || ProfileError::Value { table, key: question.id.clone(), value: value.to_string(), expected };
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
        (QuestionKind::Date, toml::Value::String(text)) => Answer::Date(text.parse().map_err(|_| fail())?),
        (QuestionKind::Date, toml::Value::Datetime(day)) => Answer::Date(day.to_string().parse().map_err(|_| fail())?),
        _ => return Err(fail()),
    };
    Ok(Some(answer))
}

fn ratings<'a>(
    table: &'static str,
    values: BTreeMap<String, toml::Value>,
    known: impl Iterator<Item = &'a str> + Clone,
    expected: &str,
) -> Result<BTreeMap<String, Rating>, ProfileError> {
    let mut ratings = BTreeMap::new();
    for (key, value) in values {
        if !known.clone().any(|known| known == key) {
            return Err(unknown(table, &key, known));
        }
        let rating = value.as_integer().and_then(|number| u8::try_from(number).ok()).and_then(Rating::new);
        let rating = rating.ok_or_else(|| ProfileError::Value {
            table,
            key: key.clone(),
            value: value.to_string(),
            expected: expected.to_owned(),
        })?;
        ratings.insert(key, rating);
    }
    Ok(ratings)
}
