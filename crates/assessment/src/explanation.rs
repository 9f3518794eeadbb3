//! Every number in words.

use method::{Band, Rating, Relation, RelationCase, relation};

use crate::{AssessedAsset, Assessor, LikelihoodSource, LineRating};

/// 起こりやすさ as the front of a sentence: 「年に数回起きうる脅威」.
pub const fn threat_words(rating: Rating) -> &'static str {
    match rating.value() {
        3 => "いつ起きてもおかしくない脅威",
        2 => "年に数回起きうる脅威",
        _ => "通常は起きない脅威",
    }
}

/// つけ込みやすさ as the end of a sentence.
const fn vulnerability_words(rating: Rating) -> &'static str {
    match rating.value() {
        3 => "対策がほとんどないため",
        2 => "一部しか対策がないため",
        _ => "必要な対策がそろっているため",
    }
}

/// Why a likelihood is what it is: 「いつ起きてもおかしくない脅威に、一部しか対策がないため」, with 仮定 for
/// each of the two ratings (起こりやすさ, つけ込みやすさ) that nobody has said yet.
pub fn likelihood_reason(threat: Rating, vulnerability: Rating, assumed: (bool, bool)) -> String {
    let because = format!("{}に、{}", threat_words(threat), vulnerability_words(vulnerability));
    match assumed {
        (false, false) => because,
        (true, false) => format!("{because}。起こりやすさは仮定"),
        (false, true) => format!("{because}。対策の状況は仮定"),
        (true, true) => format!("{because}。起こりやすさと対策の状況は仮定"),
    }
}

impl LineRating<'_> {
    /// Why this likelihood: see [`likelihood_reason`].
    pub fn explanation(&self) -> String {
        let assumed = (self.threat_by.is_assumed(), self.vulnerability_by.is_assumed());
        likelihood_reason(self.threat, self.vulnerability, assumed)
    }

    /// The relation of a risk of this line in that band: within the criteria it is accepted (case 4).
    pub const fn relation(&self, band: Band) -> RelationCase {
        relation(Relation {
            threat_known: !self.line.threats.is_empty(),
            vulnerabilities: self.line.vulnerabilities.len(),
            controls_in_place: self.controls_in_place,
            accepted: matches!(band, Band::Low),
        })
    }

    /// Whether any of its ratings is 仮定.
    pub const fn is_assumed(&self) -> bool {
        self.threat_by.is_assumed() || self.vulnerability_by.is_assumed()
    }
}

impl AssessedAsset {
    /// The whole calculation in one sentence:
    /// 「重要度3（個人情報を含むため）× 被害発生可能性2（…）＝ リスクレベル6（高：受容できない）」.
    pub fn explanation(&self, assessor: &Assessor<'_>, medium: method::Medium) -> String {
        let because = self.likelihood_reason(assessor, medium);
        format!(
            "重要度{}（{}）× 被害発生可能性{}（{because}）＝ リスクレベル{}（{}：{}）",
            self.importance.value,
            self.importance.explanation(),
            self.likelihood,
            self.level,
            self.band.title(),
            self.band.meaning(),
        )
    }

    /// Why the two numbers are what they are, for tables that show level and band themselves:
    /// 「重要度3：個人情報を含むため。可能性2：…ため。」
    pub fn reasons(&self, assessor: &Assessor<'_>, medium: method::Medium) -> String {
        let because = self.likelihood_reason(assessor, medium);
        let Self { importance, likelihood, .. } = self;
        format!("重要度{}：{}。可能性{likelihood}：{because}。", importance.value, importance.explanation())
    }

    fn likelihood_reason(&self, assessor: &Assessor<'_>, medium: method::Medium) -> String {
        match self.likelihood_source {
            LikelihoodSource::Register => "台帳に記入された値のため".to_owned(),
            LikelihoodSource::Line(index) => assessor.lines(medium)[index].explanation(),
        }
    }
}
