//! How cells of written workbooks look.

use document::Tone;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The font: on every Windows since 10, easy to read (BIZ UD ゴシック), fixed width so that columns stay.
const FONT: &str = "BIZ UDゴシック";
const LINES: Color = Color::RGB(0x00B4_B4B4);
const HEAD: Color = Color::RGB(0x00E8_ECF2);
const COMPUTED: Color = Color::RGB(0x00F5_F5F5);
const MUTED: Color = Color::RGB(0x004D_4D4D);

/// The formats of a register.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) remark: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) center: Format,
    pub(super) date: Format,
    /// Numbers that matter. Lines take their height from the largest letters in them, so these make
    /// lines of one line of text a little airy, and lines still grow with their texts.
    pub(super) large: Format,
    /// Cells that formulas fill, just as large.
    pub(super) computed: Format,
    pub(super) section: Format,
    /// The number of a step.
    pub(super) number: Format,
    pub(super) plain: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name(FONT).set_font_size(10);
        let cell = base.clone().set_border(FormatBorder::Thin).set_border_color(LINES);
        let cell = cell.set_align(FormatAlign::VerticalCenter);
        let center = cell.clone().set_align(FormatAlign::Center);
        Self {
            title: base.clone().set_bold().set_font_size(16),
            remark: base.clone().set_font_color(MUTED),
            head: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color(HEAD)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            text: cell.clone().set_text_wrap().set_align(FormatAlign::Left).set_indent(1),
            date: center.clone().set_num_format("yyyy/m/d"),
            computed: center.clone().set_background_color(COMPUTED).set_font_size(12),
            large: center.clone().set_font_size(12),
            center,
            section: base.clone().set_bold().set_font_size(12),
            number: base.clone().set_align(FormatAlign::Center).set_align(FormatAlign::Top),
            plain: base.set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// Background and ink of a tone, for conditional formats.
pub(super) fn toned(tone: Tone) -> Format {
    let color = |hexadecimal: &str| u32::from_str_radix(hexadecimal, 16).map_or(Color::Default, Color::RGB);
    match tone.colors() {
        Some((background, ink)) => {
            Format::new().set_background_color(color(background)).set_font_color(color(ink)).set_bold()
        }
        None => Format::new(),
    }
}
