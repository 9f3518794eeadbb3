//! What a record changed, field by field, in words.

use std::collections::BTreeSet;

use catalog::{Catalog, Profile};
use jiff::civil::Date;
use serde_json::Value;

use super::{Entity, labels};
use crate::asset::{self, Field, Snapshot};
use crate::organization::{USUAL_REPEAT, criteria_in_words, read_criteria};
use crate::token::TokenScope;
use crate::{Instant, Role};

/// One field that a record changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name.
    pub label: String,
    /// The value before, for people; empty where there was none.
    pub before: String,
    /// The value after, for people; empty where there is none.
    pub after: String,
}

impl FieldChange {
    fn new(label: impl Into<String>, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { label: label.into(), before: before.into(), after: after.into() }
    }
}

/// Names of things that snapshots only point to.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// Departments: id and name.
    pub departments: Vec<(String, String)>,
}

/// The fields that differ between two states of a thing. A state that is absent differs in all that is not empty.
pub(super) fn describe(
    catalog: &Catalog,
    names: &Names,
    entity: Entity,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Vec<FieldChange> {
    if entity == Entity::Asset
        && let (Ok(before), Ok(after)) = (snapshot(before), snapshot(after))
    {
        return assets(before, after);
    }
    if entity == Entity::Risk
        && let Some(changes) = crate::risk::describe(catalog, before, after)
    {
        return changes;
    }
    let mut keys: Vec<&String> =
        [before, after].into_iter().flatten().filter_map(Value::as_object).flat_map(|object| object.keys()).collect();
    keys.sort_by_key(|key| (labels::order(entity, key), *key));
    keys.dedup();
    let mut changes = Vec::new();
    for key in keys.into_iter().filter(|key| !labels::SILENT.contains(&key.as_str())) {
        let value = |state: Option<&Value>| state.and_then(|state| state.get(key)).cloned().unwrap_or(Value::Null);
        let (old, new) = (value(before), value(after));
        if old == new {
            continue;
        }
        if (entity, key.as_str()) == (Entity::Organization, "profile") {
            changes.extend(profile(catalog, &old, &new));
        } else {
            let words = |value: &Value| in_words(names, entity, key, value);
            changes.push(FieldChange::new(labels::label(entity, key), words(&old), words(&new)));
        }
    }
    changes
}

fn snapshot(state: Option<&Value>) -> serde_json::Result<Option<Snapshot>> {
    state.map(|state| serde_json::from_value(state.clone())).transpose()
}

fn assets(before: Option<Snapshot>, after: Option<Snapshot>) -> Vec<FieldChange> {
    if let (Some(before), Some(after)) = (&before, &after) {
        let changes = asset::differences(before, after).into_iter();
        return changes
            .map(|change| FieldChange::new(change.field.title(), change.before.as_str(), change.after.as_str()))
            .collect();
    }
    let Some(only) = before.as_ref().or(after.as_ref()) else { return Vec::new() };
    let fields = Field::ALL.into_iter().chain(only.extra.keys().cloned().map(Field::Extra));
    let filled = fields
        .map(|field| (field.title().to_owned(), field.value(only).into_owned()))
        .filter(|(_, value)| !value.is_empty());
    filled
        .map(
            |(label, value)| {
                if before.is_some() { FieldChange::new(label, value, "") } else { FieldChange::new(label, "", value) }
            },
        )
        .collect()
}

/// The profile's answers, question by question; as it stands where it cannot be read.
fn profile(catalog: &Catalog, before: &Value, after: &Value) -> Vec<FieldChange> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (Ok(old), Ok(new)) = (Profile::parse(&text(before), catalog), Profile::parse(&text(after), catalog)) else {
        return vec![FieldChange::new("会社の状況", text(before), text(after))];
    };
    let mut changes = Vec::new();
    let mut compare = |label: &str, of: &dyn Fn(&Profile) -> Option<String>| {
        let (before, after) = (of(&old).unwrap_or_default(), of(&new).unwrap_or_default());
        if before != after {
            changes.push(FieldChange::new(label, before, after));
        }
    };
    for question in &catalog.questions {
        compare(&question.label, &|profile| profile.text(&question.id));
    }
    for measure in &catalog.measures {
        let words = |profile: &Profile| {
            let rating = profile.measure(&measure.id)?;
            measure.answers().into_iter().find(|(known, _)| *known == rating).map(|(_, meaning)| meaning.to_owned())
        };
        compare(&measure.title, &words);
    }
    for line in &catalog.lines {
        let label = format!("起こりやすさ「{}：{}」", line.medium.title(), line.title);
        compare(&label, &|profile| profile.threat(&line.id).map(|rating| rating.to_string()));
    }
    for role in &catalog.roles {
        compare(&role.title, &|profile| profile.role(&role.id).map(str::to_owned));
    }
    let blanks: BTreeSet<&str> = old.blanks().chain(new.blanks()).map(|(id, _)| id).collect();
    for blank in blanks {
        compare(&format!("文書の空欄「{blank}」"), &|profile| profile.blank(blank).map(ToString::to_string));
    }
    let media: BTreeSet<&str> = old.media().chain(new.media()).map(|(word, _)| word).collect();
    for word in media {
        let medium =
            |profile: &Profile| profile.media().find(|(known, _)| *known == word).map(|(_, medium)| medium.to_owned());
        compare(&format!("媒体の書き方「{word}」"), &medium);
    }
    changes
}

/// A value as people read it.
fn in_words(names: &Names, entity: Entity, key: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "はい" } else { "いいえ" }.to_owned(),
        Value::Number(number) => match number.as_i64() {
            Some(moment) if key.ends_with("_at") => moment_in_words(Instant(moment)),
            _ => number.to_string(),
        },
        Value::String(text) => match key {
            "medium" => method::Medium::from_id(text).map_or(text.clone(), |medium| medium.title().to_owned()),
            "scope" => TokenScope::from_id(text).map_or(text.clone(), |scope| scope.title().to_owned()),
            "role" => Role::from_id(text).map_or(text.clone(), |role| role.title().to_owned()),
            "department" => {
                let known = names.departments.iter().find(|(id, _)| id == text);
                known.map_or_else(|| text.clone(), |(_, name)| name.clone())
            }
            _ if key.ends_with("_on") => text.parse::<Date>().map_or_else(|_| text.clone(), day_in_words),
            _ => text.clone(),
        },
        Value::Array(values) => {
            values.iter().map(|value| in_words(names, entity, key, value)).collect::<Vec<_>>().join("、")
        }
        Value::Object(_) if key == "criteria" => read_criteria(value).map_or_else(
            |_| value.to_string(),
            |(criteria, months)| match months {
                USUAL_REPEAT => criteria_in_words(&criteria),
                months => format!("{}。アセスメントは{months}か月ごと", criteria_in_words(&criteria)),
            },
        ),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| (key, in_words(names, entity, key, value)));
            let filled = fields.filter(|(_, value)| !value.is_empty());
            filled.map(|(key, value)| format!("{}：{value}", labels::label(entity, key))).collect::<Vec<_>>().join("、")
        }
    }
}

/// As screens show a day: 2027/2/10.
fn day_in_words(day: Date) -> String {
    format!("{}/{}/{}", day.year(), day.month(), day.day())
}

/// 2026年11月24日 9:05:07, in Japan.
pub(crate) fn moment_in_words(moment: Instant) -> String {
    let moment = moment.in_japan();
    format!("{} {}:{:02}:{:02}", japanese::format_date(moment.date()), moment.hour(), moment.minute(), moment.second())
}
