//! Reads a page strictly: every element closed in order, every attribute quoted and alone.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements that HTML never closes.
const VOID: [&str; 3] = ["meta", "col", "hr"];
/// Words added for people who do not see colours.
const ADDED: [&str; 2] = ["unseen", "tone-word"];

/// What a page holds.
#[derive(Debug, Default, PartialEq)]
pub struct Page {
    /// Every element with the names of its attributes, in order.
    pub shape: Vec<String>,
    /// Words of the body in order, without the words added for colours.
    pub words: String,
    /// Values of `id`.
    pub anchors: Vec<String>,
    /// Values of `href`.
    pub links: Vec<String>,
}

/// Reads the page; panics where it is not well-formed.
pub fn read(html: &str) -> Page {
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = false;
    let mut page = Page::default();
    let mut open: Vec<(String, bool)> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let quiet = start(&mut page, &element) || open.last().is_some_and(|(_, quiet)| *quiet);
                let name = element.name().as_ref().to_owned();
                if !VOID.contains(&name.as_str()) {
                    open.push((name, quiet));
                }
            }
            Event::Empty(element) => drop(start(&mut page, &element)),
            Event::End(element) => assert_eq!(open.pop().unwrap().0, element.name().as_ref()),
            Event::Text(words) if !quiet(&open) => page.words.push_str(&words),
            Event::GeneralRef(name) if !quiet(&open) => {
                let entity = format!("&{};", &*name);
                page.words.push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::Comment(_) | Event::PI(_) | Event::CData(_) => panic!("the page has none of these"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    page
}

fn quiet(open: &[(String, bool)]) -> bool {
    open.last().is_some_and(|(_, quiet)| *quiet)
}

/// Notes an element; says whether its words do not count.
fn start(page: &mut Page, element: &BytesStart<'_>) -> bool {
    let name = element.name().as_ref().to_owned();
    let mut shape = name.clone();
    let mut quiet = ["head", "style"].contains(&name.as_str());
    for attribute in element.html_attributes() {
        let attribute = attribute.unwrap();
        let value = attribute.value.into_owned();
        match attribute.key.as_ref() {
            "id" => page.anchors.push(value),
            "href" => page.links.push(value),
            "class" => quiet |= ADDED.contains(&value.as_str()),
            _ => {}
        }
        shape.push(' ');
        shape.push_str(attribute.key.as_ref());
    }
    page.shape.push(shape);
    quiet
}
