//! How likely each threat line is and how easily it gets through, and who said so.

use catalog::{Catalog, Profile, ThreatLine};
use japanese::matching_key;
use method::{Medium, Rating, combined_vulnerability, likelihood};

/// A line of the register's own sheet 脅威の状況.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedThreat {
    /// Line in the sheet, from 1.
    pub row: u32,
    /// The medium it is about.
    pub medium: Medium,
    /// What happens, in the register's words; may be empty.
    pub title: String,
    /// 起こりやすさ
    pub rating: Rating,
}

/// A stated threat that no line of the catalog means: it counts for its medium as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmatchedThreat {
    /// Line in the sheet 脅威の状況, from 1.
    pub row: u32,
    /// What the sheet says.
    pub title: String,
}

/// Where a rating comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RatedBy {
    /// The register's sheet 脅威の状況 says it of this line.
    StatedForLine,
    /// The sheet says it of the medium (its highest line).
    StatedForMedium,
    /// The company's profile: how likely it says the line is, how far the measures are in place.
    Profile,
    /// The profile answers only some of the measures.
    ProfileInPart,
    /// Nobody has said: the catalog's default, or 3 (ほぼ無防備). 仮定.
    Assumed,
}

impl RatedBy {
    /// Whether somebody still has to say it (仮定).
    pub const fn is_assumed(self) -> bool {
        matches!(self, Self::Assumed | Self::ProfileInPart)
    }

    /// Stable English word for JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::StatedForLine => "threat-sheet-line",
            Self::StatedForMedium => "threat-sheet-medium",
            Self::Profile => "profile",
            Self::ProfileInPart => "profile-in-part",
            Self::Assumed => "assumed",
        }
    }
}

/// A threat line with its ratings for this company.
#[derive(Debug, Clone)]
pub struct LineRating<'a> {
    /// The line.
    pub line: &'a ThreatLine,
    /// 起こりやすさ
    pub threat: Rating,
    /// Who said it.
    pub threat_by: RatedBy,
    /// つけ込みやすさ
    pub vulnerability: Rating,
    /// Who said it.
    pub vulnerability_by: RatedBy,
    /// 被害発生可能性 from the conversion table.
    pub likelihood: Rating,
    /// How many of the line's measures are in place, fully or partly, as the profile says.
    pub controls_in_place: usize,
}

/// Rates every line of the catalog for a company, and tells which stated threats no line means.
pub(crate) fn rate<'a>(
    catalog: &'a Catalog,
    profile: &Profile,
    stated: &[StatedThreat],
) -> (Vec<LineRating<'a>>, Vec<UnmatchedThreat>) {
    let keys: Vec<(Medium, String)> =
        stated.iter().map(|threat| (threat.medium, matching_key(&threat.title))).collect();
    let mut matched = vec![false; stated.len()];
    let mut ratings = Vec::with_capacity(catalog.lines.len());
    for line in &catalog.lines {
        let names: Vec<String> =
            std::iter::once(&line.title).chain(&line.aliases).map(|name| matching_key(name)).collect();
        let mut own: Option<Rating> = None;
        for (index, (medium, key)) in keys.iter().enumerate() {
            if *medium == line.medium && names.contains(key) {
                matched[index] = true;
                own = own.max(Some(stated[index].rating));
            }
        }
        let of_medium = stated.iter().filter(|threat| threat.medium == line.medium).map(|threat| threat.rating).max();
        let (threat, threat_by) = match (own, profile.threat(&line.id), of_medium) {
            (Some(rating), _, _) => (rating, RatedBy::StatedForLine),
            (None, Some(rating), _) => (rating, RatedBy::Profile),
            (None, None, Some(rating)) => (rating, RatedBy::StatedForMedium),
            (None, None, None) => (line.rating, RatedBy::Assumed),
        };
        let (vulnerability, vulnerability_by) = vulnerability(profile, &line.measures);
        let likelihood = likelihood(threat, vulnerability);
        let in_place = |measure: &&String| profile.measure(measure).is_some_and(|state| state < Rating::HIGH);
        let controls_in_place = line.measures.iter().filter(in_place).count();
        ratings.push(LineRating {
            line,
            threat,
            threat_by,
            vulnerability,
            vulnerability_by,
            likelihood,
            controls_in_place,
        });
    }
    let unmatched = stated.iter().zip(&matched).filter(|(threat, matched)| !**matched && !threat.title.is_empty());
    let unmatched = unmatched.map(|(threat, _)| UnmatchedThreat { row: threat.row, title: threat.title.clone() });
    (ratings, unmatched.collect())
}

/// つけ込みやすさ from the profile's measures. What is not answered counts as 3 (ほぼ無防備).
fn vulnerability(profile: &Profile, measures: &[String]) -> (Rating, RatedBy) {
    let answers: Vec<Option<Rating>> = measures.iter().map(|measure| profile.measure(measure)).collect();
    let answered = answers.iter().flatten().count();
    let rating = combined_vulnerability(answers.iter().map(|answer| answer.unwrap_or(Rating::HIGH)));
    let by = match answered {
        0 => RatedBy::Assumed,
        some if some < answers.len() => RatedBy::ProfileInPart,
        _ => RatedBy::Profile,
    };
    (rating.unwrap_or(Rating::HIGH), by)
}
