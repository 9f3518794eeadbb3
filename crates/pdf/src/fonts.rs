//! The fonts that every PDF is set in: part of the program, so that a document looks the same
//! everywhere. `scripts/make-fonts` makes the subsets; fonts/README.md says where all come from.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// A font file inside the program.
#[derive(Debug, Clone, Copy)]
pub struct EmbeddedFont {
    /// Name of the file under `fonts/`.
    pub file: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

macro_rules! embedded {
    ($($file:literal),* $(,)?) => {
        &[$(EmbeddedFont { file: $file, bytes: include_bytes!(concat!("../fonts/", $file)) }),*]
    };
}

static EMBEDDED: &[EmbeddedFont] = embedded![
    "BIZUDGothic-Regular.ttf",
    "BIZUDGothic-Bold.ttf",
    "BIZUDMincho-Regular.ttf",
    "BIZUDPGothic-Regular-Latin.ttf",
    "BIZUDPGothic-Bold-Latin.ttf",
    "BIZUDPMincho-Regular-Latin.ttf",
    "NotoSansCJKjp-Regular-Names.otf",
    "DejaVuSans-Signs.ttf",
];

/// The fonts inside the program.
pub fn embedded_fonts() -> &'static [EmbeddedFont] {
    EMBEDDED
}

/// The same, parsed once per process.
pub(crate) struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

/// The parsed fonts.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let fonts: Vec<Font> = EMBEDDED.iter().flat_map(|font| Font::iter(Bytes::new(font.bytes))).collect();
        Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    })
}
