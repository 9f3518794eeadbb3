//! Answers to questions about the company.

use std::collections::BTreeMap;

use app::organization::{self, TypedAnswers, type_answers};
use app::{Error, Permission};
use axum::extract::State as Shared;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::OneOfBuilder;
use utoipa::openapi::{ObjectBuilder, Ref, RefOr, Schema, Type};

use super::TAG;
use super::profile::{AnswerValue, ProfileBody, keys, tagged};
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::{Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AnswerQuestions, description = "会社の状況への答え。書かない質問の答えは、そのままです。")]
pub(super) struct Wanted {
    /// 質問の `key` と答え。null か "" で、答えのない状態に戻ります。
    #[schema(schema_with = answers)]
    answers: BTreeMap<String, Option<AnswerValue>>,
}

/// The derive cannot say that the values of a map may be null.
fn answers() -> RefOr<Schema> {
    let nothing = ObjectBuilder::new().schema_type(Type::Null);
    let answer = Ref::from_schema_name(AnswerValue::name());
    let value = Schema::OneOf(OneOfBuilder::new().item(nothing).item(answer).build());
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .additional_properties(Some(value))
        .description(Some("質問の `key` と答え。null か \"\" で、答えのない状態に戻ります。"))
        .build()
        .into()
}

impl Wanted {
    /// As people type them.
    fn typed(self) -> TypedAnswers {
        let typed = |answer: Option<AnswerValue>| match answer {
            None => String::new(),
            Some(AnswerValue::Text(text)) => text,
            Some(AnswerValue::Number(number)) => number.to_string(),
            Some(AnswerValue::YesNo(yes)) => if yes { "yes" } else { "no" }.to_owned(),
        };
        self.answers.into_iter().map(|(key, answer)| (key, typed(answer))).collect()
    }
}

#[utoipa::path(
    patch, path = "/organization/profile", tag = TAG, operation_id = "answer_profile",
    summary = "会社の状況に答える",
    description = "書いた質問の答えだけが変わります。If-Match には組織の ETag を付けます。",
    params(SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "質問と答え", body = ProfileBody,
        headers(("ETag" = String, description = "組織の新しい版")),
    ))
)]
pub(super) async fn answer(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<ProfileBody>, Problem> {
    context.require(Permission::EditOrganization)?;
    let catalog = &state.catalog;
    let known = keys(catalog);
    let unknown = wanted.answers.keys().filter(|key| !known.contains(*key));
    let problem = unknown.fold(Problem::invalid(), |problem, key| {
        problem.with_field(key, format!("『{key}』という質問はありません。質問の一覧にある key を書いてください。"))
    });
    if problem.names_fields() {
        return Err(problem.within("answers"));
    }
    let current = organization::find(&context).await?;
    if current.version != seen {
        return Err(Error::Stale.into());
    }
    let profile = type_answers(catalog, current.answers(catalog)?, &wanted.typed());
    let profile = profile.map_err(|error| Problem::from(error).within("answers"))?;
    let organization = organization::answer(&context, catalog, profile, seen).await?;
    tagged(&organization, catalog)
}
