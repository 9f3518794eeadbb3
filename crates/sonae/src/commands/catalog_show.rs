//! `sonae catalog show`, `search`, `cases` and `examples`: knowledge to read.

use catalog::{Catalog, Entry};
use method::RelationCase;

use crate::arguments::{SearchOptions, ShowOptions};
use crate::failure::Failure;
use crate::input::catalog;
use crate::output::say::{say, tell};

/// Linked entries of one kind of link that are shown; a page of text holds no more.
const LINKS: usize = 30;

/// Prints every entry of an id with what stands with it.
///
/// # Errors
/// [`Failure::Input`] where there is none.
pub fn show(options: &ShowOptions) -> Result<(), Failure> {
    let catalog = catalog()?;
    let entries = catalog.entries(options.id.trim());
    if entries.is_empty() {
        let near: Vec<String> = catalog.search(&options.id, 5).iter().map(|entry| entry.id.to_owned()).collect();
        let hint = if near.is_empty() {
            "id は sonae catalog search 言葉 で探せます。".to_owned()
        } else {
            format!("近いもの: {}", near.join("、"))
        };
        return Err(Failure::Input(format!("「{}」という id の項目はありません。{hint}", options.id)));
    }
    for entry in &entries {
        show_entry(&catalog, entry);
    }
    Ok(())
}

fn show_entry(catalog: &Catalog, entry: &Entry<'_>) {
    say!("■ {}：{} {}", entry.kind.title(), entry.id, entry.title);
    for detail in catalog.details(entry) {
        if let [text] = detail.texts.as_slice() {
            say!("  {}：{}", detail.label, text.replace('\n', "\n    "));
        } else {
            say!("  {}：", detail.label);
            for (place, text) in detail.texts.iter().enumerate() {
                let mark = if detail.ordered { format!("{}. ", place + 1) } else { "・".to_owned() };
                say!("    {mark}{text}");
            }
        }
    }
    let source = catalog.sources.iter().find(|source| source.id == entry.source);
    let source = source.map_or(entry.source, |source| &source.title);
    say!("  もとの資料：{source}（{}）", entry.certainty.title());
    for group in catalog.links(entry) {
        say!("  ◇ {}（{}件）", group.label, group.links.len());
        for link in group.links.iter().take(LINKS) {
            say!("    {} {}", link.entry.id, link.entry.title);
            if !link.note.is_empty() {
                say!("      {}", link.note);
            }
        }
        if group.links.len() > LINKS {
            say!("    …ほか{}件", group.links.len() - LINKS);
        }
    }
}

/// Prints the entries in which all words stand, best first.
///
/// # Errors
/// [`Failure::Input`] where there is none.
pub fn search(options: &SearchOptions) -> Result<(), Failure> {
    let catalog = catalog()?;
    let words = options.words.join(" ");
    let found = catalog.search(&words, options.limit);
    if found.is_empty() {
        return Err(Failure::Input(format!("「{words}」を含む項目はありません。言葉を短くするか、減らしてください。")));
    }
    for entry in &found {
        say!("{} {}（{}）", entry.id, entry.title, entry.kind.title());
    }
    if found.len() == options.limit {
        tell!("はじめの{}件です。続きは --limit で表示します。", options.limit);
    }
    Ok(())
}

/// Prints the cases that `sonae build --level 1 --case` takes.
///
/// # Errors
/// [`Failure::Internal`] where the catalog cannot be read.
pub fn cases() -> Result<(), Failure> {
    for file in &catalog()?.cases {
        say!("{}：{}（{}）", file.case.id, file.case.title, file.case.business);
        say!("  {}", file.case.happened.trim());
    }
    Ok(())
}

/// Prints the worked examples, element by element, with the relation they come to.
///
/// # Errors
/// [`Failure::Internal`] where the catalog cannot be read.
pub fn examples() -> Result<(), Failure> {
    let catalog = catalog()?;
    for example in &catalog.worked_examples {
        let controls: Vec<String> = example
            .controls
            .iter()
            .filter_map(|id| catalog.control(id))
            .map(|control| format!("{} {}", control.id, control.title))
            .collect();
        say!("■ {}", example.title);
        for (label, words) in [
            ("資産", example.asset.clone()),
            ("価値", example.value.clone()),
            ("脅威", example.threat.clone()),
            ("リスク", example.risk.clone()),
            ("脆弱性", example.vulnerability.clone()),
            ("保護要求事項", example.protection_requirements.join("／")),
            ("管理策", controls.join("／")),
            ("関係", relation(example.relation())),
        ] {
            say!("  {label}：{words}");
        }
    }
    Ok(())
}

/// 「ケース3：いくつかの対策を重ねて、…」
fn relation(case: RelationCase) -> String {
    let words = case.explanation();
    case.number().map_or_else(|| words.to_owned(), |number| format!("ケース{number}：{words}"))
}
