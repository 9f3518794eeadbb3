//! What every picture needs: words that cannot become markup, widths of words, counts as people read them.

/// Every font that may show the words; the first is the one that printed documents carry.
pub(crate) const FONT: &str = "BIZ UDGothic, BIZ UDゴシック, sans-serif";

/// Dark grey: contrast 16.8 on white.
pub(crate) const INK: &str = "1A1A1A";

/// Words for text and attributes. What XML 1.0 cannot hold (control characters, U+FFFE, U+FFFF)
/// becomes U+FFFD, so that nothing is dropped without a trace.
pub(crate) fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A count with separators: `100000` reads `100,000`.
pub fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// Width of words in units at that font size, never less than any of the fonts needs.
pub(crate) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(width_of).sum::<f64>() * size
}

/// Share of the font size that a character is wide: digits 0.6, other Latin letters 0.65 (0.5 in the first font),
/// everything else the whole size.
pub(crate) fn width_of(character: char) -> f64 {
    match character {
        '0'..='9' | ',' => 0.6,
        '\0'..='\u{ff}' => 0.65,
        _ => 1.0,
    }
}

/// Words in one line.
pub(crate) struct Line<'a> {
    pub(crate) words: &'a str,
    /// Where they are anchored.
    pub(crate) x: f64,
    /// Their base line.
    pub(crate) y: f64,
    /// The size they should have; words too long for `room` get a smaller one.
    pub(crate) size: f64,
    /// How wide they may be, in units.
    pub(crate) room: f64,
    /// `start`, `middle` or `end`.
    pub(crate) anchor: &'static str,
    pub(crate) bold: bool,
    /// `RRGGBB`.
    pub(crate) ink: &'a str,
}

impl<'a> Line<'a> {
    /// Words in 20 units, centred on the point.
    pub(crate) fn middle(words: &'a str, (x, y): (f64, f64), room: f64, ink: &'a str) -> Self {
        Self { words, x, y, size: 20.0, room, anchor: "middle", bold: false, ink }
    }

    /// The size at which the words fit.
    pub(crate) fn fitted(&self) -> f64 {
        let wide = width(self.words, self.size);
        if wide <= self.room { self.size } else { self.size * self.room / wide }
    }

    /// As a `<text>` element; nothing for no words.
    pub(crate) fn to_svg(&self) -> String {
        if self.words.is_empty() {
            return String::new();
        }
        format!(
            r##"<text x="{}" y="{}" font-size="{}" text-anchor="{}" font-weight="{}" fill="#{}">{}</text>"##,
            number(self.x),
            number(self.y),
            number(self.fitted()),
            self.anchor,
            if self.bold { 700 } else { 400 },
            escape(self.ink),
            escape(self.words),
        )
    }
}

/// Two decimals at most, none where they say nothing; rounded down so that nothing grows.
pub(crate) fn number(value: f64) -> String {
    let hundredths = (value * 100.0).floor() / 100.0;
    format!("{hundredths}")
}
