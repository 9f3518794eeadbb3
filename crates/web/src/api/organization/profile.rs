//! 会社の状況: the questions and their answers.

use std::collections::BTreeSet;

use app::organization::{self, NAME_QUESTION, Organization, answered};
use axum::extract::State as Shared;
use catalog::{Answer, Catalog, Profile, ProfileSection, QuestionKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::{Caller, Problem, Tagged};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Profile, description = "会社の状況。文書とリスクの計算がこれを使います。")]
pub(super) struct ProfileBody {
    /// 答えのある質問の数
    answered: usize,
    /// 質問の数
    total: usize,
    /// 質問と答え
    items: Vec<QuestionBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileQuestion, description = "質問1つと、その答え。")]
struct QuestionBody {
    /// 答えるときの名前。例：`conditions.telework`
    key: String,
    /// 短い名前
    label: String,
    /// 質問の文
    question: String,
    /// 答えるための手がかり。なければ空です。
    hint: String,
    /// 答えの種類
    #[schema(value_type = KindWord)]
    kind: KindWord,
    /// 選べる答え。種類が `choice` か `rating` のときだけあります。
    choices: Vec<ChoiceBody>,
    /// 答え。まだないときは null です。
    answer: Option<AnswerValue>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileChoice, description = "選べる答え1つ。")]
struct ChoiceBody {
    /// 答えに書く値
    value: AnswerValue,
    /// その意味
    title: String,
}

/// 答えの値。
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(as = ProfileAnswer, description = "答え：文字、整数、または true（はい）・false（いいえ）。")]
pub(super) enum AnswerValue {
    /// はい、いいえ
    YesNo(bool),
    /// 数
    Number(i64),
    /// 文字
    Text(String),
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(
    as = ProfileKind,
    description = "答えの種類：`text` 文字、`integer` 整数、`yes-no` true（はい）か false（いいえ）、`date` 日付（2026-11-24）、`choice` `choices` のどれか、`rating` 1 すべて実施・2 一部実施・3 未実施"
)]
enum KindWord {
    Text,
    Integer,
    YesNo,
    Date,
    Choice,
    Rating,
}

impl From<QuestionKind> for KindWord {
    fn from(kind: QuestionKind) -> Self {
        match kind {
            QuestionKind::Text => Self::Text,
            QuestionKind::Integer => Self::Integer,
            QuestionKind::YesNo => Self::YesNo,
            QuestionKind::Date => Self::Date,
            QuestionKind::Choice => Self::Choice,
        }
    }
}

impl From<&Answer> for AnswerValue {
    fn from(answer: &Answer) -> Self {
        match answer {
            Answer::Text(text) => Self::Text(text.clone()),
            Answer::Integer(number) => Self::Number(*number),
            Answer::YesNo(yes) => Self::YesNo(*yes),
            Answer::Date(date) => Self::Text(date.to_string()),
        }
    }
}

#[utoipa::path(
    get, path = "/organization/profile", tag = TAG, operation_id = "find_profile",
    summary = "会社の状況の質問と答え",
    responses((
        status = 200, description = "質問と答え", body = ProfileBody,
        headers(("ETag" = String, description = "組織の版。答えを変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn profile(
    Shared(state): Shared<State>,
    Caller(context): Caller,
) -> Result<Tagged<ProfileBody>, Problem> {
    tagged(&organization::find(&context).await?, &state.catalog)
}

/// The profile with the organization's version as `ETag`.
pub(super) fn tagged(organization: &Organization, catalog: &Catalog) -> Result<Tagged<ProfileBody>, Problem> {
    let profile = organization.answers(catalog)?;
    let (answered, total) = answered(&profile, catalog);
    let items = questions(catalog, &profile);
    Ok(Tagged { version: organization.version, value: ProfileBody { answered, total, items } })
}

/// Every key that can be answered.
pub(super) fn keys(catalog: &Catalog) -> BTreeSet<String> {
    questions(catalog, &Profile::default()).into_iter().map(|question| question.key).collect()
}

fn questions(catalog: &Catalog, profile: &Profile) -> Vec<QuestionBody> {
    let asked = catalog.questions.iter().filter(|question| question.id != NAME_QUESTION);
    let questions = asked.map(|question| {
        let table = match question.section {
            ProfileSection::Organization => "organization",
            ProfileSection::Conditions => "conditions",
        };
        let choice = |choice: &String| ChoiceBody { value: AnswerValue::Text(choice.clone()), title: choice.clone() };
        QuestionBody {
            key: format!("{table}.{}", question.id),
            label: question.label.clone(),
            question: question.question.clone(),
            hint: question.hint.clone(),
            kind: question.kind.into(),
            choices: question.choices.iter().map(choice).collect(),
            answer: profile.answer(&question.id).map(AnswerValue::from),
        }
    });
    let number = |rating: method::Rating| AnswerValue::Number(rating.value().into());
    let measures = catalog.measures.iter().map(|measure| QuestionBody {
        key: format!("measures.{}", measure.id),
        label: measure.title.clone(),
        question: measure.question.clone(),
        hint: String::new(),
        kind: KindWord::Rating,
        choices: measure
            .answers()
            .into_iter()
            .map(|(rating, meaning)| ChoiceBody { value: number(rating), title: meaning.to_owned() })
            .collect(),
        answer: profile.measure(&measure.id).map(number),
    });
    let roles = catalog.roles.iter().filter(|role| role.is_asked(profile)).map(|role| QuestionBody {
        key: format!("roles.{}", role.id),
        label: role.title.clone(),
        question: format!("{}はだれですか（役職名か氏名）。", role.title),
        hint: role.duty.clone(),
        kind: KindWord::Text,
        choices: Vec::new(),
        answer: profile.role(&role.id).map(|holder| AnswerValue::Text(holder.to_owned())),
    });
    questions.chain(measures).chain(roles).collect()
}
