//! The look: values of the Digital Agency Design System, as one inline style sheet.

use document::Tone;
use maud::{Markup, PreEscaped, html};

const SCREEN: &str = include_str!("screen.css");
const PRINT: &str = include_str!("print.css");

const TONES: [Tone; 5] = [Tone::High, Tone::Medium, Tone::Low, Tone::Attention, Tone::Muted];

/// The style sheet; nothing of the document is in it but the side of the paper.
pub(crate) fn style(landscape: bool) -> Markup {
    let mut tones = String::new();
    for tone in TONES {
        if let Some((fill, ink)) = tone.colors() {
            tones.push_str(&format!(".{}{{--fill:#{fill};--tone:#{ink}}}\n", tone_class(tone)));
        }
    }
    let paper = if landscape { "@page{size:A4 landscape}" } else { "@page{size:A4 portrait}" };
    html! { style { (PreEscaped(SCREEN)) (PreEscaped(tones)) (PreEscaped(PRINT)) (PreEscaped(paper)) } }
}

/// Class of a tone; none for plain.
pub(crate) const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::High => "high",
        Tone::Medium => "medium",
        Tone::Low => "low",
        Tone::Attention => "attention",
        Tone::Muted => "muted",
    }
}

/// The band that a colour stands for, for everybody who does not see it.
pub(crate) const fn tone_word(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::High => Some("高"),
        Tone::Medium => Some("中"),
        Tone::Low => Some("低"),
        Tone::Plain | Tone::Attention | Tone::Muted => None,
    }
}
