//! The parts of a risk as people read them, where they choose between two versions.

use app::asset::{self, Departments};
use app::risk::{ControlInput, ControlStatus, EventInput, Input, Owner, owners};
use app::{AssetId, Error};
use catalog::Catalog;
use method::ThreatOrigin;

use super::part::Part;
use super::words::ORIGINS;
use crate::Failure;
use crate::request::Person;

/// The names of what both versions name by keys.
pub(super) struct Names<'a> {
    catalog: &'a Catalog,
    owners: Vec<Owner>,
    departments: Departments,
    assets: Vec<(AssetId, String)>,
}

impl<'a> Names<'a> {
    pub(super) async fn of(person: &Person, catalog: &'a Catalog, versions: [&Input; 2]) -> Result<Self, Failure> {
        let context = &person.context;
        let events = versions.into_iter().filter_map(|input| input.event.as_ref());
        let ids: Vec<AssetId> = events.flat_map(|event| event.assets.iter().copied()).collect();
        let assets = match asset::find_many(context, &ids).await {
            // Not for this person's eyes.
            Err(Error::Forbidden) => Vec::new(),
            found => found?,
        };
        let assets = assets.into_iter().map(|asset| (asset.id, asset.content.line.name)).collect();
        Ok(Self { catalog, owners: owners(context).await?, departments: Departments::of(context).await?, assets })
    }

    /// A part in words.
    pub(super) fn shown(&self, part: Part, input: &Input) -> String {
        let event = input.event.clone().unwrap_or_default();
        let text = match part {
            Part::Name if event.name_reading.trim().is_empty() => event.name,
            Part::Name => format!("{}\nふりがな：{}", event.name, event.name_reading),
            Part::Explanation => event.explanation,
            Part::Harm => harm(&event),
            Part::Department => event.department.and_then(|id| self.departments.name(id)).unwrap_or("全社").to_owned(),
            Part::Assets => {
                let known = event.assets.iter().filter_map(|id| self.assets.iter().find(|(known, _)| known == id));
                known.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("、")
            }
            Part::Threat => input.title.clone(),
            Part::Origins => origins(&input.origins),
            Part::Consequence => input.consequence.clone(),
            Part::Vulnerabilities => {
                let known = |text: &String| self.catalog.vulnerability(text).map(|known| known.title.clone());
                let title = |text: &String| known(text).unwrap_or_else(|| text.clone());
                input.vulnerabilities.iter().map(title).collect::<Vec<_>>().join("\n")
            }
            Part::ThreatRating => rating(input.threat_rating),
            Part::VulnerabilityRating => rating(input.vulnerability_rating),
            Part::Likelihood => rating(input.likelihood),
            Part::Controls => input.controls.iter().map(control).collect::<Vec<_>>().join("\n"),
            Part::Owner => {
                let known = self.owners.iter().find(|owner| Some(owner.account) == input.owner);
                known.map_or_else(|| input.owner_name.clone(), |owner| owner.name.clone())
            }
            Part::ReviewOn => input.review_on.clone(),
            Part::Remarks => input.remarks.clone(),
        };
        if text.trim().is_empty() { "（空欄）".to_owned() } else { text.trim().to_owned() }
    }
}

fn harm(event: &EventInput) -> String {
    let ratings = [event.confidentiality, event.integrity, event.availability].map(rating).join("・");
    let survival = if event.survival { "おそれがある" } else { "おそれはない" };
    format!("機密性・完全性・可用性：{ratings}\n会社が続けられなくなる：{survival}")
}

fn rating(value: Option<u8>) -> String {
    value.map_or_else(|| "決めない".to_owned(), |value| value.to_string())
}

fn origins(letters: &[String]) -> String {
    let is_meant = |origin: &ThreatOrigin| letters.contains(&origin.letter().to_string());
    ORIGINS.into_iter().filter(is_meant).map(ThreatOrigin::title).collect::<Vec<_>>().join("、")
}

/// 「7.9 構外にある資産のセキュリティ（一部）」
fn control(row: &ControlInput) -> String {
    let status = ControlStatus::from_id(&row.status).map_or("", ControlStatus::title);
    format!("{} {}（{status}）", row.id, row.title).trim().to_owned()
}
