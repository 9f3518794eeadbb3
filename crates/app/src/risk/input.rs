//! What a person types about a risk, and whether it can be used.

use catalog::Catalog;
use japanese::parse_date;
use jiff::civil::Date;
use method::{Rating, ThreatOrigin};
use serde::{Deserialize, Serialize};

use super::{BusinessEvent, Content, Control, ControlStatus, Subject, Threat, Vulnerability};
use crate::{AccountId, AssetId, DepartmentId, FieldProblem};

/// Most letters of a name or title, which stands on every list.
const NAME: usize = 300;
/// Most letters of any other text.
const TEXT: usize = 4_000;
/// Most entries of a list.
const ENTRIES: usize = 50;

/// What a person types. An empty text says nothing; ratings are 1..=3.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Input {
    /// The asset (資産ベース), or
    pub asset: Option<AssetId>,
    /// the event (事象ベース).
    pub event: Option<EventInput>,
    /// Id of the catalog's threat line, where it is one of them.
    pub line: String,
    /// What happens. Empty with a line: the line's title. Empty without: no threat is known.
    pub title: String,
    /// Letters of the origins (E, D, A), for a threat of one's own.
    pub origins: Vec<String>,
    /// Ids of the catalog's vulnerabilities, or words for others.
    pub vulnerabilities: Vec<String>,
    /// The harm.
    pub consequence: String,
    /// 起こりやすさ, where it differs from the organization's answer.
    pub threat_rating: Option<u8>,
    /// つけ込みやすさ, where it does not follow from the controls.
    pub vulnerability_rating: Option<u8>,
    /// 被害発生可能性, given directly.
    pub likelihood: Option<u8>,
    /// Controls of the company's own.
    pub controls: Vec<ControlInput>,
    /// リスク所有者 who can sign in.
    pub owner: Option<AccountId>,
    /// リスク所有者 in words, where it is nobody who can sign in.
    pub owner_name: String,
    /// 備考
    pub remarks: String,
    /// 見直し予定日, as 2026-11-24, 2026/11/24 or 令和8年11月24日.
    pub review_on: String,
}

/// What a person types about a business event.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventInput {
    /// What must not happen.
    pub name: String,
    /// ふりがな
    pub name_reading: String,
    /// Which work it stops, and whom it concerns.
    pub explanation: String,
    /// 機密性
    pub confidentiality: Option<u8>,
    /// 完全性
    pub integrity: Option<u8>,
    /// 可用性
    pub availability: Option<u8>,
    /// 存続への影響
    pub survival: bool,
    /// Whose business it is.
    pub department: Option<DepartmentId>,
    /// Assets that it concerns.
    pub assets: Vec<AssetId>,
}

/// What a person types about a control.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ControlInput {
    /// Id of the Annex A control, where it is one.
    pub id: String,
    /// What is done. Empty with an id: the control's title.
    pub title: String,
    /// Id of a [`ControlStatus`].
    pub status: String,
}

impl From<&Content> for Input {
    fn from(content: &Content) -> Self {
        let number = |rating: Option<Rating>| rating.map(Rating::value);
        let (asset, event) = match &content.subject {
            Subject::Asset { id } => (Some(*id), None),
            Subject::Event(event) => (None, Some(EventInput::from(event))),
        };
        let control = |control: &Control| ControlInput {
            id: control.id.clone().unwrap_or_default(),
            title: control.title.clone(),
            status: control.status.id().to_owned(),
        };
        let weakness = |found: &Vulnerability| found.id.clone().unwrap_or_else(|| found.title.clone());
        Self {
            asset,
            event,
            line: content.threat.line.clone().unwrap_or_default(),
            title: content.threat.title.clone(),
            origins: content.threat.origins.iter().map(|origin| origin.letter().to_string()).collect(),
            vulnerabilities: content.vulnerabilities.iter().map(weakness).collect(),
            consequence: content.consequence.clone(),
            threat_rating: number(content.threat.rating),
            vulnerability_rating: number(content.vulnerability_rating),
            likelihood: number(content.likelihood),
            controls: content.controls.iter().map(control).collect(),
            owner: content.owner,
            owner_name: content.owner_name.clone(),
            remarks: content.remarks.clone(),
            review_on: content.review_on.map(|date| date.to_string()).unwrap_or_default(),
        }
    }
}

impl From<&BusinessEvent> for EventInput {
    fn from(event: &BusinessEvent) -> Self {
        Self {
            name: event.name.clone(),
            name_reading: event.name_reading.clone(),
            explanation: event.explanation.clone(),
            confidentiality: Some(event.confidentiality.value()),
            integrity: Some(event.integrity.value()),
            availability: Some(event.availability.value()),
            survival: event.survival,
            department: event.department,
            assets: event.assets.clone(),
        }
    }
}

impl Input {
    /// The content that this is, or every problem of it. What was decided about `current` stays.
    /// `owner` is the name of the account that is to own it, where it may.
    ///
    /// # Errors
    /// A problem for each field that cannot be used.
    pub(super) fn check(
        self,
        catalog: &Catalog,
        current: Option<&Content>,
        owner: Option<String>,
    ) -> Result<Content, Vec<FieldProblem>> {
        let mut check = Check { catalog, problems: Vec::new() };
        let subject = check.subject(self.asset, self.event);
        let threat = check.threat(self.line, self.title, &self.origins, self.threat_rating);
        let vulnerabilities = check.vulnerabilities(self.vulnerabilities);
        let controls = check.controls(self.controls);
        let consequence = check.text("consequence", "被害", self.consequence, TEXT);
        let vulnerability_rating = check.rating("vulnerability_rating", "つけ込みやすさ", self.vulnerability_rating);
        let likelihood = check.rating("likelihood", "被害発生可能性", self.likelihood);
        let remarks = check.text("remarks", "備考", self.remarks, TEXT);
        let review_on = check.date("review_on", "見直し予定日", &self.review_on);
        let owner_name = match (self.owner, owner) {
            (Some(_), Some(name)) => name,
            (Some(_), None) => {
                check.problem(
                    "owner",
                    "選んだ『リスク所有者』は、このリスクを承認できる人ではありません。選び直してください。",
                );
                String::new()
            }
            (None, _) => check.text("owner_name", "リスク所有者", self.owner_name, NAME),
        };
        let (Some(subject), true) = (subject, check.problems.is_empty()) else { return Err(check.problems) };
        Ok(Content {
            subject,
            threat,
            vulnerabilities,
            consequence,
            vulnerability_rating,
            likelihood,
            controls,
            owner: self.owner,
            owner_name,
            remarks,
            review_on,
            decision: current.and_then(|current| current.decision.clone()),
            approval: current.and_then(|current| current.approval.clone()),
        })
    }
}

pub(crate) struct Check<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) problems: Vec<FieldProblem>,
}

impl Check<'_> {
    pub(crate) fn problem(&mut self, field: impl Into<std::borrow::Cow<'static, str>>, message: impl Into<String>) {
        self.problems.push(FieldProblem::new(field, message));
    }

    pub(crate) fn text(&mut self, field: &'static str, label: &str, text: String, most: usize) -> String {
        let text = text.trim().replace("\r\n", "\n");
        if text.chars().count() > most || text.chars().any(|letter| letter.is_control() && letter != '\n') {
            self.problem(field, format!("『{label}』を{most}文字までで入力してください。"));
        }
        text
    }

    pub(crate) fn rating(&mut self, field: &'static str, label: &str, value: Option<u8>) -> Option<Rating> {
        let value = value?;
        let rating = Rating::new(value);
        if rating.is_none() {
            self.problem(field, format!("『{label}』の値「{value}」は使えません。1〜3の数字で入力してください。"));
        }
        rating
    }

    pub(crate) fn date(&mut self, field: &'static str, label: &str, text: &str) -> Option<Date> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        match parse_date(text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.problem(field, format!("『{label}』：{error}。"));
                None
            }
        }
    }

    fn subject(&mut self, asset: Option<AssetId>, event: Option<EventInput>) -> Option<Subject> {
        match (asset, event) {
            (Some(id), None) => Some(Subject::Asset { id }),
            (None, Some(event)) => self.event(event).map(Subject::Event),
            _ => {
                self.problem("asset", "『情報資産』を選ぶか、『困ること』を入力してください。");
                None
            }
        }
    }

    fn event(&mut self, event: EventInput) -> Option<BusinessEvent> {
        let name = self.text("name", "困ること", event.name, NAME);
        if name.is_empty() {
            self.problem("name", "『困ること』を入力してください。例：受注のしくみが1日止まる");
        }
        let name_reading = self.text("name_reading", "ふりがな", event.name_reading, NAME);
        let explanation = self.text("explanation", "説明", event.explanation, TEXT);
        let mut needed = |field, label: &str, value| {
            let rating = self.rating(field, label, value);
            if value.is_none() {
                self.problem(field, format!("『{label}』を選んでください。"));
            }
            rating
        };
        let confidentiality = needed("confidentiality", "機密性", event.confidentiality);
        let integrity = needed("integrity", "完全性", event.integrity);
        let availability = needed("availability", "可用性", event.availability);
        Some(BusinessEvent {
            name,
            name_reading,
            explanation,
            confidentiality: confidentiality?,
            integrity: integrity?,
            availability: availability?,
            survival: event.survival,
            department: event.department,
            assets: event.assets,
        })
    }

    fn threat(&mut self, line: String, title: String, origins: &[String], rating: Option<u8>) -> Threat {
        let rating = self.rating("threat_rating", "起こりやすさ", rating);
        let title = self.text("title", "脅威", title, NAME);
        if line.is_empty() {
            let all = [ThreatOrigin::Environmental, ThreatOrigin::Deliberate, ThreatOrigin::Accidental];
            let origins =
                all.into_iter().filter(|origin| origins.iter().any(|text| text == &origin.letter().to_string()));
            return Threat { line: None, title, threats: Vec::new(), origins: origins.collect(), rating };
        }
        let Some(known) = self.catalog.lines.iter().find(|known| known.id == line) else {
            self.problem("line", "選んだ『脅威』が知識にありません。選び直してください。");
            return Threat::default();
        };
        let origins = known.threats.iter().filter_map(|id| self.catalog.threat(id)).flat_map(|threat| &threat.origins);
        let mut origins: Vec<ThreatOrigin> = origins.copied().collect();
        origins.sort_unstable();
        origins.dedup();
        let title = if title.is_empty() { known.title.clone() } else { title };
        Threat { line: Some(line), title, threats: known.threats.clone(), origins, rating }
    }

    fn vulnerabilities(&mut self, texts: Vec<String>) -> Vec<Vulnerability> {
        self.most("vulnerabilities", "脆弱性", texts.len());
        let mut found: Vec<Vulnerability> = Vec::new();
        for text in texts {
            let text = self.text("vulnerabilities", "脆弱性", text, NAME);
            let vulnerability = match self.catalog.vulnerability(&text) {
                Some(known) => Vulnerability { id: Some(text), title: known.title.clone() },
                None => Vulnerability { id: None, title: text },
            };
            if !vulnerability.title.is_empty() && !found.contains(&vulnerability) {
                found.push(vulnerability);
            }
        }
        found
    }

    fn controls(&mut self, inputs: Vec<ControlInput>) -> Vec<Control> {
        self.most("controls", "管理策", inputs.len());
        let mut controls = Vec::new();
        for (place, input) in inputs.into_iter().enumerate() {
            let title = self.text("controls", "管理策", input.title, NAME);
            if title.is_empty() && input.id.is_empty() {
                continue;
            }
            let field = |part: &str| format!("controls.{place}.{part}");
            let known = self.catalog.control(&input.id);
            if known.is_none() && !input.id.is_empty() {
                self.problem(
                    field("id"),
                    format!("管理策「{}」は附属書Aにありません。5.1〜8.34の番号を選んでください。", input.id),
                );
            }
            let Some(status) = ControlStatus::from_id(&input.status) else {
                self.problem(field("status"), "管理策の『実施状況』を、実施・一部・未実施から選んでください。");
                continue;
            };
            let title =
                if title.is_empty() { known.map(|known| known.title.clone()).unwrap_or_default() } else { title };
            controls.push(Control { id: Some(input.id).filter(|id| !id.is_empty()), title, status });
        }
        controls
    }

    fn most(&mut self, field: &'static str, label: &str, count: usize) {
        if count > ENTRIES {
            self.problem(field, format!("『{label}』は{ENTRIES}件までにしてください。"));
        }
    }
}
