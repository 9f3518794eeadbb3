//! The Document tree: what a document says, before any format is chosen.
//!
//! Four renderers read it (`docx`, `pdf`, `html`, and `sheet` for xlsx), so nothing in here knows a
//! format, and everything a renderer needs is in here: same tree, same bytes.

use jiff::civil::Date;

/// One document: what stands in its head, and its body from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the head shows.
    pub front: FrontMatter,
    /// The body.
    pub blocks: Vec<Block>,
}

/// The head of a regulation as the seminar's slides draw it: number, category, revision date, scope.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FrontMatter {
    /// Name of the file without ending: lower-case Latin letters, digits and `-`.
    pub id: String,
    /// 組織
    pub organization: String,
    /// 番号 (`ISP-001`).
    pub number: String,
    /// 区分 (`組織的対策`).
    pub category: String,
    /// 表題
    pub title: String,
    /// 改訂日; `None` where nobody has said it yet.
    pub revised_on: Option<Date>,
    /// 適用範囲
    pub scope: String,
    /// 状態 in words: 「草案（未承認）」.
    pub state: String,
    /// Whether a table of contents stands after the head.
    pub contents: bool,
    /// Whether pages lie on their long side (wide tables).
    pub landscape: bool,
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 1 (chapter) to 3.
    Heading {
        /// 1..=3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// One paragraph.
    Paragraph(Text),
    /// 条: a numbered rule.
    Article(Article),
    /// Points, in order (1. 2. 3.) or not (・).
    List {
        /// Whether the order matters.
        ordered: bool,
        /// The points.
        items: Vec<Text>,
    },
    /// A table; its head is repeated on every page.
    Table(Table),
    /// A picture with the same content as a table.
    Figure(Figure),
    /// A box that stands out: a summary, or something still to be done.
    Callout {
        /// Its first line.
        title: String,
        /// What it says.
        body: Vec<Text>,
        /// How it looks.
        tone: Tone,
    },
    /// What follows starts on a new page.
    PageBreak,
}

/// 条: one clause, numbered through the whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Stable id of the clause it came from; anchors and later edits hold on to it.
    pub id: String,
    /// n of 第n条, counted from 1 through the document.
    pub number: u32,
    /// Words in brackets behind the number: 第1条（目的）.
    pub title: String,
    /// The rule: paragraphs, lists and tables.
    pub body: Vec<Block>,
    /// Small lines under the rule: 担当, 記録, 頻度, 助言, 理由.
    pub notes: Vec<Note>,
}

/// A small line under an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What kind of line: 「記録」.
    pub label: &'static str,
    /// What it says.
    pub text: Text,
}

/// Words of one paragraph or cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Inline>);

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// As it is.
    Plain(String),
    /// Stressed.
    Strong(String),
    /// A filled or open blank (赤字).
    Blank(BlankMark),
}

/// A blank as it stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankMark {
    /// The value; for [`BlankState::Missing`] the label of what belongs here.
    pub text: String,
    /// How sure the value is.
    pub state: BlankState,
}

/// How sure a blank's value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlankState {
    /// A person has confirmed it: looks like any other word.
    Confirmed,
    /// The catalog's default, to be confirmed: red and underlined.
    Unconfirmed,
    /// Nothing known: an empty place with its label, red.
    Missing,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows; may be empty.
    pub caption: String,
    /// Left to right.
    pub columns: Vec<Column>,
    /// Top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Words of its head.
    pub title: String,
    /// Share of the width, in parts: a column of 4 is twice as wide as one of 2.
    pub width: u16,
    /// Where its cells' words stand.
    pub align: Align,
}

/// Where words stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Its words.
    pub text: Text,
    /// How it looks.
    pub tone: Tone,
    /// The same as a number, where it is one: spreadsheets keep it countable.
    pub number: Option<i64>,
    /// The same as a day, where it is one and the words are 2027/2/10: spreadsheets sort by it.
    pub day: Option<Date>,
}

/// A picture, with the same content as a table for readers and formats without pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Words under the picture.
    pub caption: String,
    /// A whole `<svg>` element.
    pub svg: String,
    /// What the picture says, in a sentence or two.
    pub alternative: String,
    /// The same content.
    pub table: Table,
}

/// How something looks; colour never carries the meaning alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Like the rest.
    #[default]
    Plain,
    /// 高
    High,
    /// 中
    Medium,
    /// 低
    Low,
    /// To be noticed: blanks still open.
    Attention,
    /// In the background.
    Muted,
}

impl Tone {
    /// Background and ink as `RRGGBB`. The pairs keep a contrast of at least 4.5 (WCAG 2.2 AA).
    pub const fn colors(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Plain => None,
            Self::High => Some(("FDE3E1", "A80000")),
            Self::Medium => Some(("FFF2CC", "6B4E00")),
            Self::Low => Some(("E3EEFC", "0B3F8A")),
            Self::Attention => Some(("FFF8E5", "6B4E00")),
            Self::Muted => Some(("F2F2F2", "4D4D4D")),
        }
    }
}

impl From<method::Band> for Tone {
    fn from(band: method::Band) -> Self {
        match band {
            method::Band::High => Self::High,
            method::Band::Medium => Self::Medium,
            method::Band::Low => Self::Low,
        }
    }
}

impl Text {
    /// Words without stress.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Inline::Plain(words.into())])
    }

    /// All words in one string; a missing blank reads 「〔label〕」.
    pub fn to_plain(&self) -> String {
        self.0.iter().map(Inline::to_plain).collect()
    }
}

impl<S: Into<String>> From<S> for Text {
    fn from(words: S) -> Self {
        Self::plain(words)
    }
}

impl Inline {
    /// The words of this run; a missing blank reads 「〔label〕」.
    pub fn to_plain(&self) -> String {
        match self {
            Self::Plain(words) | Self::Strong(words) => words.clone(),
            Self::Blank(mark) => mark.to_plain(),
        }
    }
}

impl BlankMark {
    /// The words shown; a missing blank reads 「〔label〕」.
    pub fn to_plain(&self) -> String {
        match self.state {
            BlankState::Missing => format!("〔{}〕", self.text),
            BlankState::Confirmed | BlankState::Unconfirmed => self.text.clone(),
        }
    }
}

impl Column {
    /// A column whose words stand at the left.
    pub fn left(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), width, align: Align::Left }
    }

    /// A column whose words stand in the middle: numbers and short marks.
    pub fn center(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), width, align: Align::Center }
    }
}

impl Cell {
    /// A cell of plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { text: Text::plain(words), ..Self::default() }
    }

    /// A number.
    pub fn number(number: impl Into<i64>) -> Self {
        let number = number.into();
        Self { text: Text::plain(number.to_string()), number: Some(number), ..Self::default() }
    }

    /// A day, as tables show it: 2027/2/10; nothing where there is none.
    pub fn day(day: Option<Date>) -> Self {
        let words = day.map(|day| format!("{}/{}/{}", day.year(), day.month(), day.day()));
        Self { text: Text::plain(words.unwrap_or_default()), day, ..Self::default() }
    }

    /// The same cell in another tone.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self { text, ..Self::default() }
    }
}
