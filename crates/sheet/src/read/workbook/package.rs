//! The archive that a workbook is: its parts, inflated against limits.

use std::{
    collections::HashMap,
    io::{BufReader, Read},
};

use zip::{ZipArchive, read::ZipFile, result::ZipError};

use super::{
    super::{error::ReadError, limits, source::Source},
    xml::{Event, Xml},
};

/// An open archive whose list of parts has been checked.
pub(super) struct Package {
    archive: ZipArchive<BufReader<Source>>,
    /// Index of a part under its name in lower case with `/`.
    names: HashMap<String, usize>,
}

/// A part being inflated; reading fails where it grows beyond its limit.
pub(super) struct Part<'a> {
    inner: ZipFile<'a, BufReader<Source>>,
    limit: u64,
    total: u64,
}

impl Package {
    /// Opens an archive and refuses what no workbook has: bombs, foreign formats, DOCTYPE.
    pub(super) fn open(file: Source) -> Result<Self, ReadError> {
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(broken)?;
        if archive.len() > limits::PARTS {
            return Err(ReadError::TooManyParts { parts: archive.len() });
        }
        let mut names = HashMap::with_capacity(archive.len());
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(broken)?;
            let name = part.name().map_err(broken)?.replace('\\', "/").to_ascii_lowercase();
            if part.encrypted() {
                return Err(ReadError::Password);
            }
            let (size, packed) = (part.size(), part.compressed_size());
            if size > limits::RATIO_FROM && size / limits::RATIO > packed {
                return Err(ReadError::Bomb { context: format!("{name}: {packed} -> {size} bytes") });
            }
            names.insert(name.trim_start_matches('/').to_owned(), index);
        }
        let mut package = Self { archive, names };
        package.refuse_foreign_formats()?;
        package.refuse_doctypes()?;
        Ok(package)
    }

    /// Whether the archive has a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_ascii_lowercase())
    }

    /// A part to be read as XML, at most `limit` bytes of it; `None` where there is none of that name.
    pub(super) fn part(&mut self, name: &str, limit: u64) -> Result<Option<Xml<'_>>, ReadError> {
        let Some(index) = self.names.get(&name.to_ascii_lowercase()) else { return Ok(None) };
        Ok(Some(Xml::new(self.open_part(*index, limit)?, name)))
    }

    fn open_part(&mut self, index: usize, limit: u64) -> Result<Part<'_>, ReadError> {
        let file = self.archive.by_index(index).map_err(broken)?;
        if file.size() > limit {
            let name = file.name().unwrap_or_default().into_owned();
            return Err(ReadError::Bomb { context: format!("{name}: {} bytes", file.size()) });
        }
        Ok(Part { inner: file, limit, total: 0 })
    }

    fn refuse_foreign_formats(&self) -> Result<(), ReadError> {
        let kind = if self.has("xl/workbook.bin") {
            "バイナリ形式（.xlsb）"
        } else if self.has("word/document.xml") {
            "Word の文書"
        } else if self.has("ppt/presentation.xml") {
            "PowerPoint の資料"
        } else if self.has("content.xml") && self.has("mimetype") {
            "OpenDocument の形式（.ods など）"
        } else if self.has("[Content_Types].xml") || self.has("xl/workbook.xml") {
            return Ok(());
        } else {
            return Err(ReadError::NotWorkbook);
        };
        Err(ReadError::OtherFormat { kind })
    }

    /// No part that spreadsheet software writes begins with a DOCTYPE; those who put one there want
    /// entities to grow. Parts that are read whole are watched to their end as well.
    fn refuse_doctypes(&mut self) -> Result<(), ReadError> {
        let is_xml = |name: &str| [".xml", ".rels", ".vml"].iter().any(|ending| name.ends_with(ending));
        let mut parts: Vec<_> = self.names.iter().filter(|(name, _)| is_xml(name)).collect();
        parts.sort_unstable();
        let parts: Vec<_> = parts.into_iter().map(|(name, index)| (name.clone(), *index)).collect();
        for (name, index) in parts {
            let part = self.open_part(index, u64::MAX)?;
            let mut xml = Xml::new(part, &name);
            for _ in 0..limits::DEPTH {
                match xml.next() {
                    Ok(Event::Start(_) | Event::Empty(_) | Event::Over) => break,
                    Ok(_) => {}
                    Err(refused @ ReadError::Doctype { .. }) => return Err(refused),
                    // Broken or outsized: matters only where the part is needed, and is told there.
                    Err(_) => break,
                }
            }
        }
        Ok(())
    }
}

impl Part<'_> {
    /// Fills `buffer` as far as the part goes; 0 at its end.
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, ReadError> {
        let length = self.inner.read(buffer).map_err(ReadError::broken)?;
        self.total += length as u64;
        let packed = self.inner.compressed_size();
        let outgrown = self.total > limits::RATIO_FROM && self.total / limits::RATIO > packed;
        if self.total > self.limit || outgrown {
            let name = self.inner.name().unwrap_or_default();
            return Err(ReadError::Bomb { context: format!("{name}: {packed} -> {} bytes", self.total) });
        }
        Ok(length)
    }
}

fn broken(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Password,
        other => ReadError::broken(other),
    }
}
