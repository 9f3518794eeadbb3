//! Blanks: their values, and which of them somebody still has to decide.

use std::collections::BTreeSet;

use catalog::{Blank, BlankKind, BlankValue, Catalog, Clause, Profile};

use super::DraftError;
use crate::{BlankMark, BlankState, Block, Cell, Column, Inline, Table};

/// A blank that is not confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenBlank {
    /// n of 第n条 where it first stands; 0 outside of articles.
    pub article: u32,
    /// Key in the profile: table and key, such as `[blanks] "clause.blank"`.
    pub key: String,
    /// What belongs there.
    pub label: String,
    /// The value that stands there now; empty where there is none.
    pub value: String,
    /// Help for deciding.
    pub hint: String,
    /// [`BlankState::Unconfirmed`] or [`BlankState::Missing`].
    pub state: BlankState,
}

/// Resolves the blanks of one document and remembers the open ones.
pub(super) struct Blanks<'a> {
    catalog: &'a Catalog,
    profile: &'a Profile,
    open: Vec<OpenBlank>,
    seen: BTreeSet<String>,
}

/// A blank as it goes into a clause: words for the sentence, perhaps a table below it.
pub(super) struct Filled {
    pub inline: Inline,
    pub below: Option<Block>,
}

impl<'a> Blanks<'a> {
    pub fn new(catalog: &'a Catalog, profile: &'a Profile) -> Self {
        Self { catalog, profile, open: Vec::new(), seen: BTreeSet::new() }
    }

    /// The open blanks, in the order in which they stand in the document.
    pub fn into_open(self) -> Vec<OpenBlank> {
        self.open
    }

    /// Fills `{name}` of a clause's text; `siblings` are the clauses of the same file.
    pub fn fill(
        &mut self,
        name: &str,
        clause: &Clause,
        siblings: &[Clause],
        article: u32,
    ) -> Result<Filled, DraftError> {
        let (owner, name) = name.rsplit_once('.').unwrap_or((&clause.id, name));
        let blank = siblings
            .iter()
            .find(|known| known.id == owner)
            .and_then(|known| known.blanks.iter().find(|blank| blank.name == name))
            .ok_or_else(|| DraftError::Unknown(format!("{owner}.{name}")))?;
        let key = format!("{owner}.{name}");
        let (value, state) = self.value(&key, blank)?;
        let own = owner == clause.id;
        let filled = match &value {
            Some(BlankValue::Words(words)) => mark(words.clone(), state),
            Some(BlankValue::List(points)) => mark(points.join("、"), state),
            Some(BlankValue::Table(rows)) => Filled {
                inline: Inline::Plain("次の表".into()),
                below: own.then(|| filled_table(blank, rows, state)),
            },
            None if blank.kind == BlankKind::Table => {
                Filled { inline: Inline::Plain("次の表".into()), below: own.then(|| empty_table(blank)) }
            }
            None => mark(blank.label.clone(), state),
        };
        let words = value.as_ref().map_or_else(String::new, in_words);
        self.note(article, format!("[blanks] \"{key}\""), &blank.label, words, &blank.hint, state);
        Ok(filled)
    }

    /// The company's name as it stands in a sentence.
    pub fn organization(&mut self, article: u32) -> Inline {
        match self.profile.organization() {
            Some(name) => Inline::Plain(name),
            None => self.question("name", article),
        }
    }

    /// The answer to a question of the profile, or the mark of a missing blank.
    pub fn question(&mut self, id: &str, article: u32) -> Inline {
        let question = self.catalog.questions.iter().find(|question| question.id == id);
        let (label, hint) = question.map_or((id, ""), |question| (&question.label, &question.hint));
        match self.profile.text(id) {
            Some(text) => Inline::Plain(text),
            None => {
                self.note(article, format!("[organization] {id}"), label, String::new(), hint, BlankState::Missing);
                Inline::Blank(BlankMark { text: label.to_owned(), state: BlankState::Missing })
            }
        }
    }

    /// Who holds a role, or the mark of a missing blank.
    pub fn role_holder(&mut self, id: &str, title: &str) -> Inline {
        match self.profile.role(id) {
            Some(holder) => Inline::Plain(holder.to_owned()),
            None => {
                let label = format!("{title}の担当者");
                let hint = "役職名でも氏名でもかまいません。1人で複数を兼ねてもかまいません。";
                self.note(0, format!("[roles] {id}"), &label, String::new(), hint, BlankState::Missing);
                Inline::Blank(BlankMark { text: "担当者".into(), state: BlankState::Missing })
            }
        }
    }

    fn value(&self, key: &str, blank: &Blank) -> Result<(Option<BlankValue>, BlankState), DraftError> {
        let refuse = |value: String, expected| DraftError::Blank { blank: key.to_owned(), value, expected };
        if let Some(given) = self.profile.blank(key) {
            let value = blank.profile_value(given).map_err(|expected| refuse(given.to_string(), expected))?;
            return Ok((Some(self.titled(blank, value)), BlankState::Confirmed));
        }
        match blank.default_value() {
            Some(value) => {
                let value = value.map_err(|expected| refuse("default".into(), expected))?;
                Ok((Some(self.titled(blank, value)), BlankState::Unconfirmed))
            }
            None => Ok((None, BlankState::Missing)),
        }
    }

    /// A role's id becomes its title.
    fn titled(&self, blank: &Blank, value: BlankValue) -> BlankValue {
        match value {
            BlankValue::Words(words) if blank.kind == BlankKind::Role => {
                let title = self.catalog.role(&words).map(|role| role.title.clone());
                BlankValue::Words(title.unwrap_or(words))
            }
            other => other,
        }
    }

    fn note(&mut self, article: u32, key: String, label: &str, value: String, hint: &str, state: BlankState) {
        if state != BlankState::Confirmed && self.seen.insert(key.clone()) {
            self.open.push(OpenBlank { article, key, label: label.to_owned(), value, hint: hint.to_owned(), state });
        }
    }
}

fn mark(text: String, state: BlankState) -> Filled {
    Filled { inline: Inline::Blank(BlankMark { text, state }), below: None }
}

fn in_words(value: &BlankValue) -> String {
    match value {
        BlankValue::Words(words) => words.clone(),
        BlankValue::List(points) => points.join("、"),
        BlankValue::Table(rows) => format!("表（{}行）", rows.len()),
    }
}

fn filled_table(blank: &Blank, rows: &[Vec<String>], state: BlankState) -> Block {
    let cell = |words: &String| match words.trim() {
        "" => missing_cell(""),
        words => Cell::from(crate::Text(vec![Inline::Blank(BlankMark { text: words.to_owned(), state })])),
    };
    table(blank, rows.iter().map(|row| row.iter().map(cell).collect()).collect())
}

/// Three open lines to write on.
fn empty_table(blank: &Blank) -> Block {
    let row: Vec<Cell> = blank.columns.iter().map(|column| missing_cell(column)).collect();
    table(blank, vec![row; 3])
}

fn missing_cell(label: &str) -> Cell {
    let mark = BlankMark {
        text: if label.is_empty() { "未記入".into() } else { label.to_owned() },
        state: BlankState::Missing,
    };
    Cell::from(crate::Text(vec![Inline::Blank(mark)]))
}

fn table(blank: &Blank, rows: Vec<Vec<Cell>>) -> Block {
    let columns = blank.columns.iter().map(|title| {
        let longest = rows.iter().zip(std::iter::repeat(title)).map(|(row, title)| {
            let index = blank.columns.iter().position(|column| column == title).unwrap_or(0);
            row[index].text.to_plain().chars().count()
        });
        let width = longest.max().unwrap_or(0).max(title.chars().count()).clamp(4, 20);
        Column::left(title, u16::try_from(width).unwrap_or(20))
    });
    let columns = columns.collect();
    Block::Table(Table { caption: blank.label.clone(), columns, rows })
}
