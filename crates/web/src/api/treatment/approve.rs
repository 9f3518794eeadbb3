//! The owner approves a decision and what remains.

use app::risk::Numbers;
use app::treatment::{self, Acceptance};
use app::{Error, RiskId};
use axum::extract::State as Shared;
use axum::http::StatusCode;
use method::{Rating, RiskLevel};
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::risk::{RiskBody, written};
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = ApproveTreatment, description = "承認に書く内容。数字は、承認するリスクを読んだときのものをそのまま書きます。基準を超えるリスクが残るときは、理由と見直す日も要ります。")]
pub(super) struct Wanted {
    /// 読んだリスクの `importance`。必ず要ります。
    #[schema(minimum = 1, maximum = 3)]
    importance: Option<u8>,
    /// 読んだリスクの `likelihood`。必ず要ります。
    #[schema(minimum = 1, maximum = 3)]
    likelihood: Option<u8>,
    /// 読んだリスクの `residual_level`。null なら null のままにします。
    #[schema(minimum = 1, maximum = 9)]
    residual_level: Option<u8>,
    /// それでも引き受ける理由
    #[schema(max_length = 4000)]
    reason: String,
    /// もう一度見直す日。2026-11-24、2026/11/24、令和8年11月24日 のどれでも書けます。
    review_on: Option<String>,
}

impl Wanted {
    /// The numbers that the program has read: nobody approves numbers unseen.
    fn numbers(&self) -> Result<Numbers, Problem> {
        let rating = |value: Option<u8>| value.and_then(Rating::new);
        let (importance, likelihood) = (rating(self.importance), rating(self.likelihood));
        let residual_likelihood = importance.zip(self.residual_level).and_then(|(importance, level)| {
            Rating::ALL.into_iter().find(|likelihood| RiskLevel::new(importance, *likelihood).value() == level)
        });
        let is_level = self.residual_level.is_none() || importance.is_none() || residual_likelihood.is_some();
        let readable =
            [("importance", importance.is_some()), ("likelihood", likelihood.is_some()), ("residual_level", is_level)];
        let problem =
            readable.iter().filter(|(_, readable)| !readable).fold(Problem::invalid(), |problem, (field, _)| {
                problem.with_field(*field, format!("読んだリスクの『{field}』の値を、そのまま書いてください。"))
            });
        match (importance, likelihood) {
            (Some(importance), Some(likelihood)) if is_level => {
                Ok(Numbers { importance, likelihood, residual_likelihood })
            }
            _ => Err(problem),
        }
    }
}

#[utoipa::path(
    post, path = "/risks/{id}/approval", tag = TAG, operation_id = "approve_treatment",
    summary = "残留リスクを承認する",
    description = "承認できるのは、リスク所有者（`owner_id`）だけです。書いた数字が今の数字と違うとき（読んだあとに情報資産などが変わったとき）は、412 で断ります。承認したときの数字が残り、あとで数字が変わると、もう一度承認が要ります。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "承認したリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn approve(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<RiskBody>, Problem> {
    let numbers = wanted.numbers()?;
    let acceptance = Acceptance { reason: wanted.reason, review_on: wanted.review_on.unwrap_or_default(), numbers };
    let approved = treatment::approve(&context, &state.catalog, id, seen, acceptance).await;
    let risk = approved.map_err(|error| match error {
        Error::Stale => Problem::of_request(
            StatusCode::PRECONDITION_FAILED,
            "stale",
            "読んだあとに、リスクか数字が変わりました。今の内容を読み直し、3つの数字（`residual_level` も）と ETag を付けてください。",
        ),
        other => other.into(),
    })?;
    written(&context, &state.catalog, &risk).await
}
