//! A company's answers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use method::Rating;

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

impl Profile {
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
