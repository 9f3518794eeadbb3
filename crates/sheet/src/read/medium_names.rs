//! Which of the six media a company's own words mean.

use std::collections::HashMap;

use japanese::matching_key;
use method::Medium;

/// The words for the six media: the catalog's, then the company's own.
#[derive(Debug, Clone)]
pub struct MediumNames {
    /// Key of a name to its medium; later names win.
    exact: HashMap<String, Medium>,
    /// All keys, longest first; `None` for words that may mean several media.
    words: Vec<(String, Option<Medium>)>,
}

/// Why words mean no medium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediumProblem {
    /// They may mean several; the ones that come to mind, in the guideline's order.
    Ambiguous(Vec<Medium>),
    /// We do not know them.
    Unknown,
}

/// Words in the column 媒体・保存先 that mean no medium for sure: a person has to say which one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownMedium {
    /// As they are written.
    pub words: String,
    /// The media that come to mind; empty where none does.
    pub candidates: Vec<Medium>,
    /// In how many lines they stand.
    pub lines: u32,
}

impl Default for MediumNames {
    fn default() -> Self {
        Self::new([], [])
    }
}

impl MediumNames {
    /// Names and their media, and words that may mean several media (ノートPC). A name that comes
    /// later wins over the same name before it and over an ambiguous word, so that the company's own
    /// names go last. The six titles always mean themselves.
    pub fn new(names: impl IntoIterator<Item = (String, Medium)>, ambiguous: impl IntoIterator<Item = String>) -> Self {
        let mut exact = HashMap::new();
        for (name, medium) in names {
            exact.insert(medium_key(&name), medium);
        }
        for medium in Medium::ALL {
            exact.insert(medium_key(medium.title()), medium);
        }
        exact.remove("");
        let unclear = ambiguous.into_iter().map(|word| medium_key(&word)).filter(|key| !key.is_empty());
        let unclear: Vec<_> = unclear.filter(|key| !exact.contains_key(key)).map(|key| (key, None)).collect();
        let mut words: Vec<(String, Option<Medium>)> =
            exact.iter().map(|(key, medium)| (key.clone(), Some(*medium))).chain(unclear).collect();
        words.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        words.dedup_by(|a, b| a.0 == b.0);
        Self { exact, words }
    }

    /// The medium that a cell means: 「人事担当者のPC」 is 事務所PC.
    ///
    /// A name that is the whole cell wins. Otherwise every word in the cell counts, except those that
    /// lie inside a longer one (PC in ノートPC), and all of them must mean one medium.
    ///
    /// # Errors
    /// [`MediumProblem`] where they mean none or several.
    pub fn resolve(&self, cell: &str) -> Result<Medium, MediumProblem> {
        let key = medium_key(cell);
        if let Some(medium) = self.exact.get(&key) {
            return Ok(*medium);
        }
        if let Some(medium) = self.titled(&key) {
            return Ok(medium);
        }
        let found = self.occurrences(&key);
        let outermost = found.iter().filter(|inner| !found.iter().any(|outer| outer.contains(inner)));
        let meanings: Vec<Option<Medium>> =
            outermost.map(|occurrence| occurrence.medium.filter(|_| occurrence.clear)).collect();
        match meanings.as_slice() {
            [] => Err(MediumProblem::Unknown),
            [Some(Medium::Paper), ..] if is_digital_too(&key, &found) => {
                Err(MediumProblem::Ambiguous(named_media(&found)))
            }
            [Some(first), rest @ ..] if rest.iter().all(|medium| *medium == Some(*first)) => Ok(*first),
            _ => Err(MediumProblem::Ambiguous(named_media(&found))),
        }
    }

    /// 「社外サーバー（ホームページ）」: one of the six titles, and in brackets what the company calls it, as long as that
    /// names no other medium.
    fn titled(&self, key: &str) -> Option<Medium> {
        let (title, rest) = key.split_once('(')?;
        let called = rest.strip_suffix(')')?;
        let medium = Medium::ALL.into_iter().find(|medium| medium_key(medium.title()) == title)?;
        let found = self.occurrences(called);
        let is_other = found.iter().any(|known| known.medium.is_some_and(|named| named != medium));
        let is_both = medium == Medium::Paper && is_digital_too(called, &found);
        (!is_other && !is_both).then_some(medium)
    }

    fn occurrences(&self, key: &str) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for (word, medium) in &self.words {
            for (start, _) in key.match_indices(word.as_str()) {
                let end = start + word.len();
                let clear = medium.is_some() && stands_alone(key, start, end);
                found.push(Occurrence { start, end, medium: *medium, clear });
            }
        }
        found
    }
}

impl MediumProblem {
    /// Goes on from 「の値『…』は」 and names the six media.
    pub(super) fn explanation(&self) -> String {
        let six = six();
        match self {
            Self::Unknown => format!("どの媒体か分かりません。{six}のどれかを書いてください。"),
            Self::Ambiguous(candidates) => {
                let candidates: Vec<_> = candidates.iter().map(|medium| medium.title()).collect();
                let hint = match candidates.as_slice() {
                    [] | [_] => String::new(),
                    several => format!("（{}が考えられます）", several.join("と")),
                };
                format!("どの媒体か決められません{hint}。{six}のどれかを書いてください。")
            }
        }
    }
}

/// Why a cell that only points at the line above names no medium; goes on from 「の値『〃』は」. Nobody can say
/// once for all which medium such a mark means.
pub(super) fn ditto(cell: &str) -> Option<String> {
    let kind = match cell.trim().trim_matches(['(', ')', '（', '）']) {
        "〃" | "″" | "”" | "\"" | "〟" | "々" | "仝" => "記号",
        "同上" | "上に同じ" | "上と同じ" => "言葉",
        _ => return None,
    };
    Some(format!("上の行と同じという意味の{kind}なので、読めません。上の行の値をそのまま書いてください。"))
}

/// The titles of the six media, for messages.
pub(super) fn six() -> String {
    Medium::ALL.map(Medium::title).join("、")
}

/// A known word in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Occurrence {
    start: usize,
    end: usize,
    /// What it may mean.
    medium: Option<Medium>,
    /// Whether it means that for sure.
    clear: bool,
}

impl Occurrence {
    /// Whether `inner` lies inside this one and is shorter.
    fn contains(&self, inner: &Self) -> bool {
        self.start <= inner.start && inner.end <= self.end && self.end - self.start > inner.end - inner.start
    }
}

/// The media that the words in a cell may mean, in the guideline's order.
fn named_media(found: &[Occurrence]) -> Vec<Medium> {
    let is_named = |medium: &Medium| found.iter().any(|occurrence| occurrence.medium == Some(*medium));
    Medium::ALL.into_iter().filter(is_named).collect()
}

/// Whether a cell speaks of more than paper outside the words that we know: 紙・電子, 書類（電子）.
fn is_digital_too(key: &str, found: &[Occurrence]) -> bool {
    let is_known = |start: usize, end: usize| found.iter().any(|known| known.start <= start && end <= known.end);
    let mut words = ["電子", "デジタル"].into_iter().flat_map(|word| key.match_indices(word));
    words.any(|(start, word)| !is_known(start, start + word.len()))
}

/// Where Latin letters go on beyond a word it may be part of another one: USB in `usb2` is clear, PC in
/// `npc` has to be asked about.
fn stands_alone(key: &str, start: usize, end: usize) -> bool {
    let (before, word, after) = (&key[..start], &key[start..end], &key[end..]);
    let is_letter = |character: char| character.is_ascii_alphabetic();
    let joined =
        |edge: Option<char>, neighbour: Option<char>| edge.is_some_and(is_letter) && neighbour.is_some_and(is_letter);
    !joined(word.chars().next(), before.chars().next_back()) && !joined(word.chars().next_back(), after.chars().next())
}

/// The matching key, in which サーバ and サーバー, フォルダ and フォルダー are the same: a long-vowel mark
/// counts only between two katakana that are no such word.
fn medium_key(text: &str) -> String {
    let mut key = matching_key(text);
    for word in ["サーバ", "フォルダ", "コンピュータ", "メモリ", "ユーザ", "プリンタ"] {
        let long = format!("{word}ー");
        if key.contains(&long) {
            key = key.replace(&long, word);
        }
    }
    let characters: Vec<char> = key.chars().collect();
    let is_katakana = |character: Option<&char>| character.is_some_and(|character| ('ァ'..='ヺ').contains(character));
    let kept = characters.iter().enumerate().filter(|(at, character)| {
        **character != 'ー' || !is_katakana(characters.get(at.wrapping_sub(1))) || is_katakana(characters.get(at + 1))
    });
    kept.map(|(_, character)| character).collect()
}
