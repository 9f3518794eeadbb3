//! Where the bytes of a file come from: the disk, or memory for what was sent to us.

use std::{
    fs::File,
    io::{Cursor, Read, Seek, SeekFrom},
};

/// Bytes that can be read from any place on.
#[derive(Debug)]
pub(super) enum Source {
    /// A file of the disk.
    File(File),
    /// Bytes in memory.
    Memory(Cursor<Vec<u8>>),
}

impl Source {
    /// Bytes that somebody sent.
    pub(super) fn memory(bytes: Vec<u8>) -> Self {
        Self::Memory(Cursor::new(bytes))
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Memory(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Source {
    fn seek(&mut self, position: SeekFrom) -> std::io::Result<u64> {
        match self {
            Self::File(file) => file.seek(position),
            Self::Memory(bytes) => bytes.seek(position),
        }
    }
}
