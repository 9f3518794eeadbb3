//! Under which headings the entries of a kind stand.

use std::cmp::Reverse;
use std::collections::HashMap;

use catalog::{Catalog, Clause, ControlTheme, Entry, Form, Item, Kind, ProfileSection, Section, Tier};
use japanese::reading_sort_key;

use super::group::Group;
use crate::knowledge::address::entry_href;
use crate::knowledge::words;

/// What an entry's heading is: anchor, words, page, and the heading below it.
struct Heading {
    id: String,
    title: String,
    href: Option<String>,
    part: String,
}

impl Heading {
    fn new(id: &str, title: impl Into<String>) -> Self {
        Self { id: id.to_owned(), title: title.into(), href: None, part: String::new() }
    }
}

/// The entries of a kind under their headings; one group without a heading where they need none.
pub(in crate::knowledge) fn groups(catalog: &Catalog, kind: Kind) -> Vec<Group<'_>> {
    match kind {
        Kind::Clause => clauses(catalog),
        Kind::Term => terms(catalog),
        Kind::Topic | Kind::Case => gathered(by_rank(catalog, kind), |entry| heading(catalog, entry)),
        _ => gathered(catalog.entries_of(kind), |entry| heading(catalog, entry)),
    }
}

/// The entries gathered under their headings, in the order in which these come first.
fn gathered<'a>(entries: Vec<Entry<'a>>, heading: impl Fn(&Entry<'a>) -> Heading) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for entry in entries {
        let Heading { id, title, href, part } = heading(&entry);
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.add(&part, entry),
            None => {
                let mut group = Group::new(id, title, href);
                group.add(&part, entry);
                groups.push(group);
            }
        }
    }
    groups
}

fn heading(catalog: &Catalog, entry: &Entry<'_>) -> Heading {
    match entry.item {
        Item::Check(file, check) => {
            let part = file.groups.iter().find(|group| group.id == check.group);
            Heading {
                href: Some(entry_href(Kind::Guideline, &file.guideline.id)),
                part: part.map_or_else(String::new, |group| group.title.clone()),
                ..Heading::new(&file.guideline.id, &file.guideline.title)
            }
        }
        Item::Threat(threat) => {
            let kind = catalog.threat_types.iter().find(|kind| kind.code == threat.kind);
            Heading::new(&threat.kind, kind.map_or("", |kind| &kind.title))
        }
        Item::Vulnerability(weak) => {
            let kind = catalog.vulnerability_types.iter().find(|kind| kind.code == weak.kind);
            Heading::new(&weak.kind, kind.map_or("", |kind| &kind.title))
        }
        Item::Control(control) => theme(control.theme),
        Item::ThreatLine(line) => Heading {
            href: Some(entry_href(Kind::Medium, line.medium.id())),
            ..Heading::new(line.medium.id(), line.medium.title())
        },
        Item::Form(file) => form(&file.form),
        Item::Question(question) => match question.section {
            ProfileSection::Organization => Heading::new("organization", "会社のこと（文書に差し込む）"),
            ProfileSection::Conditions => Heading::new("conditions", "仕事の様子（入れる条項を決める）"),
        },
        _ => Heading::new("all", ""),
    }
}

fn theme(theme: ControlTheme) -> Heading {
    match theme {
        ControlTheme::Organizational => Heading::new("organizational", "組織的管理策（5）"),
        ControlTheme::People => Heading::new("people", "人的管理策（6）"),
        ControlTheme::Physical => Heading::new("physical", "物理的管理策（7）"),
        ControlTheme::Technological => Heading::new("technological", "技術的管理策（8）"),
    }
}

fn form(form: &Form) -> Heading {
    let id = match form.kind {
        catalog::FormKind::Sheet => "sheets",
        catalog::FormKind::Ledger => "ledgers",
    };
    Heading::new(id, words::form_kind(form.kind))
}

/// Clauses document by document, each under the document's own headings: regulations first, whose chapters a company
/// reads in order.
fn clauses(catalog: &Catalog) -> Vec<Group<'_>> {
    let clauses: HashMap<&str, Entry<'_>> =
        catalog.entries_of(Kind::Clause).into_iter().map(|entry| (entry.id, entry)).collect();
    let kinds = [Kind::Policy, Kind::Regulation, Kind::Topic];
    let documents = kinds.into_iter().flat_map(|kind| catalog.entries_of(kind));
    let group = |document: Entry<'_>| {
        let href = entry_href(document.kind, document.id);
        let mut group =
            Group::new(format!("{}-{}", document.kind.word(), document.id), words::name(&document), Some(href));
        group.sort = words::title(document.kind);
        let (sections, own) = contents(&document);
        for section in sections {
            for clause in own.iter().filter(|clause| stands_under(clause, section)) {
                if let Some(entry) = clauses.get(clause.id.as_str()) {
                    group.add(&part(section), *entry);
                }
            }
        }
        group
    };
    documents.map(group).collect()
}

fn contents<'a>(document: &Entry<'a>) -> (&'a [Section], &'a [Clause]) {
    match document.item {
        Item::Policy(file) => (&file.sections, &file.clauses),
        Item::Regulation(file) => (&file.sections, &file.clauses),
        Item::Topic(file) => (&file.sections, &file.clauses),
        _ => (&[], &[]),
    }
}

fn stands_under(clause: &Clause, section: &Section) -> bool {
    clause.section == section.id && section.takes(clause.tier)
}

/// A topic's headings belong to its standard or to its procedures.
fn part(section: &Section) -> String {
    match section.tier {
        Some(tier @ (Tier::Standard | Tier::Procedure)) => format!("{}：{}", tier.title(), section.title),
        Some(Tier::BasicPolicy) | None => section.title.clone(),
    }
}

/// Topics, or cases by their topics, as the newest list of the ten threats ranks them; then those that it no longer has.
fn by_rank(catalog: &Catalog, kind: Kind) -> Vec<Entry<'_>> {
    let newest = |topic: &str| {
        let ranks = catalog.ten_threats.iter().filter(|entry| entry.topic == topic);
        ranks.map(|entry| (Reverse(entry.year), entry.rank)).min()
    };
    let mut entries = catalog.entries_of(kind);
    entries.sort_by_key(|entry| {
        let rank = match entry.item {
            Item::Case(file) => newest(&file.case.topic),
            _ => newest(entry.id),
        };
        (rank.is_none(), rank)
    });
    entries
}

/// Terms by reading, under the rows of the kana table.
fn terms(catalog: &Catalog) -> Vec<Group<'_>> {
    let mut terms: Vec<(String, Entry<'_>)> = Vec::new();
    for entry in catalog.entries_of(Kind::Term) {
        let Item::Term(term) = entry.item else { continue };
        terms.push((reading_sort_key(&term.reading), entry));
    }
    terms.sort_by(|one, other| one.0.cmp(&other.0));
    let rows: HashMap<&str, char> = terms.iter().map(|(key, entry)| (entry.id, row(key))).collect();
    gathered(terms.into_iter().map(|(_, entry)| entry).collect(), |entry| {
        let row = rows.get(entry.id).copied().unwrap_or(OTHERS);
        if row == OTHERS {
            Heading::new("others", "英字と数字")
        } else {
            Heading::new(&row.to_string(), format!("{row}行"))
        }
    })
}

/// Of what begins with no kana.
const OTHERS: char = '・';

/// The row of the kana table in which a reading's key stands: あ for う.
fn row(key: &str) -> char {
    const ROWS: [&str; 10] = [
        "あいうえお",
        "かきくけこ",
        "さしすせそ",
        "たちつてと",
        "なにぬねの",
        "はひふへほ",
        "まみむめも",
        "やゆよ",
        "らりるれろ",
        "わゐゑをん",
    ];
    let first = key.chars().next().unwrap_or(OTHERS);
    let row = ROWS.into_iter().find(|row| row.contains(first));
    row.and_then(|row| row.chars().next()).unwrap_or(OTHERS)
}
