//! When a clause applies: a small expression over the profile, such as
//! `own-servers or cloud`, `not (telework and byod)`, `employees >= 10`.

use serde::Deserialize;

use crate::{Answer, Profile};

/// Yes, no, or the profile does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// The condition holds.
    Yes,
    /// It does not.
    No,
    /// A question it asks about is not answered.
    Unknown,
}

/// A parsed condition.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub enum Condition {
    /// No condition: always.
    #[default]
    Always,
    /// The yes-no question of that id is answered with はい.
    Yes(String),
    /// The integer question of that id is at least that number.
    AtLeast(String, i64),
    /// The opposite.
    Not(Box<Self>),
    /// Both.
    And(Box<Self>, Box<Self>),
    /// At least one.
    Or(Box<Self>, Box<Self>),
}

impl TryFrom<String> for Condition {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let tokens = text.replace('(', " ( ").replace(')', " ) ");
        let mut tokens: Vec<&str> = tokens.split_whitespace().rev().collect();
        if tokens.is_empty() {
            return Ok(Self::Always);
        }
        let condition = any(&mut tokens)?;
        match tokens.pop() {
            None => Ok(condition),
            Some(rest) => {
                Err(format!("条件「{text}」の「{rest}」が読めません。and・or・not・かっこの位置を直してください"))
            }
        }
    }
}

fn any(tokens: &mut Vec<&str>) -> Result<Condition, String> {
    let mut condition = all(tokens)?;
    while tokens.last() == Some(&"or") {
        tokens.pop();
        condition = Condition::Or(Box::new(condition), Box::new(all(tokens)?));
    }
    Ok(condition)
}

fn all(tokens: &mut Vec<&str>) -> Result<Condition, String> {
    let mut condition = single(tokens)?;
    while tokens.last() == Some(&"and") {
        tokens.pop();
        condition = Condition::And(Box::new(condition), Box::new(single(tokens)?));
    }
    Ok(condition)
}

fn single(tokens: &mut Vec<&str>) -> Result<Condition, String> {
    match tokens.pop() {
        Some("not") => Ok(Condition::Not(Box::new(single(tokens)?))),
        Some("(") => {
            let inner = any(tokens)?;
            match tokens.pop() {
                Some(")") => Ok(inner),
                _ => Err("条件の「(」に対応する「)」がありません".into()),
            }
        }
        Some(word) if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !is_operator(word) => {
            if tokens.last() != Some(&">=") {
                return Ok(Condition::Yes(word.to_owned()));
            }
            tokens.pop();
            let number = tokens.pop().and_then(|number| number.parse().ok());
            number
                .map(|number| Condition::AtLeast(word.to_owned(), number))
                .ok_or_else(|| format!("条件「{word} >=」の後に数がありません"))
        }
        Some(other) => Err(format!("条件の「{other}」が読めません")),
        None => Err("条件が途中で終わっています".into()),
    }
}

fn is_operator(word: &str) -> bool {
    matches!(word, "and" | "or" | "not")
}

impl Condition {
    /// Whether the condition holds for a company.
    pub fn holds(&self, profile: &Profile) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::Yes(id) => match profile.answer(id) {
                Some(Answer::YesNo(true)) => Truth::Yes,
                Some(_) => Truth::No,
                None => Truth::Unknown,
            },
            Self::AtLeast(id, least) => match profile.answer(id) {
                Some(Answer::Integer(number)) if number >= least => Truth::Yes,
                Some(_) => Truth::No,
                None => Truth::Unknown,
            },
            Self::Not(inner) => match inner.holds(profile) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                Truth::Unknown => Truth::Unknown,
            },
            Self::And(left, right) => match (left.holds(profile), right.holds(profile)) {
                (Truth::No, _) | (_, Truth::No) => Truth::No,
                (Truth::Yes, Truth::Yes) => Truth::Yes,
                _ => Truth::Unknown,
            },
            Self::Or(left, right) => match (left.holds(profile), right.holds(profile)) {
                (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
                (Truth::No, Truth::No) => Truth::No,
                _ => Truth::Unknown,
            },
        }
    }

    /// Ids of the questions it asks about.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            Self::Always => Vec::new(),
            Self::Yes(id) | Self::AtLeast(id, _) => vec![id],
            Self::Not(inner) => inner.questions(),
            Self::And(left, right) | Self::Or(left, right) => {
                let mut ids = left.questions();
                ids.extend(right.questions());
                ids
            }
        }
    }
}
