//! What a record of a risk changed, field by field, in words.

use catalog::Catalog;
use serde_json::Value;

use super::{Content, ControlStatus, Subject};
use crate::audit_log::FieldChange;
use crate::treatment::{Decision, Task};
use jiff::civil::Date;
use method::Rating;

/// The fields that differ between two contents. One that is absent differs in all that is not empty.
/// `None` where a state cannot be read as a content.
pub(crate) fn describe(catalog: &Catalog, before: Option<&Value>, after: Option<&Value>) -> Option<Vec<FieldChange>> {
    let read = |state: Option<&Value>| -> serde_json::Result<Vec<(String, String)>> {
        let content: Option<Content> = state.cloned().map(serde_json::from_value).transpose()?;
        Ok(content.map(|content| words(catalog, &content)).unwrap_or_default())
    };
    let (before, after) = (read(before).ok()?, read(after).ok()?);
    let labels = before.iter().chain(&after).map(|(label, _)| label);
    let mut order: Vec<&String> = Vec::new();
    for label in labels {
        if !order.contains(&label) {
            order.push(label);
        }
    }
    let of = |state: &[(String, String)], label: &String| {
        state.iter().find(|(known, _)| known == label).map(|(_, words)| words.clone()).unwrap_or_default()
    };
    let changes = order.into_iter().map(|label| FieldChange {
        label: label.clone(),
        before: of(&before, label),
        after: of(&after, label),
    });
    Some(changes.filter(|change| change.before != change.after).collect())
}

/// Every field with a value, in the order of the screen.
fn words(catalog: &Catalog, content: &Content) -> Vec<(String, String)> {
    let rating = |rating: Option<Rating>| rating.map(|rating| rating.to_string()).unwrap_or_default();
    let date = |date: Option<Date>| date.map(day).unwrap_or_default();
    let mut fields = Vec::new();
    let mut add = |label: &str, words: String| {
        if !words.is_empty() {
            fields.push((label.to_owned(), words));
        }
    };
    if let Subject::Event(event) = &content.subject {
        add("困ること", event.name.clone());
        add("ふりがな", event.name_reading.clone());
        add("説明", event.explanation.clone());
        add("機密性", event.confidentiality.to_string());
        add("完全性", event.integrity.to_string());
        add("可用性", event.availability.to_string());
        add("存続への影響", if event.survival { "あり".into() } else { String::new() });
        add(
            "関わる情報資産",
            if event.assets.is_empty() { String::new() } else { format!("{}件", event.assets.len()) },
        );
    }
    add("脅威", content.threat.title.clone());
    add("起源", content.threat.origins.iter().map(|origin| origin.title()).collect::<Vec<_>>().join("、"));
    add("起こりやすさ", rating(content.threat.rating));
    let weaknesses = content.vulnerabilities.iter().map(|found| found.title.as_str());
    add("脆弱性", weaknesses.collect::<Vec<_>>().join("、"));
    add("つけ込みやすさ", rating(content.vulnerability_rating));
    add("被害発生可能性", rating(content.likelihood));
    add("被害", content.consequence.clone());
    let control = |id: &Option<String>, title: &str, status: ControlStatus| match id {
        Some(id) => format!("{id} {title}（{}）", status.title()),
        None => format!("{title}（{}）", status.title()),
    };
    let controls = content.controls.iter().map(|found| control(&found.id, &found.title, found.status));
    add("管理策", controls.collect::<Vec<_>>().join("、"));
    add("リスク所有者", content.owner_name.clone());
    add("備考", content.remarks.clone());
    add("見直し予定日", date(content.review_on));
    if let Some(decision) = &content.decision {
        for (label, words) in decision_words(catalog, decision) {
            add(label, words);
        }
    }
    if let Some(approval) = &content.approval {
        add("承認", format!("{}（{}）", approval.name, day(approval.at.in_japan().date())));
        add("承認の理由", approval.reason.clone());
        add("承認：見直す日", date(approval.review_on));
    }
    fields
}

fn decision_words(catalog: &Catalog, decision: &Decision) -> Vec<(&'static str, String)> {
    let date = |date: Option<Date>| date.map(day).unwrap_or_default();
    let task = |task: &Task| {
        let control = task.control.as_deref().and_then(|id| catalog.control(id));
        let control = control.map(|control| format!("{} ", control.id)).unwrap_or_default();
        let parts = [task.responsible.clone(), date(task.due_on), task.status.title().to_owned()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{control}{}（{}）", task.what, parts.join("、"))
    };
    vec![
        ("対応", decision.treatment.title().to_owned()),
        ("対応の理由", decision.reason.clone()),
        ("方法", decision.means.clone()),
        ("対応後の見込み", decision.expected.map(|rating| rating.to_string()).unwrap_or_default()),
        ("受容：見直す日", date(decision.review_on)),
        ("すること", decision.tasks.iter().map(task).collect::<Vec<_>>().join("、")),
        ("差し戻し", decision.sent_back.clone()),
    ]
}

/// As screens show a day: 2027/2/10.
fn day(date: Date) -> String {
    format!("{}/{}/{}", date.year(), date.month(), date.day())
}
