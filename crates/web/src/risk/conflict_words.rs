//! The parts of a risk as people read them, where they choose between two versions.

use app::asset::{self, Departments};
use app::risk::{ControlInput, ControlStatus, EventInput, Input, Owner, owners};
use app::{AssetId, Error};
use catalog::Catalog;
use method::ThreatOrigin;

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
        let mut assets = Vec::new();
        for id in versions.into_iter().filter_map(|input| input.event.as_ref()).flat_map(|event| &event.assets) {
            if assets.iter().any(|(known, _)| known == id) {
                continue;
            }
            match asset::find(context, *id).await {
                Ok(found) => assets.push((*id, found.asset.content.line.name)),
                // Gone, or not for this person's eyes.
                Err(Error::NotFound(_) | Error::Forbidden) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Self { catalog, owners: owners(context).await?, departments: Departments::of(context).await?, assets })
    }

    /// A part in words.
    pub(super) fn shown(&self, part: &str, input: &Input) -> String {
        let text = match part {
            "threat" => input.title.clone(),
            "origins" => origins(&input.origins),
            "consequence" => input.consequence.clone(),
            "vulnerabilities" => {
                let known = |text: &String| self.catalog.vulnerability(text).map(|known| known.title.clone());
                let title = |text: &String| known(text).unwrap_or_else(|| text.clone());
                input.vulnerabilities.iter().map(title).collect::<Vec<_>>().join("\n")
            }
            "threat_rating" => rating(input.threat_rating),
            "vulnerability_rating" => rating(input.vulnerability_rating),
            "likelihood" => rating(input.likelihood),
            "controls" => input.controls.iter().map(control).collect::<Vec<_>>().join("\n"),
            "owner" => {
                let known = self.owners.iter().find(|owner| Some(owner.account) == input.owner);
                known.map_or_else(|| input.owner_name.clone(), |owner| owner.name.clone())
            }
            "review_on" => input.review_on.clone(),
            "remarks" => input.remarks.clone(),
            _ => input.event.as_ref().map(|event| self.of_event(part, event)).unwrap_or_default(),
        };
        if text.trim().is_empty() { "（空欄）".to_owned() } else { text.trim().to_owned() }
    }

    fn of_event(&self, part: &str, event: &EventInput) -> String {
        match part {
            "name" if event.name_reading.trim().is_empty() => event.name.clone(),
            "name" => format!("{}\nふりがな：{}", event.name, event.name_reading),
            "explanation" => event.explanation.clone(),
            "harm" => {
                let ratings = [event.confidentiality, event.integrity, event.availability].map(rating).join("・");
                let survival = if event.survival { "おそれがある" } else { "おそれはない" };
                format!("機密性・完全性・可用性：{ratings}\n会社が続けられなくなる：{survival}")
            }
            "department" => event.department.and_then(|id| self.departments.name(id)).unwrap_or("全社").to_owned(),
            _ => {
                let known = event.assets.iter().filter_map(|id| self.assets.iter().find(|(known, _)| known == id));
                known.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("、")
            }
        }
    }
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
