//! The risks of an asset, worst first, with the names of the vulnerabilities that they use.

use assessment::{Assessor, Risk};
use catalog::Catalog;
use method::{Asset, Medium, Rating};

/// Ordered and named once per medium, so that an asset costs no search.
pub struct Risks<'a> {
    assessor: &'a Assessor<'a>,
    /// By medium.
    ranked: [Vec<Ranked<'a>>; 6],
}

/// A threat line of a medium.
struct Ranked<'a> {
    /// Its place among the assessor's lines of the medium.
    place: usize,
    vulnerabilities: Vec<&'a str>,
}

impl<'a> Risks<'a> {
    /// Orders the lines by their likelihood; equal ones stay in the catalog's order (most important
    /// first). The importance of an asset multiplies all of them alike.
    pub fn new(catalog: &'a Catalog, assessor: &'a Assessor<'a>) -> Self {
        let ranked = Medium::ALL.map(|medium| {
            let lines = assessor.lines(medium);
            let mut ranked: Vec<Ranked<'_>> = lines
                .iter()
                .enumerate()
                .map(|(place, rated)| {
                    let found = rated.line.vulnerabilities.iter().filter_map(|id| catalog.vulnerability(id));
                    Ranked { place, vulnerabilities: found.map(|entry| entry.title.as_str()).collect() }
                })
                .collect();
            ranked.sort_by_key(|one| std::cmp::Reverse(lines[one.place].likelihood));
            ranked
        });
        Self { assessor, ranked }
    }

    /// Every risk of an asset, worst first, each with its vulnerabilities, most telling first.
    pub fn of<'b>(
        &'b self,
        asset: &Asset,
        importance: Rating,
    ) -> impl ExactSizeIterator<Item = (Risk<'a, 'b>, &'b [&'a str])> {
        let risks: Vec<Risk<'_, '_>> = self.assessor.risks(asset, importance).collect();
        self.ranked[asset.medium as usize].iter().map(move |one| (risks[one.place], one.vulnerabilities.as_slice()))
    }
}

/// 「仮定」 where the likelihood rests on something that nobody has said yet. A likelihood that the
/// register gives rests on nothing else.
pub const fn assumed(asset: &Asset, risk: &Risk<'_, '_>) -> &'static str {
    if asset.likelihood.is_none() && risk.line.is_assumed() { "仮定" } else { "" }
}
