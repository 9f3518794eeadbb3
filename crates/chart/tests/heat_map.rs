//! The heat map: well-formed, complete, nothing on top of anything else, whatever it is given.

#![allow(clippy::unwrap_used)]

use chart::{HeatMapBand, HeatMapData, heat_map, thousands};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

fn band(word: &str, meaning: &str) -> HeatMapBand {
    HeatMapBand { word: word.into(), meaning: meaning.into(), fill: "FFF2CC".into(), ink: "6B4E00".into() }
}

/// The bands of 東京都.
fn data(counts: [[u32; 3]; 3]) -> HeatMapData {
    let (high, medium, low) =
        (band("高", "受容できない"), band("中", "管理下で受容可能"), band("低", "そのまま受容可能"));
    HeatMapData {
        things: "情報資産".into(),
        counts,
        bands: [low.clone(), low, medium.clone(), medium, high.clone(), high],
    }
}

/// A `<text>` element: its words and its box (left, top, right, bottom), Latin 0.5 wide.
struct Words {
    words: String,
    place: [f64; 4],
}

fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    let found = element.attributes().map(Result::unwrap).find(|one| one.key.as_ref() == name);
    found.unwrap().value.into_owned()
}

fn number(element: &BytesStart<'_>, name: &str) -> f64 {
    attribute(element, name).parse().unwrap()
}

/// Reads the picture with every check that XML asks for.
fn texts(svg: &str) -> Vec<Words> {
    let mut reader = Reader::from_str(svg);
    let (mut found, mut current): (Vec<Words>, Option<(BytesStart<'_>, String)>) = (Vec::new(), None);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) if element.name().as_ref() == "text" => current = Some((element, String::new())),
            Event::Start(element) | Event::Empty(element) => element.attributes().for_each(|one| drop(one.unwrap())),
            Event::Text(words) => {
                if let Some((_, so_far)) = &mut current {
                    so_far.push_str(&words);
                }
            }
            Event::GeneralRef(name) => {
                if let Some((_, so_far)) = &mut current {
                    so_far.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap());
                }
            }
            Event::End(element) if element.name().as_ref() == "text" => {
                let (element, words) = current.take().unwrap();
                let size = number(&element, "font-size");
                let width = words.chars().map(|one| if one < '\u{100}' { 0.5 } else { 1.0 }).sum::<f64>() * size;
                let (x, base) = (number(&element, "x"), number(&element, "y"));
                let left = match attribute(&element, "text-anchor").as_str() {
                    "start" => x,
                    "middle" => x - width / 2.0,
                    _ => x - width,
                };
                found.push(Words { words, place: [left, base - 0.88 * size, left + width, base + 0.12 * size] });
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn assert_apart(svg: &str) {
    let found: Vec<_> = texts(svg).into_iter().filter(|one| !one.words.is_empty()).collect();
    for (index, one) in found.iter().enumerate() {
        let [left, top, right, bottom] = one.place;
        assert!(left >= 0.0 && top >= 0.0 && right <= 560.0, "「{}」 leaves the picture", one.words);
        for other in &found[index + 1..] {
            let apart =
                right <= other.place[0] || other.place[2] <= left || bottom <= other.place[1] || other.place[3] <= top;
            assert!(apart, "「{}」 lies on 「{}」", one.words, other.words);
        }
    }
}

#[test]
fn every_field_says_level_band_and_count() {
    let svg = heat_map(&data([[11, 12, 13], [21, 22, 23], [31, 32, 100_000]]));
    let words: Vec<_> = texts(&svg).into_iter().map(|one| one.words).collect();
    let fields = [
        ["レベル3", "中", "31件"],
        ["レベル6", "高", "32件"],
        ["レベル9", "高", "100,000件"],
        ["レベル2", "低", "21件"],
        ["レベル4", "中", "22件"],
        ["レベル6", "高", "23件"],
        ["レベル1", "低", "11件"],
        ["レベル2", "低", "12件"],
        ["レベル3", "中", "13件"],
    ];
    let drawn: Vec<_> = words.iter().skip_while(|one| *one != "レベル3").take(27).collect();
    assert_eq!(drawn, fields.as_flattened().iter().collect::<Vec<_>>());
    for legend in ["高 100,055件", "中 66件", "低 44件", "受容できない", "被害発生可能性", "重要度"]
    {
        assert!(words.iter().any(|one| one == legend), "{legend} is not there");
    }
}

#[test]
fn the_description_says_what_the_picture_says() {
    let data = data([[1, 0, 0], [0, 0, 0], [0, 0, 2000]]);
    let expected = "情報資産2,001件の内訳は、高2,000件、中0件、低1件です。\
                    重要度3・被害発生可能性3は2,000件、重要度1・被害発生可能性1は1件です。";
    assert_eq!(data.description(), expected);
    assert!(heat_map(&data).contains(&format!("<desc>{expected}</desc>")));
}

#[test]
fn own_criteria_without_a_middle_band_have_two_lines_of_legend() {
    let mut two = data([[1; 3]; 3]);
    two.bands[2] = band("低", "そのまま受容可能");
    two.bands[3] = band("低", "そのまま受容可能");
    let totals: Vec<_> = two.totals().into_iter().map(|(band, count)| (band.word.as_str(), count)).collect();
    assert_eq!(totals, [("高", 3), ("低", 6)]);
}

#[test]
fn separators_stand_every_three_digits() {
    let read: Vec<_> = [0, 999, 1000, 100_000, u64::MAX].map(thousands).into_iter().collect();
    assert_eq!(read, ["0", "999", "1,000", "100,000", "18,446,744,073,709,551,615"]);
}

proptest! {
    #[test]
    fn words_never_overlap(counts: [[u32; 3]; 3]) {
        let data = data(counts);
        let svg = heat_map(&data);
        assert_apart(&svg);
        for count in counts.as_flattened() {
            let words = format!(">{}件<", thousands(u64::from(*count)));
            prop_assert!(svg.contains(&words));
        }
        prop_assert_eq!(svg, heat_map(&data));
    }

    #[test]
    fn any_words_stay_words(word in "\\PC{1,12}", meaning in any::<String>(), fill in any::<String>()) {
        let mut data = data([[1; 3]; 3]);
        data.bands[5] = HeatMapBand { word, meaning, fill, ink: "A80000".into() };
        let svg = heat_map(&data);
        assert_apart(&svg);
        let found: Vec<_> = texts(&svg).into_iter().map(|one| one.words).collect();
        prop_assert!(found.contains(&data.bands[5].word), "{found:?}");
        prop_assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    }
}
