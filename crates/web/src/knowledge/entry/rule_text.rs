//! The text of a rule, with its blanks marked: what the company decides stands out, with a value to begin with.

use catalog::{Blank, BlankValue, Catalog, Clause, Part, Template};
use maud::{Markup, html};

/// The rule. Roles carry their titles, the company is 当社.
pub(super) fn rule_text(catalog: &Catalog, clause: &Clause) -> Markup {
    let Template(parts) = &clause.text;
    html! {
        @for part in parts {
            @match part {
                Part::Words(words) => { (words) }
                Part::Role(id) => { (catalog.role(id).map_or(id.as_str(), |role| &role.title)) }
                Part::Organization => { "当社" }
                Part::Blank(name) => { (blank(find(catalog, clause, name), name)) }
            }
        }
    }
}

/// The blank of that name: the clause's own, or `clause.blank` of another one.
fn find<'a>(catalog: &'a Catalog, clause: &'a Clause, name: &str) -> Option<&'a Blank> {
    let (owner, name) = match name.rsplit_once('.') {
        Some((owner, name)) if owner != clause.id => (catalog.clause(owner)?, name),
        Some((_, name)) => (clause, name),
        None => (clause, name),
    };
    owner.blanks.iter().find(|blank| blank.name == name)
}

fn blank(blank: Option<&Blank>, name: &str) -> Markup {
    let label = blank.map_or(name, |blank| &blank.label);
    let value = blank.and_then(|blank| blank.default_value()).and_then(Result::ok);
    html! {
        span.blank-mark {
            span.visually-hidden { "空欄：" }
            (label)
            @if let Some(BlankValue::Words(words)) = value { "（例：" (words) "）" }
        }
    }
}
