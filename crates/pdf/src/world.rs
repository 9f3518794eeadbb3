//! What typst can see: the template, one document as JSON, our fonts, and nothing else.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::{Fonts, fonts};

const DATA: &str = "document.json";

macro_rules! template {
    ($($file:literal),* $(,)?) => {
        &[$(($file, include_str!(concat!("template/", $file)))),*]
    };
}

/// The main file comes first.
static TEMPLATE: &[(&str, &str)] = template!["main.typ", "style.typ", "front.typ", "blocks.typ", "table.typ"];

/// What is the same for all documents.
struct Shelf {
    library: LazyHash<Library>,
    sources: Vec<Source>,
    main: FileId,
    data: FileId,
}

/// The shelf; an error says which path typst did not accept (it accepts them all: see the tests).
fn shelf() -> Result<&'static Shelf, String> {
    static SHELF: OnceLock<Result<Shelf, String>> = OnceLock::new();
    SHELF.get_or_init(Shelf::new).as_ref().map_err(Clone::clone)
}

impl Shelf {
    fn new() -> Result<Self, String> {
        let sources = TEMPLATE
            .iter()
            .map(|(file, text)| Ok(Source::new(id(file)?, (*text).to_owned())))
            .collect::<Result<Vec<_>, String>>()?;
        let main = sources.first().map(Source::id).ok_or("no template")?;
        Ok(Self { library: LazyHash::new(Library::default()), sources, main, data: id(DATA)? })
    }
}

fn id(file: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One document on typst's desk.
pub(crate) struct Desk {
    shelf: &'static Shelf,
    fonts: &'static Fonts,
    data: Bytes,
    today: Option<Datetime>,
}

impl Desk {
    /// `data` is the document as JSON; `today` the day that the template takes for today.
    pub(crate) fn new(data: Vec<u8>, today: Option<Datetime>) -> Result<Self, String> {
        Ok(Self { shelf: shelf()?, fonts: fonts(), data: Bytes::new(data), today })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.shelf.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shelf.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shelf.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
