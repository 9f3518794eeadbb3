//! Which assets are looked for.

use app::DepartmentId;
use app::asset::{Filter, Review};
use method::{Medium, Rating};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::api::query::Check;
use crate::api::word::{MediumWord, ReviewWord};

/// Behind the `?` of an address.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct FilterQuery {
    /// 名称・ふりがな・業務分類・備考・リスク所有者から探す言葉。空白で区切ると、すべてを含むものになります。
    search: String,
    /// 管理部署の id
    #[param(value_type = Option<String>, format = Uuid)]
    department: String,
    /// 媒体・保存先
    #[param(value_type = Option<MediumWord>)]
    medium: String,
    /// 重要度（1〜3）
    #[param(value_type = Option<u8>, minimum = 1, maximum = 3)]
    importance: String,
    /// 個人情報を含むもの（true）、含まないもの（false）
    #[param(value_type = Option<bool>)]
    personal_data: String,
    /// 見直し予定日による絞り込み
    #[param(value_type = Option<ReviewWord>)]
    review: String,
}

impl FilterQuery {
    pub(super) fn read(self, check: &mut Check) -> Filter {
        let media = format!("{} のどれかにしてください。", Medium::ALL.map(Medium::id).join("、"));
        let reviews = format!("{} のどれかにしてください。", Review::ALL.map(Review::id).join("、"));
        let rating = |text: &str| text.parse().ok().and_then(Rating::new);
        let yes_no = |text: &str| text.parse().ok();
        Filter {
            department: check.id("department", &self.department),
            medium: check.read("medium", &self.medium, Medium::from_id, &media),
            importance: check.read("importance", &self.importance, rating, "1・2・3のどれかにしてください。"),
            personal_data: check.read("personal_data", &self.personal_data, yes_no, "true か false にしてください。"),
            review: check.read("review", &self.review, Review::from_id, &reviews),
            search: self.search,
        }
    }
}

/// In a body.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = AssetFilter, description = "情報資産の絞り込み。書かない項目では絞りません。")]
pub(super) struct FilterBody {
    /// 名称・ふりがな・業務分類・備考・リスク所有者から探す言葉
    search: String,
    /// 管理部署の id
    #[schema(value_type = Option<String>, format = Uuid)]
    department: Option<DepartmentId>,
    /// 媒体・保存先
    #[schema(value_type = Option<MediumWord>)]
    medium: Option<Medium>,
    /// 重要度（1〜3）
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 3)]
    importance: Option<Rating>,
    /// 個人情報を含むもの（true）、含まないもの（false）
    personal_data: Option<bool>,
    /// 見直し予定日による絞り込み
    #[schema(value_type = Option<ReviewWord>)]
    review: Option<Review>,
}

impl From<FilterBody> for Filter {
    fn from(body: FilterBody) -> Self {
        let FilterBody { search, department, medium, importance, personal_data, review } = body;
        Self { search, department, medium, importance, personal_data, review }
    }
}
