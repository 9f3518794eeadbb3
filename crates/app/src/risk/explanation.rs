//! Every number of a risk in words.

use method::{Band, Rating, RiskCriteria};

use super::{Analysis, Source};

impl Analysis {
    /// The whole calculation in one sentence:
    /// 「重要度3（個人情報を含むため）× 被害発生可能性2（…）＝ リスクレベル6（高：受容できない）」.
    pub fn explanation(&self, criteria: &RiskCriteria) -> String {
        let band = criteria.band(self.level());
        format!(
            "重要度{}（{}）× 被害発生可能性{}（{}）＝ リスクレベル{}（{}：{}）",
            self.importance.value,
            self.importance.explanation(),
            self.likelihood,
            self.likelihood_reason(),
            self.level(),
            band.title(),
            band.meaning(),
        )
    }

    /// Why the likelihood is what it is: 「いつ起きてもおかしくない脅威に、一部しか対策がないため」.
    pub fn likelihood_reason(&self) -> String {
        if self.direct {
            return "直接決めた値のため".to_owned();
        }
        if !self.threat_known {
            return "知られた脅威がないため".to_owned();
        }
        if self.vulnerability.source == Source::Achieved {
            let assumed = if self.threat.source == Source::Assumed { "。起こりやすさは仮定" } else { "" };
            let threat = ::assessment::threat_words(self.threat.value);
            return format!("{threat}に、計画した対策の効果が出ているため{assumed}");
        }
        let assumed = [self.threat, self.vulnerability].map(|rated| rated.source == Source::Assumed);
        ::assessment::likelihood_reason(self.threat.value, self.vulnerability.value, assumed.into())
    }

    /// What the decided treatment is expected to change: 「リスクレベルは 6 から 3 に下がる見込みです。」
    pub fn residual_explanation(&self, criteria: &RiskCriteria) -> Option<String> {
        let residual = self.numbers().residual_level()?;
        let (now, then) = (self.level(), residual);
        let band = |level| -> Band { criteria.band(level) };
        Some(if now == then && self.carried_out {
            format!("決めた作業はすべて終わりました。リスクレベルは今 {now}（{}）です。", band(now).title())
        } else if now == then && self.work_open {
            format!(
                "決めた作業がまだ残っています。リスクレベルは今 {now}（{}）で、すべて終わったあとの見込みも同じです。",
                band(now).title()
            )
        } else if now == then {
            format!("リスクレベルは {now}（{}）のまま残ります。", band(now).title())
        } else if self.carried_out {
            format!(
                "決めた作業はすべて終わりましたが、その効果はまだ認められていません。認めると、リスクレベルは {now}（{}）から {then}（{}）に下がります。",
                band(now).title(),
                band(then).title()
            )
        } else {
            format!(
                "対応が終わると、リスクレベルは {now}（{}）から {then}（{}）に下がる見込みです。",
                band(now).title(),
                band(then).title()
            )
        })
    }

    /// The cell of the conversion table that was used: 起こりやすさ and つけ込みやすさ. `None` where the
    /// likelihood was given directly.
    pub fn cell(&self) -> Option<(Rating, Rating)> {
        (!self.direct).then_some((self.threat.value, self.vulnerability.value))
    }
}
