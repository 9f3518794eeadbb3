//! Names of sheets: at most 31 characters, none of `[ ] : * ? / \ '`, none twice.

use std::collections::BTreeSet;

/// Longest name of a sheet, in UTF-16 units.
const LONGEST: usize = 31;
/// What a sheet is called that has nothing to be called after.
const NAMELESS: &str = "表";
/// A name that spreadsheets keep for themselves.
const RESERVED: &str = "history";

/// Names given so far.
#[derive(Debug)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    pub(super) fn with(first: &str) -> Self {
        Self { taken: [first.to_lowercase(), RESERVED.to_owned()].into() }
    }

    /// A name after the first wish that has words, with a number behind it where it is taken.
    pub(super) fn give(&mut self, wishes: &[&str]) -> String {
        let name = wishes.iter().map(|wish| clean(wish)).find(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| NAMELESS.to_owned());
        let mut given = shortened(&name, LONGEST);
        let mut next = 2;
        while !self.taken.insert(given.to_lowercase()) {
            let behind = format!("（{next}）");
            given = format!("{}{behind}", shortened(&name, LONGEST - behind.encode_utf16().count()));
            next += 1;
        }
        given
    }
}

/// Without what a name may not hold; the forbidden signs become their wide twins.
fn clean(wish: &str) -> String {
    let twin = |one: char| match one {
        '[' => '［',
        ']' => '］',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '/' => '／',
        '\\' => '＼',
        '\'' => '’',
        other if other.is_control() || other.is_whitespace() => ' ',
        other => other,
    };
    wish.chars().map(twin).filter(|one| !('\u{fffe}'..='\u{ffff}').contains(one)).collect::<String>().trim().to_owned()
}

/// As many whole characters as fit.
fn shortened(name: &str, room: usize) -> String {
    let mut used = 0;
    let fits = |one: &char| {
        used += one.len_utf16();
        used <= room
    };
    name.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_allowed_short_and_unique() {
        let mut names = Names::with("文書");
        assert_eq!(names.give(&["リスクの一覧", "見出し"]), "リスクの一覧");
        assert_eq!(names.give(&["", "見出し"]), "見出し");
        assert_eq!(names.give(&["リスクの一覧"]), "リスクの一覧（2）");
        assert_eq!(names.give(&["文書"]), "文書（2）");
        assert_eq!(names.give(&["'[a]:*?/\\b'"]), "’［a］：＊？／＼b’");
        assert_eq!(names.give(&["History"]), "History（2）");
        assert_eq!(names.give(&["LIST"]), "LIST");
        assert_eq!(names.give(&["list"]), "list（2）");
        assert_eq!(names.give(&[" \u{1}\n", ""]), "表");
        let long = "𠮷".repeat(40);
        assert_eq!(names.give(&[&long]), "𠮷".repeat(15));
        assert_eq!(names.give(&[&long]), format!("{}（2）", "𠮷".repeat(14)));
    }
}
