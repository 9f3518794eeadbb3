//! Which parts a workbook has: sheets, shared strings, styles.

use std::collections::HashMap;

use super::{
    super::{error::ReadError, limits},
    package::Package,
    xml::Event,
};

/// What the workbook's own part and its relationships say.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) sheets: Vec<SheetPart>,
    pub(super) strings: String,
    pub(super) styles: String,
    pub(super) date_1904: bool,
}

/// A worksheet and the part that it is kept in.
#[derive(Debug, Clone)]
pub(super) struct SheetPart {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) path: String,
}

/// A relationship: the last word of its type, and the part that it points at.
struct Relationship {
    kind: String,
    path: String,
}

const WORKBOOK: &str = "xl/workbook.xml";

pub(super) fn read(package: &mut Package) -> Result<Parts, ReadError> {
    let roots = relationships(package, "_rels/.rels", "")?;
    let root = roots.into_values().find(|root| root.kind == "officeDocument");
    let workbook = root.map_or_else(|| WORKBOOK.to_owned(), |root| root.path);
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let related = relationships(package, &join(folder, &format!("_rels/{file}.rels")), folder)?;
    let of_kind = |kind: &str, usual: &str| {
        let found = related.values().find(|relationship| relationship.kind == kind);
        found.map_or_else(|| join(folder, usual), |relationship| relationship.path.clone())
    };
    let mut parts = Parts {
        strings: of_kind("sharedStrings", "sharedStrings.xml"),
        styles: of_kind("styles", "styles.xml"),
        ..Parts::default()
    };
    let Some(mut xml) = package.part(&workbook, limits::SMALL_PART)? else {
        return Err(ReadError::broken(format!("{workbook} is missing")));
    };
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) => match element.name {
                "sheet" => {
                    let relationship = element.attribute_text("id").and_then(|id| related.get(&id));
                    if let Some(Relationship { path, .. }) = relationship.filter(|part| part.kind == "worksheet") {
                        parts.sheets.push(SheetPart {
                            name: element.attribute_text("name").unwrap_or_default(),
                            hidden: element.attribute("state").is_some_and(|state| state != "visible"),
                            path: path.clone(),
                        });
                    }
                }
                "workbookPr" => {
                    parts.date_1904 |= matches!(element.attribute("date1904"), Some("1" | "true"));
                }
                _ => {}
            },
            Event::Over => break,
            _ => {}
        }
    }
    if parts.sheets.is_empty() {
        return Err(ReadError::broken("no worksheet"));
    }
    Ok(parts)
}

/// The relationships of a part under their ids; none where the list is missing.
fn relationships(package: &mut Package, list: &str, folder: &str) -> Result<HashMap<String, Relationship>, ReadError> {
    let mut found = HashMap::new();
    let Some(mut xml) = package.part(list, limits::SMALL_PART)? else { return Ok(found) };
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) if element.name == "Relationship" => {
                let (Some(id), Some(kind), Some(target)) =
                    (element.attribute_text("Id"), element.attribute_text("Type"), element.attribute_text("Target"))
                else {
                    continue;
                };
                // Strict workbooks have other addresses as types; the last word is the same.
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.insert(id, Relationship { kind, path: join(folder, &target) });
            }
            Event::Over => return Ok(found),
            _ => {}
        }
    }
}

/// A target as seen from a folder: `/xl/a.xml` from the root, `../a.xml` one folder up.
fn join(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
