//! Which characters the bytes of a CSV file are.

use std::io::{BufRead, BufReader, Read, Seek};

use encoding_rs::{DecoderResult, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use super::super::{error::ReadError, guard::device, source::Source};

/// The encodings that spreadsheet software in Japan writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// Shift_JIS with the characters that Windows adds (①, ㈱, 髙).
    Cp932,
    Utf16Little,
    Utf16Big,
}

impl Encoding {
    fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Cp932 => SHIFT_JIS,
            Self::Utf16Little => UTF_16LE,
            Self::Utf16Big => UTF_16BE,
        }
    }
}

/// The encoding that all bytes of the file fit: what its mark says, else UTF-8, else CP932.
pub(super) fn detect(file: &mut Source) -> Result<Encoding, ReadError> {
    let mut head = [0; 3];
    file.rewind().map_err(device)?;
    let length = file.read(&mut head).map_err(device)?;
    let marked = match &head[..length] {
        [0xEF, 0xBB, 0xBF] => Some(Encoding::Utf8),
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16Little),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16Big),
        _ => None,
    };
    if let Some(encoding) = marked {
        return match undecodable(file, encoding)? {
            None => Ok(encoding),
            Some(line) => Err(ReadError::Encoding { line }),
        };
    }
    let Some(in_utf8) = undecodable(file, Encoding::Utf8)? else { return Ok(Encoding::Utf8) };
    let Some(in_cp932) = undecodable(file, Encoding::Cp932)? else { return Ok(Encoding::Cp932) };
    // Neither fits: the one that fits longer is what was meant.
    Err(ReadError::Encoding { line: in_utf8.max(in_cp932) })
}

/// The first line that an encoding cannot decode.
fn undecodable(file: &mut Source, encoding: Encoding) -> Result<Option<u64>, ReadError> {
    file.rewind().map_err(device)?;
    let mut decoder = Decoder::new(BufReader::new(file), encoding);
    let (mut text, mut line) = (String::new(), 1);
    loop {
        text.clear();
        match decoder.fill(&mut text) {
            Ok(more) => {
                line += text.bytes().filter(|byte| *byte == b'\n').count() as u64;
                if !more {
                    return Ok(None);
                }
            }
            Err(ReadError::Encoding { .. }) => {
                line += text.bytes().filter(|byte| *byte == b'\n').count() as u64;
                return Ok(Some(line));
            }
            Err(other) => return Err(other),
        }
    }
}

/// Decodes piece by piece.
pub(super) struct Decoder<R> {
    source: R,
    decoder: encoding_rs::Decoder,
    ended: bool,
}

/// Room for what a piece of input decodes to: `BufReader` hands out 8 KiB, which never become more
/// than three times as many bytes.
const ROOM: usize = 64 << 10;

impl<R: BufRead> Decoder<R> {
    pub(super) fn new(source: R, encoding: Encoding) -> Self {
        Self { source, decoder: encoding.codec().new_decoder_with_bom_removal(), ended: false }
    }

    /// Appends the next characters to `text`; `false` when there are no more. Where bytes do not
    /// decode, the characters before them are appended first.
    pub(super) fn fill(&mut self, text: &mut String) -> Result<bool, ReadError> {
        if self.ended {
            return Ok(false);
        }
        text.reserve(ROOM);
        let bytes = self.source.fill_buf().map_err(device)?;
        self.ended = bytes.is_empty();
        let (result, used) = self.decoder.decode_to_string_without_replacement(bytes, text, self.ended);
        self.source.consume(used);
        match result {
            DecoderResult::Malformed(..) => Err(ReadError::Encoding { line: 0 }),
            DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(true),
        }
    }
}
