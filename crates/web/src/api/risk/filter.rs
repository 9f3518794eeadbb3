//! Which risks are looked for.

use app::risk::{Approval, Filter};
use method::{Band, Medium, Rating, Treatment};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::query::Check;
use crate::api::word::{ApprovalFilterWord, BandWord, KindWord, MediumWord, TreatmentWord, kind_id};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct FilterQuery {
    /// 名称・ふりがな・脅威・困り方・リスク所有者・備考から探す言葉。空白で区切ると、すべてを含むものになります。
    search: String,
    /// リスク基準での段階
    #[param(value_type = Option<BandWord>)]
    band: String,
    /// 重要度（1〜3）
    #[param(value_type = Option<u8>, minimum = 1, maximum = 3)]
    importance: String,
    /// 被害発生可能性（1〜3）
    #[param(value_type = Option<u8>, minimum = 1, maximum = 3)]
    likelihood: String,
    /// 情報資産の媒体・保存先
    #[param(value_type = Option<MediumWord>)]
    medium: String,
    /// 部署の id
    #[param(value_type = Option<String>, format = Uuid)]
    department: String,
    /// 情報資産の id
    #[param(value_type = Option<String>, format = Uuid)]
    asset: String,
    /// 何についてのリスクか
    #[param(value_type = Option<KindWord>)]
    kind: String,
    /// 決めた対応
    #[param(value_type = Option<TreatmentWord>)]
    treatment: String,
    /// true で、基準を超えるのに、対応をまだ決めていないものだけ
    #[param(value_type = Option<bool>)]
    undecided: String,
    /// true で、未対応（基準を超え、対策がなく、受容もしていない）のものだけ
    #[param(value_type = Option<bool>)]
    exposed: String,
    /// リスク所有者の承認
    #[param(value_type = Option<ApprovalFilterWord>)]
    approval: String,
    /// true で、トークンの持ち主が所有者のものだけ
    #[param(value_type = Option<bool>)]
    mine: String,
    /// true で、見直し予定日が来たものだけ
    #[param(value_type = Option<bool>)]
    review_due: String,
}

impl FilterQuery {
    pub(super) fn read(self, check: &mut Check) -> Filter {
        let one_of = |words: &[&str]| format!("{} のどれかにしてください。", words.join("、"));
        let bands = one_of(&Band::WORST_FIRST.map(Band::id));
        let media = one_of(&Medium::ALL.map(Medium::id));
        let treatments = one_of(&Treatment::ALL.map(Treatment::id));
        let approvals = one_of(&Approval::ALL.map(Approval::id));
        let rating = |text: &str| text.parse().ok().and_then(Rating::new);
        let is_event = |text: &str| [false, true].into_iter().find(|event| kind_id(*event) == text);
        let treatment = |text: &str| Treatment::ALL.into_iter().find(|known| known.id() == text);
        const RATING: &str = "1・2・3のどれかにしてください。";
        Filter {
            band: check.read("band", &self.band, Band::from_id, &bands),
            importance: check.read("importance", &self.importance, rating, RATING),
            likelihood: check.read("likelihood", &self.likelihood, rating, RATING),
            medium: check.read("medium", &self.medium, Medium::from_id, &media),
            department: check.id("department", &self.department),
            asset: check.id("asset", &self.asset),
            event: check.read("kind", &self.kind, is_event, "asset か event にしてください。"),
            treatment: check.read("treatment", &self.treatment, treatment, &treatments),
            undecided: check.flag("undecided", &self.undecided),
            exposed: check.flag("exposed", &self.exposed),
            approval: check.read("approval", &self.approval, Approval::from_id, &approvals),
            mine: check.flag("mine", &self.mine),
            review_due: check.flag("review_due", &self.review_due),
            search: self.search,
            named: None,
        }
    }
}
