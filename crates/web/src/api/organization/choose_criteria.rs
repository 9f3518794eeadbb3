//! Other risk criteria.

use app::organization::{self, CriteriaChoice};
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::{OrganizationBody, tagged};
use crate::api::etag::SeenVersion;
use crate::api::{Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChooseCriteria, description = "選ぶリスク基準。")]
pub(super) struct Wanted {
    /// どの基準か：`tokyo` 東京都、`ipa` IPA、`own` 自社
    #[schema(value_type = ChoiceWord)]
    choice: ChoiceWord,
    /// 高とする、いちばん小さいリスクレベル。`own` のときに要り、ほかのときは書きません。
    high: Option<u8>,
    /// 中とする、いちばん小さいリスクレベル。`own` のときに要り、ほかのときは書きません。
    medium: Option<u8>,
    /// 何か月ごとに、リスクアセスメントをやり直すか（1〜36）。書かないと、今のままです。
    #[schema(minimum = 1, maximum = 36)]
    repeat_months: Option<u8>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CriteriaChoice, description = "`tokyo` 東京都、`ipa` IPA、`own` 自社")]
enum ChoiceWord {
    Tokyo,
    Ipa,
    Own,
}

impl Wanted {
    pub(super) fn choice(&self) -> Result<CriteriaChoice, Problem> {
        match (&self.choice, self.high, self.medium) {
            (ChoiceWord::Tokyo, None, None) => Ok(CriteriaChoice::Tokyo),
            (ChoiceWord::Ipa, None, None) => Ok(CriteriaChoice::Ipa),
            (ChoiceWord::Own, Some(high), Some(medium)) => Ok(CriteriaChoice::Own { high, medium }),
            (ChoiceWord::Own, ..) => {
                Err(Problem::invalid()
                    .with_field("high", "自社の基準では、『high』と『medium』の両方を書いてください。"))
            }
            _ => Err(Problem::invalid()
                .with_field("high", "『high』と『medium』は、自社の基準（own）を選ぶときだけ書いてください。")),
        }
    }
}

#[utoipa::path(
    put, path = "/organization/criteria", tag = TAG, operation_id = "choose_criteria",
    summary = "リスク基準を選ぶ",
    description = "変えると、すべてのリスクの高・中・低がすぐに変わります。If-Match には組織の ETag を付けます。",
    params(SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "変わった組織", body = OrganizationBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn choose_criteria(
    Caller(context): Caller,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<OrganizationBody>, Problem> {
    let chosen = organization::set_criteria(&context, wanted.choice()?, wanted.repeat_months, seen).await;
    Ok(tagged(chosen.map_err(|error| Problem::from(error).renamed("repeat", "repeat_months"))?))
}
