//! What a form of these screens sent, and the same back into pairs.

use std::collections::HashSet;

use app::risk::{ControlInput, EventInput, Input};
use app::{AssetId, RiskId};

use super::address::Address;
use crate::components::FieldErrors;
use crate::request::ListAddress as _;

/// The pairs of a form, in their order; the same name may come several times.
pub(super) struct Posted(pub(super) Vec<(String, String)>);

impl Posted {
    /// The first value under that name; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The version that the person saw; 0 is none, so that nothing can be overwritten by leaving it out.
    pub(super) fn seen(&self) -> i64 {
        self.get("seen").parse().unwrap_or(0)
    }

    /// The version from which the person began, where others were quicker since; 0 is none.
    pub(super) fn began(&self) -> i64 {
        self.get("began").parse().unwrap_or(0)
    }

    /// The assets about which a new risk is, each once.
    pub(super) fn about(&self) -> Vec<AssetId> {
        let mut known = HashSet::new();
        self.all("asset").filter_map(|id| id.parse::<AssetId>().ok()).filter(|id| known.insert(*id)).collect()
    }

    /// The ticked risks.
    pub(super) fn chosen(&self) -> Vec<RiskId> {
        self.all("risk").filter_map(|id| id.parse().ok()).collect()
    }

    /// The list to which the person goes back.
    pub(super) fn back(&self) -> String {
        Address::parse(self.get("back")).href("/risks")
    }

    /// Whether the person has said that no threat is known yet.
    pub(super) fn has_no_threat(&self) -> bool {
        !self.get("no_threat").is_empty()
    }

    /// What is wrong with the form besides what the use case says: a threat is left out by oversight more often than
    /// on purpose, so leaving it out is said.
    pub(super) fn oversights(&self) -> FieldErrors {
        let mut errors = FieldErrors::new();
        if self.get("title").trim().is_empty() && self.get("line").is_empty() && !self.has_no_threat() {
            errors.add(
                "title",
                "『脅威』を書いてください。まだ思い当たらないときは、下の「脅威はまだ思い当たらない」に印を付けてください。",
            );
        }
        errors
    }

    /// What was typed about a risk.
    pub(super) fn input(&self) -> Input {
        let rating = |name: &str| rating(self.get(name));
        let text = |name: &str| kept(self.get(name));
        let is_event = self.get("kind") == "event";
        let filled = |name: &'static str| self.all(name).map(kept).filter(|value| !value.is_empty()).collect();
        Input {
            asset: self.get("asset").parse().ok(),
            event: is_event.then(|| self.event()),
            line: text("line"),
            title: text("title"),
            origins: self.all("origins").map(str::to_owned).collect(),
            vulnerabilities: filled("vulnerabilities"),
            consequence: text("consequence"),
            threat_rating: rating("threat_rating"),
            vulnerability_rating: rating("vulnerability_rating"),
            likelihood: rating("likelihood"),
            controls: self.controls(),
            owner: self.get("owner").parse().ok(),
            owner_name: text("owner_name"),
            remarks: text("remarks"),
            review_on: text("review_on"),
        }
    }

    fn event(&self) -> EventInput {
        EventInput {
            name: kept(self.get("name")),
            name_reading: kept(self.get("name_reading")),
            explanation: kept(self.get("explanation")),
            confidentiality: rating(self.get("confidentiality")),
            integrity: rating(self.get("integrity")),
            availability: rating(self.get("availability")),
            survival: !self.get("survival").is_empty(),
            department: self.get("department").parse().ok(),
            assets: self.all("assets").filter_map(|id| id.parse().ok()).collect(),
        }
    }

    /// The rows of controls in their order; empty ones count, so that problems name the right row.
    fn controls(&self) -> Vec<ControlInput> {
        let rows =
            self.0.iter().filter_map(|(name, _)| name.strip_prefix("controls.")?.split('.').next()?.parse().ok());
        let count = rows.max().map_or(0, |last: usize| last.min(99) + 1);
        let part = |row: usize, part: &str| kept(self.get(&format!("controls.{row}.{part}")));
        let mut controls: Vec<_> = (0..count)
            .map(|row| ControlInput { id: part(row, "id"), title: part(row, "title"), status: part(row, "status") })
            .collect();
        let blank = |row: &ControlInput| row.id.is_empty() && row.title.is_empty();
        while controls.last().is_some_and(blank) {
            controls.pop();
        }
        controls
    }
}

/// A text as it is kept: browsers end lines in two characters.
fn kept(value: &str) -> String {
    value.trim().replace("\r\n", "\n")
}

/// A rating; what is none of 1..=3 is refused by the use case, not here.
fn rating(text: &str) -> Option<u8> {
    text.trim().parse().ok()
}

/// The pairs that a form sends for that.
pub(super) fn pairs(input: &Input) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut add = |name: &str, value: String| {
        if !value.is_empty() {
            pairs.push((name.to_owned(), value));
        }
    };
    let number = |value: Option<u8>| value.map(|value| value.to_string()).unwrap_or_default();
    add("asset", input.asset.map(|id| id.to_string()).unwrap_or_default());
    if let Some(event) = &input.event {
        add("kind", "event".into());
        add("name", event.name.clone());
        add("name_reading", event.name_reading.clone());
        add("explanation", event.explanation.clone());
        add("confidentiality", number(event.confidentiality));
        add("integrity", number(event.integrity));
        add("availability", number(event.availability));
        add("survival", if event.survival { "on".into() } else { String::new() });
        add("department", event.department.map(|id| id.to_string()).unwrap_or_default());
        event.assets.iter().for_each(|id| add("assets", id.to_string()));
    }
    add("line", input.line.clone());
    add("title", input.title.clone());
    input.origins.iter().for_each(|origin| add("origins", origin.clone()));
    input.vulnerabilities.iter().for_each(|weak| add("vulnerabilities", weak.clone()));
    add("consequence", input.consequence.clone());
    add("threat_rating", number(input.threat_rating));
    add("vulnerability_rating", number(input.vulnerability_rating));
    add("likelihood", number(input.likelihood));
    for (row, control) in input.controls.iter().enumerate() {
        add(&format!("controls.{row}.id"), control.id.clone());
        add(&format!("controls.{row}.title"), control.title.clone());
        add(&format!("controls.{row}.status"), control.status.clone());
    }
    add("owner", input.owner.map(|id| id.to_string()).unwrap_or_default());
    add("owner_name", input.owner_name.clone());
    add("remarks", input.remarks.clone());
    add("review_on", input.review_on.clone());
    pairs
}

#[cfg(test)]
mod tests {
    use app::{AccountId, AssetId};

    use super::*;

    #[test]
    fn what_is_sent_comes_back() {
        let control = |id: &str| ControlInput { id: id.into(), title: "鍵".into(), status: "partial".into() };
        let input = Input {
            event: Some(EventInput {
                name: "受注が止まる".into(),
                availability: Some(3),
                survival: true,
                assets: vec![AssetId::new(), AssetId::new()],
                ..EventInput::default()
            }),
            title: "停電".into(),
            origins: vec!["E".into(), "A".into()],
            vulnerabilities: vec!["HW-08".into(), "予備がない".into()],
            likelihood: Some(2),
            controls: vec![control("8.13"), control("")],
            owner: Some(AccountId::new()),
            ..Input::default()
        };
        assert_eq!(Posted(pairs(&input)).input(), input);
        let asset = Input { asset: Some(AssetId::new()), remarks: "一行目\n二行目".into(), ..Input::default() };
        assert_eq!(Posted(pairs(&asset)).input(), asset);
    }

    #[test]
    fn lines_are_as_they_are_kept() {
        let sent = Posted(vec![("remarks".into(), "一行目\r\n二行目\r\n".into())]);
        assert_eq!(sent.input().remarks, "一行目\n二行目");
    }
}
