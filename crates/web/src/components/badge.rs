//! Short marks: a risk's band with its number, a state. The words carry the meaning, the colour helps.

use maud::{Markup, html};

/// The band that a risk level falls into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// 高
    High,
    /// 中
    Middle,
    /// 低
    Low,
}

impl Band {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Band::High => "高",
            Band::Middle => "中",
            Band::Low => "低",
        }
    }

    /// The class that colours a badge or a cell of the heat map.
    pub fn class(self) -> &'static str {
        match self {
            Band::High => "band-high",
            Band::Middle => "band-middle",
            Band::Low => "band-low",
        }
    }
}

/// A band with a number beside it (「高 6」).
pub fn band(band: Band, number: impl std::fmt::Display) -> Markup {
    html! { span class={ "badge " (band.class()) } { (band.word()) " " (number.to_string()) } }
}

/// The tone of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not begun, not concerned.
    Neutral,
    /// In progress.
    Information,
    /// Done.
    Success,
    /// Waits, soon due.
    Warning,
    /// Failed, overdue.
    Error,
}

/// A state in a word (「承認待ち」).
pub fn state(tone: State, word: &str) -> Markup {
    let class = match tone {
        State::Neutral => "badge state state-neutral",
        State::Information => "badge state state-information",
        State::Success => "badge state state-success",
        State::Warning => "badge state state-warning",
        State::Error => "badge state state-error",
    };
    html! { span class=(class) { (word) } }
}
