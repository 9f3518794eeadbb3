//! What narrows the log: read from the address, shown as fields, written into links.

use app::AccountId;
use app::audit_log::{Entity, Event, Filter, Place, Who};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

use crate::components::{Choice, FieldErrors, FilterBar, SelectField, TextField, TextKind, Width};

/// Sent as `who` for changes that no account made.
const OPERATOR: &str = "operator";

/// The fields as they stand in the address; empty ones do not matter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    who: String,
    entity: String,
    event: String,
    from: String,
    to: String,
    thing: String,
    request: String,
    before: Option<i64>,
    after: Option<i64>,
}

impl Wanted {
    /// What is looked for; a day that cannot be read goes to `errors` and does not matter.
    pub fn filter(&self, errors: &mut FieldErrors) -> Filter {
        let mut day = |field: &str, label: &str, text: &str| -> Option<Date> {
            if text.trim().is_empty() {
                return None;
            }
            japanese::parse_date(text).map_err(|error| errors.add(field, format!("『{label}』：{error}。"))).ok()
        };
        // What names nobody and nothing finds nothing, rather than everything.
        let nothing = uuid::Uuid::nil();
        let key = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap_or(nothing));
        Filter {
            who: match self.who.as_str() {
                OPERATOR => Some(Who::Operator),
                account => key(account).map(|account| Who::Person(AccountId(account))),
            },
            entity: Entity::from_id(&self.entity),
            event: Event::from_id(&self.event),
            from: day("from", "この日から", &self.from),
            to: day("to", "この日まで", &self.to),
            thing: key(&self.thing),
            request: key(&self.request),
        }
    }

    /// Which part is looked at.
    pub fn place(&self) -> Place {
        match (self.before, self.after) {
            (Some(sequence), _) => Place::Before(sequence),
            (None, Some(sequence)) => Place::After(sequence),
            (None, None) => Place::Newest,
        }
    }

    /// Whether one thing or one go was asked for by a link: it has no field.
    pub fn is_linked(&self) -> bool {
        !self.thing.is_empty() || !self.request.is_empty()
    }

    /// The fields that are set.
    fn set(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let fields = [
            ("who", &self.who),
            ("entity", &self.entity),
            ("event", &self.event),
            ("from", &self.from),
            ("to", &self.to),
            ("thing", &self.thing),
            ("request", &self.request),
        ];
        fields.into_iter().map(|(name, value)| (name, value.as_str())).filter(|(_, value)| !value.is_empty())
    }

    /// The address of another part of the same list.
    pub fn href(&self, place: Place) -> String {
        let mut query = url::form_urlencoded::Serializer::for_suffix(String::from("/audit-log?"), "/audit-log?".len());
        query.extend_pairs(self.set());
        match place {
            Place::Newest => {}
            Place::Before(sequence) => {
                query.append_pair("before", &sequence.to_string());
            }
            Place::After(sequence) => {
                query.append_pair("after", &sequence.to_string());
            }
        }
        query.finish()
    }

    /// The fields that travel along in a form of its own.
    pub fn hidden(&self) -> Markup {
        html! { @for (name, value) in self.set() { input type="hidden" name=(name) value=(value); } }
    }

    /// The line of fields above the list.
    pub fn bar(&self, people: &[(AccountId, String)], errors: &FieldErrors) -> Markup {
        let ids: Vec<String> = people.iter().map(|(account, _)| account.to_string()).collect();
        let mut who: Vec<Choice<'_>> = ids.iter().zip(people).map(|(id, (_, name))| Choice::new(id, name)).collect();
        who.push(Choice::new(OPERATOR, "管理者（コマンド）"));
        let entities = Entity::ALL.map(|entity| Choice::new(entity.id(), entity.title()));
        let events = Event::ALL.map(|event| Choice::new(event.id(), event.title()));
        let select = |name, label, value, choices| {
            SelectField {
                name, label, value, choices, empty: "すべて", width: Width::Full, ..SelectField::default()
            }
            .render(errors)
        };
        let day = |name, label, value| {
            TextField { kind: TextKind::Date, name, label, value, width: Width::Full, ..TextField::default() }
                .render(errors)
        };
        let kept: Vec<(&str, &str)> = [("thing", self.thing.as_str()), ("request", self.request.as_str())]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        FilterBar {
            action: "/audit-log",
            fields: html! {
                (select("who", "だれが", self.who.as_str(), who.as_slice()))
                (select("entity", "何を", self.entity.as_str(), entities.as_slice()))
                (select("event", "操作", self.event.as_str(), events.as_slice()))
                (day("from", "この日から", self.from.as_str()))
                (day("to", "この日まで", self.to.as_str()))
            },
            kept: &kept,
            clear_href: self.set().next().is_some().then_some("/audit-log"),
        }
        .render()
    }
}
