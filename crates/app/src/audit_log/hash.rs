//! The hash that binds a record to the one before it.

use sha2::{Digest, Sha256};

use super::row::record::Model;

/// What stands before the first record.
pub(super) const START: &str = "";

/// SHA-256, in hexadecimal, over every column but the hash itself. Each part is preceded by its length,
/// so that no two different records can have the same bytes.
pub(super) fn of(record: &Model) -> String {
    let mut digest = Sha256::new();
    let mut part = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    part(record.previous_hash.as_bytes());
    part(record.organization_id.as_bytes());
    part(&record.sequence.to_be_bytes());
    part(&record.at.to_be_bytes());
    part(record.account_id.as_ref().map_or(&[][..], |id| id.as_bytes()));
    part(record.actor.as_bytes());
    part(record.channel.as_bytes());
    part(record.request_id.as_bytes());
    part(record.event.as_bytes());
    part(record.entity.as_bytes());
    part(record.entity_id.as_bytes());
    part(record.label.as_bytes());
    for snapshot in [&record.before, &record.after] {
        match snapshot {
            Some(text) => {
                part(b"+");
                part(text.as_bytes());
            }
            None => part(b"-"),
        }
    }
    // Nothing is shorter than any number.
    part(record.undoes.map(i64::to_be_bytes).as_ref().map_or(&[][..], |number| number));
    hex(&digest.finalize())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
