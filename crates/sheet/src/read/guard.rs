//! What kind of file this is, and whether it may be opened at all.

use std::{
    fs::File,
    io::{ErrorKind, Read, Seek, SeekFrom},
    path::Path,
};

use super::{error::ReadError, limits, source::Source};

/// A file that may be read.
#[derive(Debug)]
pub(super) enum Admitted {
    /// An archive, as .xlsx files are.
    Workbook(Source),
    /// Text.
    Csv(Source),
}

const CENTRAL_HEADER: &[u8] = b"PK\x01\x02";
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// Opens a file and looks at its size and its first bytes; its name counts only where they say nothing.
pub(super) fn admit(path: &Path) -> Result<Admitted, ReadError> {
    admit_source(Source::File(open(path)?), path)
}

/// Looks at bytes that somebody sent as a file of that name.
pub(super) fn admit_bytes(bytes: Vec<u8>, name: &str) -> Result<Admitted, ReadError> {
    refuse_size(bytes.len() as u64)?;
    admit_source(Source::memory(bytes), Path::new(name))
}

fn admit_source(mut file: Source, name: &Path) -> Result<Admitted, ReadError> {
    let mut head = [0; 4096];
    let length = read_up_to(&mut file, &mut head)?;
    let head = &head[..length];
    file.rewind().map_err(device)?;
    if head.starts_with(b"PK") {
        refuse_many_parts(&mut file)?;
        return Ok(Admitted::Workbook(file));
    }
    if head.starts_with(COMPOUND_FILE) {
        return Err(compound_file(&mut file)?);
    }
    if head.starts_with(b"%PDF") {
        return Err(ReadError::OtherFormat { kind: "PDF" });
    }
    let text = head.trim_ascii_start();
    if matches!(text, [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'!' | b'?', ..]) {
        return Err(ReadError::OtherFormat { kind: "Web ページまたは XML の形式" });
    }
    let workbook_name = name.extension().is_some_and(|extension| {
        ["xlsx", "xlsm", "xls", "xlsb"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    let binary = head.contains(&0) && !UTF16_MARKS.iter().any(|mark| head.starts_with(mark));
    if workbook_name || binary {
        return Err(ReadError::NotWorkbook);
    }
    Ok(Admitted::Csv(file))
}

fn open(path: &Path) -> Result<File, ReadError> {
    let name = || path.display().to_string();
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => ReadError::NotFound { path: name() },
        _ => ReadError::Open { path: name(), source },
    };
    let facts = std::fs::metadata(path).map_err(failed)?;
    if facts.is_dir() {
        return Err(ReadError::Folder { path: name() });
    }
    if facts.is_file() {
        refuse_size(facts.len())?;
    }
    File::open(path).map_err(failed)
}

fn refuse_size(bytes: u64) -> Result<(), ReadError> {
    match bytes {
        0 => Err(ReadError::Empty),
        bytes if bytes > limits::FILE => Err(ReadError::TooLarge { megabytes: bytes >> 20, limit: limits::FILE >> 20 }),
        _ => Ok(()),
    }
}

/// An archive's list of parts is held in memory by whoever opens it, so its length is counted first.
fn refuse_many_parts(file: &mut Source) -> Result<(), ReadError> {
    let parts = count(file, CENTRAL_HEADER)?;
    if parts > limits::PARTS { Err(ReadError::TooManyParts { parts }) } else { Ok(()) }
}

/// Old workbooks (.xls) and workbooks with a password are both compound files.
fn compound_file(file: &mut Source) -> Result<ReadError, ReadError> {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(if count(file, &encrypted)? > 0 { ReadError::Password } else { ReadError::OldFormat })
}

/// How often some bytes occur in a file, without keeping the file.
fn count(file: &mut Source, wanted: &[u8]) -> Result<usize, ReadError> {
    file.rewind().map_err(device)?;
    let mut window = vec![0; 64 << 10];
    let (mut kept, mut found) = (0, 0);
    loop {
        let length = file.read(&mut window[kept..]).map_err(device)?;
        if length == 0 {
            break;
        }
        let filled = kept + length;
        found += window[..filled].windows(wanted.len()).filter(|bytes| *bytes == wanted).count();
        kept = filled.min(wanted.len() - 1);
        window.copy_within(filled - kept..filled, 0);
    }
    file.seek(SeekFrom::Start(0)).map_err(device)?;
    Ok(found)
}

fn read_up_to(file: &mut Source, buffer: &mut [u8]) -> Result<usize, ReadError> {
    let mut length = 0;
    while length < buffer.len() {
        match file.read(&mut buffer[length..]).map_err(device)? {
            0 => break,
            read => length += read,
        }
    }
    Ok(length)
}

/// The disk failed us.
pub(super) fn device(source: std::io::Error) -> ReadError {
    ReadError::Device { source }
}
