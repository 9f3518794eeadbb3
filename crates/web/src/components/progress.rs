//! How far something is, always with words.

use maud::{Markup, html};

/// What the bar measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Work that goes on (an import).
    #[default]
    Work,
    /// A reached amount (a score, a share).
    Amount,
}

/// `Progress { id: "import", label: "取り込み", value: 620, maximum: 2000, words: "2,000行のうち620行", ..Progress::default() }`
#[derive(Debug, Clone, Copy, Default)]
pub struct Progress<'a> {
    /// What it measures.
    pub measure: Measure,
    /// Its id, unique on the page.
    pub id: &'a str,
    /// What it is about.
    pub label: &'a str,
    /// How far.
    pub value: u64,
    /// Of how much.
    pub maximum: u64,
    /// The same in words.
    pub words: &'a str,
    /// What may be done meanwhile, what it means; empty for none.
    pub note: &'a str,
}

impl Progress<'_> {
    /// The bar with its words.
    pub fn render(&self) -> Markup {
        let maximum = self.maximum.max(1);
        let value = self.value.min(maximum);
        html! {
            div.progress {
                div.progress-words {
                    label.progress-label for=(self.id) { (self.label) }
                    span.progress-value { (self.words) }
                }
                @match self.measure {
                    Measure::Work => { progress id=(self.id) value=(value) max=(maximum) { (self.words) } }
                    Measure::Amount => { meter id=(self.id) value=(value) min="0" max=(maximum) { (self.words) } }
                }
                @if !self.note.is_empty() { p.progress-note { (self.note) } }
            }
        }
    }
}
