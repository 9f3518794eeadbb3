//! Is the log as it was written?

use app::audit_log;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditVerification, description = "監査ログを確かめた結果。")]
pub(super) struct VerificationBody {
    /// すべて、書かれたときのままか
    is_whole: bool,
    /// 読んだ記録の数
    records: u64,
    /// 最後の記録。別の場所に控えておくと、後でまとめて書き直されていないかも分かります。
    end: Option<EndBody>,
    /// 見つかった問題。100件までです。
    faults: Vec<FaultBody>,
    /// ほかにある問題の数
    more: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEnd, description = "最後の記録。")]
struct EndBody {
    /// 番号
    sequence: i64,
    /// 確かめるための値
    hash: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditFault, description = "見つかった問題。")]
struct FaultBody {
    /// 初めに見るべき記録の番号
    sequence: Option<i64>,
    /// 何が見つかったか
    message: String,
}

#[utoipa::path(
    get, path = "/audit-log/verify", tag = TAG, operation_id = "verify_audit_log",
    summary = "監査ログが書き換えられていないか確かめる",
    description = "すべての記録を計算し直します。記録が多いと時間がかかります。",
    responses((status = 200, description = "結果", body = VerificationBody))
)]
pub(super) async fn verify(Caller(context): Caller) -> Result<Json<VerificationBody>, Problem> {
    let found = audit_log::verify(&context).await?;
    Ok(Json(VerificationBody {
        is_whole: found.is_whole(),
        records: found.records,
        end: found.end.map(|(sequence, hash)| EndBody { sequence, hash }),
        faults: found
            .faults
            .iter()
            .map(|fault| FaultBody { sequence: fault.sequence(), message: fault.to_string() })
            .collect(),
        more: found.more,
    }))
}
