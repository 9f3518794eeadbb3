//! Which cell styles show their number as a day.

use std::collections::HashMap;

use super::{
    super::{error::ReadError, limits},
    package::Package,
    xml::Event,
};

/// For each cell style, in the order in which cells name it: whether it shows a day.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<bool>);

impl Styles {
    /// Whether cells of a style show their number as a day.
    pub(super) fn is_day(&self, style: Option<usize>) -> bool {
        style.and_then(|style| self.0.get(style)).copied().unwrap_or(false)
    }
}

pub(super) fn read(package: &mut Package, path: &str) -> Result<Styles, ReadError> {
    let mut styles = Styles::default();
    let Some(mut xml) = package.part(path, limits::STYLES_PART)? else { return Ok(styles) };
    let mut own_formats: HashMap<u32, bool> = HashMap::new();
    let mut in_cell_styles = false;
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) => match element.name {
                "numFmt" => {
                    let id = element.attribute_text("numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, element.attribute_text("formatCode")) {
                        own_formats.insert(id, shows_day(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id: Option<u32> = element.attribute_text("numFmtId").and_then(|id| id.parse().ok());
                    let day = id.is_some_and(|id| own_formats.get(&id).copied().unwrap_or_else(|| built_in_day(id)));
                    styles.0.push(day);
                }
                _ => {}
            },
            Event::End("cellXfs") => in_cell_styles = false,
            Event::Over => return Ok(styles),
            _ => {}
        }
        if styles.0.len() > limits::STYLES || own_formats.len() > limits::STYLES {
            return Err(ReadError::Bomb { context: format!("{}: too many styles", xml.name()) });
        }
    }
}

/// Formats that every workbook knows by number; 27 to 36 and 50 to 58 are those of East Asia (和暦).
const fn built_in_day(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58)
}

/// Whether a format such as `yyyy"年"m"月"d"日"` or `[$-ja-JP]ggge年m月d日` shows a year or a day.
///
/// Words in quotes, escaped characters and sections in brackets say nothing; `h:mm` shows no day,
/// and the `E+` of `0.00E+00` is no year.
fn shows_day(code: &str) -> bool {
    if code.eq_ignore_ascii_case("General") || code.ends_with("標準") {
        return false;
    }
    let mut characters = code.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => while characters.next().is_some_and(|inner| inner != '"') {},
            '[' => while characters.next().is_some_and(|inner| inner != ']') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            'y' | 'Y' | 'd' | 'D' | 'g' | 'G' => return true,
            'e' | 'E' if !matches!(characters.peek(), Some('+' | '-')) => return true,
            ';' => break,
            _ => {}
        }
    }
    false
}
