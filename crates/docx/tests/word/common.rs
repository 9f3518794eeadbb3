//! What the tests share: opening a written file and reading its words.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a written file, in their order.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut words = String::new();
            part.read_to_string(&mut words).expect("UTF-8");
            (part.name().expect("a name").into_owned(), words)
        })
        .collect()
}

/// One part.
pub fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(found, _)| found == name).unwrap_or_else(|| panic!("no part {name}")).1
}

/// The words of each paragraph of a part, with `\n` for a line break and `\t` for a tabulator.
/// Panics where the XML is not well-formed or holds a character that XML 1.0 forbids.
pub fn paragraphs(xml: &str) -> Vec<String> {
    assert!(xml.chars().all(legal), "a character that XML 1.0 forbids");
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open) = (Vec::new(), Vec::<String>::new());
    let (mut in_run, mut in_words, mut depth) = (false, false, 0_i32);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(element) => {
                depth += 1;
                check_attributes(&element);
                match element.name().as_ref() {
                    "w:p" => open.push(String::new()),
                    "w:r" => in_run = true,
                    "w:t" => in_words = true,
                    _ => {}
                }
            }
            Event::End(element) => {
                depth -= 1;
                match element.name().as_ref() {
                    "w:p" => found.push(open.pop().expect("an open paragraph")),
                    "w:r" => in_run = false,
                    "w:t" => in_words = false,
                    _ => {}
                }
            }
            Event::Empty(element) => {
                check_attributes(&element);
                let character = match element.name().as_ref() {
                    "w:br" => '\n',
                    "w:tab" => '\t',
                    _ => continue,
                };
                if in_run {
                    open.last_mut().expect("a paragraph").push(character);
                }
            }
            Event::Text(text) if in_words => open.last_mut().expect("a paragraph").push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if in_words => {
                let words = open.last_mut().expect("a paragraph");
                match reference.resolve_char_ref().expect("a legal reference") {
                    Some(character) => words.push(character),
                    None => words.push_str(
                        quick_xml::escape::resolve_predefined_entity(&reference.xml10_content())
                            .expect("a known entity"),
                    ),
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "everything that opens also closes");
    found
}

fn check_attributes(element: &quick_xml::events::BytesStart<'_>) {
    for attribute in element.attributes() {
        let attribute = attribute.expect("a well-formed attribute");
        attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("a legal value");
    }
}

fn legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
