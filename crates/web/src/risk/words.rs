//! Words and marks that several screens of risks use.

use maud::{Markup, html};
use method::{Band, RiskCriteria, RiskLevel, ThreatOrigin};

use crate::components as part;

/// 「高 6」
pub(crate) fn level(criteria: &RiskCriteria, level: RiskLevel) -> Markup {
    part::band(band(criteria.band(level)), level)
}

/// The band as the parts of screens know it.
pub(crate) const fn band(band: Band) -> part::Band {
    match band {
        Band::High => part::Band::High,
        Band::Medium => part::Band::Middle,
        Band::Low => part::Band::Low,
    }
}

/// What to do with a risk of that band, in plain words.
pub(crate) const fn plain_meaning(band: Band) -> &'static str {
    match band {
        Band::High => "受容できない：先に手を打つ",
        Band::Medium => "管理下で受容可能：見守りながら受け入れる",
        Band::Low => "そのまま受容可能",
    }
}

/// 「偶発的（A）」
pub(crate) fn origin(origin: ThreatOrigin) -> String {
    format!("{}（{}）", origin.title(), origin.letter())
}

/// What the origin is, in plain words.
pub(crate) const fn origin_meaning(origin: ThreatOrigin) -> &'static str {
    match origin {
        ThreatOrigin::Environmental => "地震、停電、火事など、自然やまわりの環境が原因です。",
        ThreatOrigin::Deliberate => "盗む、だます、攻撃するなど、だれかがわざとします。",
        ThreatOrigin::Accidental => "置き忘れ、押し間違い、故障など、だれもわざとではありません。",
    }
}

/// All three, in the order of their letters in the standard.
pub(super) const ORIGINS: [ThreatOrigin; 3] =
    [ThreatOrigin::Environmental, ThreatOrigin::Deliberate, ThreatOrigin::Accidental];

/// What a risk is, for who meets the word first.
pub(super) fn what_is_a_risk() -> Markup {
    part::definition(
        "リスク",
        html! {
            p { "大切な情報に、よくないことが起きるおそれです。「何に」「何が起きて」「どう困るか」で1件にします。例：顧客リストの入ったUSBメモリを外でなくし、お客様の連絡先が知られる。" }
            p { "原因になる出来事を" dfn { "脅威" } "、それを許してしまう弱いところを" dfn { "脆弱性" } "、防ぐ手立てを" dfn { "管理策" } "（対策）と呼びます。" }
        },
    )
}

/// What the risk level is.
pub(super) fn what_is_a_level() -> Markup {
    part::definition(
        "リスクレベル",
        html! {
            p { "重要度（1〜3。起きたときにどれだけ困るか）と、被害発生可能性（1〜3。どれだけ起きやすいか）を掛けた値で、1・2・3・4・6・9のどれかになります。大きいほど、先に手を打ちます。" }
            p { "どこからを「高」「中」とするかは、会社の" dfn { "リスク基準" } "で決めます。" }
        },
    )
}
