//! How far a task is.

use app::treatment::{self, TaskStatus};
use app::{RiskId, TaskId};
use axum::extract::State as Shared;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::risk::{RiskBody, written};
use crate::api::word::TaskStatusWord;
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProgressTask, description = "作業の新しい進み具合。")]
pub(super) struct Wanted {
    /// 進み具合
    #[schema(value_type = TaskStatusWord)]
    status: TaskStatus,
    /// 完了にするとき、作業の管理策を「実施」にするか。そうすると、リスクレベルが計算し直されます。書かないと false です。
    #[serde(default)]
    in_place: bool,
}

#[utoipa::path(
    patch, path = "/risks/{id}/tasks/{task_id}", tag = TAG, operation_id = "progress_task",
    summary = "作業の進み具合を変える",
    description = "リスクを変えられる人のほかに、作業の担当者（`responsible_id`）も変えられます。If-Match にはリスクの ETag を付けます。",
    params(
        ("id" = String, Path, format = Uuid, description = "リスクの id"),
        ("task_id" = String, Path, format = Uuid, description = "作業の id"),
        SeenVersion,
    ),
    request_body = Wanted,
    responses((
        status = 200, description = "変わったリスク", body = RiskBody,
        headers(("ETag" = String, description = "リスクの新しい版")),
    ))
)]
pub(super) async fn progress(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address((id, task)): Address<(RiskId, TaskId)>,
    IfMatch(seen): IfMatch,
    Body(Wanted { status, in_place }): Body<Wanted>,
) -> Result<Tagged<RiskBody>, Problem> {
    let risk = treatment::progress(&context, &state.catalog, id, seen, task, status, in_place).await?;
    written(&context, &state.catalog, &risk).await
}
