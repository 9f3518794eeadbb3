//! The rules of a document under its headings, folded until one wants to read them.

use catalog::{Catalog, Clause, Kind, Section, Tier};
use maud::{Markup, html};

use super::rule_text::rule_text;
use crate::components::{State as Tone, state};
use crate::knowledge::entry_href;

/// The headings with their rules; of one tier alone, or of all.
pub(super) fn rules(catalog: &Catalog, sections: &[Section], clauses: &[Clause], tier: Option<Tier>) -> Markup {
    let of = |section: &Section| -> Vec<&Clause> {
        let stands = |clause: &&Clause| {
            clause.section == section.id && section.takes(clause.tier) && tier.is_none_or(|tier| clause.tier == tier)
        };
        clauses.iter().filter(stands).collect()
    };
    html! {
        @for (section, own) in sections.iter().map(|section| (section, of(section))).filter(|(_, own)| !own.is_empty()) {
            details.fold {
                summary { h3 { (section.title) span.count { (own.len()) "条" } } }
                ul.rules role="list" { @for clause in own { li { (rule(catalog, clause, tier.is_none())) } } }
            }
        }
    }
}

fn rule(catalog: &Catalog, clause: &Clause, with_tier: bool) -> Markup {
    html! {
        p.entry-name {
            a href=(entry_href(Kind::Clause, &clause.id)) { (clause.title) }
            @if with_tier { " " (state(tone(clause.tier), clause.tier.title())) }
        }
        p { (rule_text(catalog, clause)) }
    }
}

/// Standards and procedures differ at a glance.
pub(super) const fn tone(tier: Tier) -> Tone {
    match tier {
        Tier::BasicPolicy => Tone::Success,
        Tier::Standard => Tone::Information,
        Tier::Procedure => Tone::Neutral,
    }
}

/// How many rules of a tier there are.
pub(super) fn count(clauses: &[Clause], tier: Tier) -> usize {
    clauses.iter().filter(|clause| clause.tier == tier).count()
}
