//! How many things a list has.

use app::store::paging::Total;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Total, description = "件数。")]
pub(super) struct TotalBody {
    /// 件数
    pub(super) count: u64,
    /// ちょうどその件数か。false のときは、それより多くあります。
    pub(super) is_exact: bool,
}

impl From<Total> for TotalBody {
    fn from(total: Total) -> Self {
        match total {
            Total::Exactly(count) => Self { count, is_exact: true },
            Total::MoreThan(count) => Self { count, is_exact: false },
        }
    }
}
