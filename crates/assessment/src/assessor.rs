//! Assets become risks.

use catalog::{Catalog, Profile};
use method::{
    Asset, Band, Importance, Medium, Rating, RelationCase, RiskCriteria, RiskLevel, Treatment, importance,
    suggested_treatment,
};

use crate::line_rating::{LineRating, StatedThreat, UnmatchedThreat, rate};

/// What is needed to assess any asset of one company.
#[derive(Debug, Clone)]
pub struct Assessor<'a> {
    criteria: RiskCriteria,
    /// Lines in use, by medium, in the catalog's order.
    lines: [Vec<LineRating<'a>>; 6],
    unmatched: Vec<UnmatchedThreat>,
}

/// Where the likelihood of an asset comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LikelihoodSource {
    /// The register gives it directly (quick approach).
    Register,
    /// The highest of the asset's threat lines; the index among [`Assessor::lines`] of its medium.
    Line(usize),
}

/// An asset with its risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssessedAsset {
    /// 重要度, with the rule that decided.
    pub importance: Importance,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// Where it comes from.
    pub likelihood_source: LikelihoodSource,
    /// リスクレベル
    pub level: RiskLevel,
    /// 高, 中, 低
    pub band: Band,
    /// A suggestion; a person decides.
    pub treatment: Treatment,
}

/// One asset and one threat line.
#[derive(Debug, Clone, Copy)]
pub struct Risk<'a, 'b> {
    /// The line with its ratings.
    pub line: &'b LineRating<'a>,
    /// 被害発生可能性: the register's own where it gives one, else the line's.
    pub likelihood: Rating,
    /// リスクレベル
    pub level: RiskLevel,
    /// 高, 中, 低
    pub band: Band,
    /// A suggestion; a person decides.
    pub treatment: Treatment,
    /// How threat, vulnerabilities and controls stand to each other (seminar chapter 8-1-1).
    pub relation: RelationCase,
}

impl<'a> Assessor<'a> {
    /// Rates every threat line for the company: `stated` is the register's sheet 脅威の状況, the
    /// profile says how far measures are in place.
    pub fn new(catalog: &'a Catalog, profile: &Profile, stated: &[StatedThreat], criteria: RiskCriteria) -> Self {
        let (ratings, unmatched) = rate(catalog, profile, stated);
        let lines =
            Medium::ALL.map(|medium| ratings.iter().filter(|rating| rating.line.medium == medium).cloned().collect());
        Self { criteria, lines, unmatched }
    }

    /// The same, narrowed to what an incident case touches (Lv.1): only these lines.
    #[must_use]
    pub fn narrowed(&self, lines: &[String]) -> Self {
        let mut narrowed = self.clone();
        for rated in &mut narrowed.lines {
            rated.retain(|rating| lines.contains(&rating.line.id));
        }
        narrowed
    }

    /// The risk criteria in use.
    pub const fn criteria(&self) -> &RiskCriteria {
        &self.criteria
    }

    /// The rated threat lines of a medium, most important first.
    pub fn lines(&self, medium: Medium) -> &[LineRating<'a>] {
        &self.lines[medium as usize]
    }

    /// Lines of the sheet 脅威の状況 that no line of the catalog means.
    pub fn unmatched(&self) -> &[UnmatchedThreat] {
        &self.unmatched
    }

    /// The risk of an asset: its highest line, or the register's own likelihood. `None` where no
    /// line in use touches the asset's medium (only when narrowed).
    pub fn assess(&self, asset: &Asset) -> Option<AssessedAsset> {
        let lines = self.lines(asset.medium);
        let highest = lines.iter().enumerate().rev().max_by_key(|(_, line)| line.likelihood)?;
        let (likelihood, likelihood_source) = match asset.likelihood {
            Some(given) => (given, LikelihoodSource::Register),
            None => (highest.1.likelihood, LikelihoodSource::Line(highest.0)),
        };
        let importance = importance(asset);
        let level = RiskLevel::new(importance.value, likelihood);
        let band = self.criteria.band(level);
        let treatment = suggested_treatment(importance.value, likelihood, band);
        Some(AssessedAsset { importance, likelihood, likelihood_source, level, band, treatment })
    }

    /// Every risk of an asset, one per threat line in use.
    pub fn risks<'b>(&'b self, asset: &Asset, importance: Rating) -> impl Iterator<Item = Risk<'a, 'b>> {
        let given = asset.likelihood;
        self.lines(asset.medium).iter().map(move |line| {
            let likelihood = given.unwrap_or(line.likelihood);
            let level = RiskLevel::new(importance, likelihood);
            let band = self.criteria.band(level);
            let treatment = suggested_treatment(importance, likelihood, band);
            Risk { line, likelihood, level, band, treatment, relation: line.relation(band) }
        })
    }
}
