//! 会社の状況: the answers to the catalog's questions.

use std::collections::BTreeMap;

use catalog::{Answer, Catalog, Profile, Question, QuestionKind};
use method::Rating;

use super::{Organization, find::lock, save};
use crate::{Context, Error, FieldProblem, Permission, Result, risk};

/// The question whose answer is the organization's own name: never asked twice.
pub const NAME_QUESTION: &str = "name";
/// Most letters of an answer in words.
const LONGEST_ANSWER: usize = 200;

/// What was typed, by field: `conditions.telework`, `measures.update`, `roles.top-management`.
/// An empty text leaves a question open; a field that is absent stays as it is.
pub type TypedAnswers = BTreeMap<String, String>;

impl Organization {
    /// The answers, with the organization's name among them, as documents take them.
    ///
    /// # Errors
    /// [`Error::Internal`] where what is stored does not fit the catalog any more.
    pub fn answers(&self, catalog: &Catalog) -> Result<Profile> {
        let mut profile = parse(&self.profile, catalog)?;
        profile.set_answer(NAME_QUESTION, Some(Answer::Text(self.name.clone())));
        Ok(profile)
    }
}

/// How many questions there are and how many of them are answered. The name is not counted.
pub fn answered(profile: &Profile, catalog: &Catalog) -> (usize, usize) {
    let questions = catalog.questions.iter().filter(|question| question.id != NAME_QUESTION);
    let answers = questions.map(|question| profile.answer(&question.id).is_some());
    let measures = catalog.measures.iter().map(|measure| profile.measure(&measure.id).is_some());
    let roles = catalog.roles.iter().filter(|role| role.is_asked(profile)).map(|role| profile.role(&role.id).is_some());
    let all: Vec<bool> = answers.chain(measures).chain(roles).collect();
    (all.iter().filter(|answered| **answered).count(), all.len())
}

/// Puts what was typed into a profile.
///
/// # Errors
/// [`Error::Invalid`] with every field that cannot be used.
pub fn type_answers(catalog: &Catalog, mut profile: Profile, typed: &TypedAnswers) -> Result<Profile> {
    let mut problems = Vec::new();
    let mut problem = |field: String, message: String| problems.push(FieldProblem::new(field, message));
    for question in catalog.questions.iter().filter(|question| question.id != NAME_QUESTION) {
        let Some((field, text)) = field_of(typed, &["organization", "conditions"], &question.id) else { continue };
        match read_answer(question, text) {
            Ok(answer) => profile.set_answer(&question.id, answer),
            Err(message) => problem(field, message),
        }
    }
    for measure in &catalog.measures {
        let Some((field, text)) = field_of(typed, &["measures"], &measure.id) else { continue };
        match text.parse().ok().and_then(Rating::new) {
            None if !text.is_empty() => problem(field, format!("『{}』を選んでください。", measure.title)),
            rating => profile.set_measure(&measure.id, rating),
        }
    }
    for role in &catalog.roles {
        let Some((field, text)) = field_of(typed, &["roles"], &role.id) else { continue };
        match short(&role.title, text) {
            Ok(holder) => profile.set_role(&role.id, holder),
            Err(message) => problem(field, message),
        }
    }
    if problems.is_empty() { Ok(profile) } else { Err(Error::Invalid { problems }) }
}

/// Keeps the answers, unless somebody changed the organization since `version` was read.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::Stale`].
pub async fn answer(context: &Context, catalog: &Catalog, mut profile: Profile, version: i64) -> Result<Organization> {
    context.require(Permission::EditOrganization)?;
    // The organization's name is kept once, as its name.
    profile.set_answer(NAME_QUESTION, None);
    context
        .transaction(async |transaction| {
            let old = lock(transaction, context).await?;
            save::require_version(&old, version)?;
            if parse(&old.profile, catalog)? == profile {
                return Ok(old);
            }
            let new = Organization { profile: profile.to_toml(catalog), ..old.clone() };
            let now = save::save(transaction, context, &old, new, None).await?;
            risk::follow::answers_changed(transaction, context, catalog, &now).await?;
            Ok(now)
        })
        .await
}

/// What is stored: nothing, or a profile file.
pub(super) fn parse(text: &str, catalog: &Catalog) -> Result<Profile> {
    Profile::parse(text, catalog).map_err(|error| Error::internal(error.to_string()))
}

/// The field of that id, whichever table it stands in, with what was typed without the spaces around it.
fn field_of<'a>(typed: &'a TypedAnswers, tables: &[&str], id: &str) -> Option<(String, &'a str)> {
    tables.iter().map(|table| format!("{table}.{id}")).find_map(|field| {
        let text = typed.get(&field)?.trim();
        Some((field, text))
    })
}

fn read_answer(question: &Question, text: &str) -> Result<Option<Answer>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let label = &question.label;
    let answer = match question.kind {
        QuestionKind::Text => return Ok(short(label, text)?.map(Answer::Text)),
        QuestionKind::Integer => {
            let least = question.min.unwrap_or(0);
            let number = japanese::to_half_width_digits(text).replace([',', '，'], "").parse::<i64>().ok();
            let number = number.filter(|number| (least..=9_999_999).contains(number));
            Answer::Integer(number.ok_or_else(|| format!("『{label}』を{least}以上の数字で入力してください。"))?)
        }
        QuestionKind::YesNo => match text {
            "yes" => Answer::YesNo(true),
            "no" => Answer::YesNo(false),
            _ => return Err(format!("『{label}』を「はい」か「いいえ」で答えてください。")),
        },
        QuestionKind::Date => {
            Answer::Date(japanese::parse_date(text).map_err(|error| format!("『{label}』：{error}。"))?)
        }
        QuestionKind::Choice if question.choices.iter().any(|choice| choice == text) => Answer::Text(text.to_owned()),
        QuestionKind::Choice => return Err(format!("『{label}』を一覧から選んでください。")),
    };
    Ok(Some(answer))
}

fn short(label: &str, text: &str) -> Result<Option<String>, String> {
    if text.chars().count() > LONGEST_ANSWER || text.chars().any(char::is_control) {
        return Err(format!("『{label}』を{LONGEST_ANSWER}文字までの1行で入力してください。"));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
