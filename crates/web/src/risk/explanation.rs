//! Why a risk's level is what it is: the three numbers with their reasons, and the conversion table.

use app::risk::{Analysis, Rated};
use catalog::{Catalog, Level};
use maud::{Markup, html};
use method::{Rating, RiskCriteria, likelihood};

use crate::components::{EquationPart, definition, equation};

/// 重要度 × 被害発生可能性 ＝ リスクレベル, each with its reason; then the sentence that says it all.
pub(super) fn why(analysis: &Analysis, criteria: &RiskCriteria) -> Markup {
    let band = criteria.band(analysis.level());
    let importance = analysis.importance.value.to_string();
    let likelihood = analysis.likelihood.to_string();
    let level = analysis.level().to_string();
    let (reason, because) = (analysis.importance.explanation(), analysis.likelihood_reason());
    let meaning = format!("{}：{}（{}の基準）", band.title(), band.meaning(), criteria.name());
    let number = |name, value, reason| EquationPart::Number { name, value, reason };
    html! {
        (equation(&[
            number("重要度", &importance, &reason),
            EquationPart::Sign("×"),
            number("被害発生可能性", &likelihood, &because),
            EquationPart::Sign("＝"),
            number("リスクレベル", &level, &meaning),
        ]))
        p { (analysis.explanation(criteria)) "。" }
    }
}

/// How the likelihood came to be: the two ratings with their sources, and the cell of the table that was used.
pub(super) fn how_likely(analysis: &Analysis, catalog: &Catalog) -> Markup {
    html! {
        @if let Some((threat, vulnerability)) = analysis.cell() {
            ul {
                li { (rated("起こりやすさ（脅威がどれくらい来るか）", &analysis.threat, &catalog.threat_levels)) }
                li { (rated("つけ込みやすさ（弱点がどれくらい残っているか）", &analysis.vulnerability, &catalog.vulnerability_levels)) }
            }
            (conversion_table(threat, vulnerability))
        } @else {
            p {
                "このリスクの被害発生可能性は、表を使わずに直接「" (analysis.likelihood) "」と決めてあります（クイックアプローチ：事例などから、まず大づかみに決めるやり方）。"
                "編集の画面で「表から計算する」にすると、起こりやすさとつけ込みやすさから計算します。"
            }
        }
        (definition("被害発生可能性", html! {
            p { "脅威が弱点につけ込んで、実際に被害が出る見込みです。1（ふつうは被害に至らない）から3（いつ起きてもおかしくない）で表します。" }
            p { "よく来る脅威でも、対策がそろっていれば小さくなり、まれな脅威なら、対策が薄くても小さくなります。" }
        }))
    }
}

fn rated(name: &str, rated: &Rated, levels: &[Level]) -> Markup {
    let level = levels.iter().find(|level| level.value == rated.value);
    html! {
        (name) "：" b { (rated.value) }
        @if let Some(level) = level { "（" (level.title) "）" }
        "。" (rated.source.explanation()) "です。"
    }
}

/// The table of the national guideline with the used cell marked.
fn conversion_table(threat: Rating, vulnerability: Rating) -> Markup {
    let weak = [
        (Rating::HIGH, "3 対策がほとんどない"),
        (Rating::MEDIUM, "2 一部だけ対策"),
        (Rating::LOW, "1 対策がそろっている"),
    ];
    let often = [(Rating::HIGH, "3 いつでも"), (Rating::MEDIUM, "2 年に数回"), (Rating::LOW, "1 通常は起きない")];
    html! {
        div.table-frame role="region" tabindex="0" aria-label="被害発生可能性の換算表" {
            table.conversion {
                caption { "被害発生可能性の換算表（印のところが、このリスク）" }
                thead {
                    tr {
                        th scope="col" { "起こりやすさ ＼ つけ込みやすさ" }
                        @for (_, words) in weak { th scope="col" { (words) } }
                    }
                }
                tbody {
                    @for (row, words) in often {
                        tr {
                            th scope="row" { (words) }
                            @for (column, _) in weak {
                                @let is_used = row == threat && column == vulnerability;
                                td.is-used[is_used] {
                                    (likelihood(row, column))
                                    @if is_used { small { "このリスク" } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
