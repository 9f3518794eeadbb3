//! How cells look, as few formats as possible: every look is made once.

use std::collections::HashMap;

use document::{Align, Tone};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

use super::words::Stress;

/// Fixed-width, made for reading; where it is missing, the character set makes spreadsheets take
/// another Japanese font.
const FONT: &str = "BIZ UDゴシック";
const FAMILY_MODERN: u8 = 3;
const CHARSET_JAPANESE: u8 = 128;

/// Background of heads.
pub(super) const HEAD: &str = "E8EEF7";
/// Ink of open blanks.
const RED: &str = "CE0000";
/// Ink of links, and the line under chapters.
pub(super) const BLUE: &str = "0017C1";
/// Ink of small print.
pub(super) const QUIET: &str = "4D4D4D";
const LINE: &str = "B3B3B3";

/// Lines around a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Border {
    #[default]
    None,
    /// All four sides.
    Thin,
    /// A thick one below: chapters.
    Below,
}

/// How a cell looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Look {
    /// Size in half points: 21 is 10.5.
    pub(super) size: u8,
    pub(super) bold: bool,
    pub(super) underline: bool,
    /// `RRGGBB`.
    pub(super) ink: Option<&'static str>,
    /// `RRGGBB`.
    pub(super) fill: Option<&'static str>,
    pub(super) align: Align,
    /// Words stand in the middle of the row's height instead of at its top.
    pub(super) middle: bool,
    pub(super) indent: u8,
    pub(super) border: Border,
    /// Words that would be a formula if someone typed them: they stay words when the cell is edited.
    pub(super) quoted: bool,
    /// Number format.
    pub(super) number: Option<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            size: 21,
            bold: false,
            underline: false,
            ink: None,
            fill: None,
            align: Align::Left,
            middle: false,
            indent: 0,
            border: Border::None,
            quoted: false,
            number: None,
        }
    }
}

impl Look {
    /// A cell of a table.
    pub(super) fn cell(align: Align) -> Self {
        let indent = u8::from(align != Align::Center);
        Self { align, indent, middle: true, border: Border::Thin, ..Self::default() }
    }

    /// The head of a column, or a label.
    pub(super) fn head(align: Align) -> Self {
        Self { bold: true, fill: Some(HEAD), ..Self::cell(align) }
    }

    /// The same with the colours of a tone; bands are bold.
    pub(super) fn toned(self, tone: Tone) -> Self {
        let Some((fill, ink)) = tone.colors() else { return self };
        let bold = self.bold || !matches!(tone, Tone::Muted);
        Self { fill: Some(fill), ink: Some(ink), bold, ..self }
    }

    /// Only the font of it.
    pub(super) fn font(&self) -> Format {
        let mut format = Format::new()
            .set_font_name(FONT)
            .set_font_family(FAMILY_MODERN)
            .set_font_charset(CHARSET_JAPANESE)
            .set_font_size(f64::from(self.size) / 2.0);
        if self.bold {
            format = format.set_bold();
        }
        if self.underline {
            format = format.set_underline(FormatUnderline::Single);
        }
        if let Some(ink) = self.ink {
            format = format.set_font_color(color(ink).as_str());
        }
        format
    }

    fn format(&self) -> Format {
        let mut format = self.font().set_text_wrap();
        format = format.set_align(if self.middle { FormatAlign::VerticalCenter } else { FormatAlign::Top });
        format = match self.align {
            Align::Left => format.set_align(FormatAlign::Left),
            Align::Center => format.set_align(FormatAlign::Center),
            Align::Right => format.set_align(FormatAlign::Right),
        };
        if self.indent > 0 {
            format = format.set_indent(self.indent);
        }
        if let Some(fill) = self.fill {
            format = format.set_background_color(color(fill).as_str());
        }
        format = match self.border {
            Border::None => format,
            Border::Thin => format.set_border(FormatBorder::Thin).set_border_color(color(LINE).as_str()),
            Border::Below => {
                format.set_border_bottom(FormatBorder::Medium).set_border_bottom_color(color(BLUE).as_str())
            }
        };
        if self.quoted {
            format = format.set_quote_prefix();
        }
        match &self.number {
            Some(number) => format.set_num_format(number),
            None => format,
        }
    }
}

fn color(hex: &str) -> String {
    format!("#{hex}")
}

/// Every look that was asked for, made once.
#[derive(Debug, Default)]
pub(super) struct Looks {
    cells: HashMap<Look, Format>,
}

impl Looks {
    pub(super) fn of(&mut self, look: &Look) -> &Format {
        if !self.cells.contains_key(look) {
            self.cells.insert(look.clone(), look.format());
        }
        &self.cells[look]
    }

    /// The font of a run in a cell of that look.
    pub(super) fn run(look: &Look, stress: Stress) -> Format {
        let run = match stress {
            Stress::None => look.clone(),
            Stress::Strong => Look { bold: true, ..look.clone() },
            Stress::Unconfirmed => Look { bold: true, underline: true, ink: Some(RED), ..look.clone() },
            Stress::Missing => Look { bold: true, ink: Some(RED), ..look.clone() },
        };
        run.font()
    }
}
