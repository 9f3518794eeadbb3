//! A suggestion with its reason; never a decision.

use method::{Rating, Treatment, suggested_treatment};

use crate::risk::{Analysis, Knowledge};

/// What could be done with a risk, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Which of the four.
    pub treatment: Treatment,
    /// Why, in a sentence.
    pub reason: String,
}

/// The method's suggestion for a risk. Source: domain.md, Formulas 5.
pub fn suggestion(analysis: &Analysis, knowledge: &Knowledge<'_>) -> Suggestion {
    let (importance, likelihood) = (analysis.importance.value, analysis.likelihood);
    let band = knowledge.criteria.band(analysis.level());
    let treatment = suggested_treatment(importance, likelihood, band);
    let numbers =
        format!("重要度{importance}、被害発生可能性{likelihood}、リスクレベル{}（{}）", analysis.level(), band.title());
    if !analysis.threat_known && likelihood == Rating::LOW {
        let reason = format!(
            "{numbers}です。知られた脅威がないので、対策は求めません。新しい脅威が出ていないかを、見直すたびに確かめます。"
        );
        return Suggestion { treatment: Treatment::Accept, reason };
    }
    let reason = match treatment {
        Treatment::Accept => format!("{numbers}です。会社のリスク基準の範囲内なので、そのまま受け入れられます。"),
        Treatment::Avoid => {
            format!(
                "{numbers}です。影響が大きく、いつ起きてもおかしくありません。原因になる仕事のやり方をやめられないかを、まず考えます。"
            )
        }
        Treatment::Transfer => format!(
            "{numbers}です。めったに起きませんが、起きたときの影響が大きいので、保険や契約でほかの会社に引き受けてもらうことを考えます。"
        ),
        Treatment::Reduce => format!("{numbers}です。対策を加えて、起こりにくくします。"),
    };
    Suggestion { treatment, reason }
}
