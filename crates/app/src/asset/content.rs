//! What a line of the register says: the part of an asset that people write.

use std::collections::BTreeMap;

use jiff::civil::Date;
use method::Importance;

/// What people wrote about an asset. Two equal contents are one: writing one over the other changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The line as the method sees it. Its `row` is 0 and its `extra` empty: see [`Asset::position`](super::Asset)
    /// and `extra` here.
    pub line: method::Asset,
    /// ふりがな of the name, as typed; empty where none was given.
    pub name_reading: String,
    /// 見直し予定日
    pub review_on: Option<Date>,
    /// The company's own columns: heading to value, without empty values.
    pub extra: BTreeMap<String, String>,
}

impl Content {
    /// The content of a line that was read from a register whose own columns have those headings
    /// (see [`distinct`](super::register::distinct)).
    pub fn read(mut line: method::Asset, headings: &[String]) -> Self {
        line.row = 0;
        let values = std::mem::take(&mut line.extra);
        let extra = headings.iter().cloned().zip(values).filter(|(_, value)| !value.is_empty()).collect();
        Self { line, name_reading: String::new(), review_on: None, extra }
    }

    /// 重要度, with the rule that decided it.
    pub fn importance(&self) -> Importance {
        method::importance(&self.line)
    }
}
