//! A computed number with the numbers it comes from, each explained in words.

use maud::{Markup, html};

/// One number of a computation, or a sign between two.
#[derive(Debug, Clone)]
pub enum EquationPart<'a> {
    /// A number.
    Number {
        /// What it is (「重要度」).
        name: &'a str,
        /// The number itself.
        value: &'a str,
        /// Why it is so, in words.
        reason: &'a str,
    },
    /// A sign, as it is read out: 「×」「＝」.
    Sign(&'a str),
}

/// The parts in a line.
pub fn equation(parts: &[EquationPart<'_>]) -> Markup {
    html! {
        div.equation {
            @for part in parts {
                @match part {
                    EquationPart::Number { name, value, reason } => {
                        div { small { (name) } b { (value) } @if !reason.is_empty() { small { (reason) } } }
                    }
                    EquationPart::Sign(sign) => { p.sign { (sign) } }
                }
            }
        }
    }
}
