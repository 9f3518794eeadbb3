//! The picture of a risk and the columns over time: well-formed whatever they are given, and complete.

#![allow(clippy::unwrap_used)]

use chart::{LayerState, RelationData, RelationLayer, TrendPoint, relation, relation_on_phone, trend};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

fn layer(title: &str, state: LayerState) -> RelationLayer {
    RelationLayer { title: title.into(), note: "7.9".into(), state }
}

fn data() -> RelationData {
    RelationData {
        threat: Some("外出先での紛失".into()),
        origin: "偶発的（A）".into(),
        layers: vec![layer("持ち出し許可", LayerState::Done), layer("暗号化", LayerState::Planned)],
        vulnerabilities: vec!["保護されない保管".into(), "持ち出しの決まりがない".into()],
        kind: "情報資産".into(),
        subject: "顧客リスト".into(),
        place: "可搬電子媒体".into(),
        residual: "リスクレベル 6（高）".into(),
    }
}

/// Reads the picture with every check that XML asks for; answers how many elements bear that name.
fn count(svg: &str, name: &str) -> usize {
    let mut reader = Reader::from_str(svg);
    let mut found = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) => {
                element.attributes().for_each(|one| drop(one.unwrap()));
                found += usize::from(element.name().as_ref() == name);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn both_pictures_say_the_same_in_words() {
    let words = "脅威は「外出先での紛失」（偶発的（A））です。間に立つ対策は、「持ち出し許可」（実施）、「暗号化」（計画中）です。\
                 つけ込まれる脆弱性は、「保護されない保管」、「持ち出しの決まりがない」です。\
                 守るものは情報資産「顧客リスト」で、残るリスクはリスクレベル 6（高）です。";
    for svg in [relation(&data()), relation_on_phone(&data())] {
        assert!(svg.contains(&format!("<desc>{words}</desc>")), "{svg}");
        assert!(svg.contains(">持ち出し許可<") && svg.contains(">顧客リスト<"), "{svg}");
    }
}

#[test]
fn each_layer_makes_the_line_thinner() {
    let thickness = |state| {
        let svg =
            relation(&RelationData { layers: vec![layer("対策", state)], vulnerabilities: Vec::new(), ..data() });
        let widths: Vec<f64> = svg
            .split("<path ")
            .skip(1)
            .map(|path| path.split("stroke-width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
            .collect();
        (widths[0], widths[1])
    };
    assert_eq!(thickness(LayerState::Done), (18.0, 9.0));
    assert_eq!(thickness(LayerState::Partial), (18.0, 13.5));
    assert_eq!(thickness(LayerState::Planned), (18.0, 18.0), "what is only planned keeps nothing off");
}

#[test]
fn how_many_more_weaknesses_there_are_is_never_cut_off() {
    let mut weak = vec!["利用者の識別・認証メカニズムの欠如と、パスワードを管理する仕組みの不足".to_owned()];
    weak.extend((0..7).map(|_| "監査証跡の欠如".to_owned()));
    let layers = vec![layer("対策", LayerState::Partial); 5];
    let data = RelationData { layers, vulnerabilities: weak, ..data() };
    assert!(relation(&data).contains(">ほか7つ<"), "{}", relation(&data));
    assert!(relation_on_phone(&data).contains(">脆弱性（弱点） ほか7つ<"), "{}", relation_on_phone(&data));
}

#[test]
fn a_planned_task_is_seen_beside_many_layers() {
    let mut layers = vec![layer("対策", LayerState::Partial); 9];
    layers.push(layer("端末を買う", LayerState::Planned));
    let data = RelationData { layers, ..data() };
    for svg in [relation(&data), relation_on_phone(&data)] {
        assert!(svg.contains(">端末を買う<") && svg.contains(">計画中"), "{svg}");
    }
    assert!(relation(&data).contains(">ほか6つの<"), "{}", relation(&data));
    assert!(relation_on_phone(&data).contains(">ほか3つの対策<"), "{}", relation_on_phone(&data));
}

#[test]
fn what_is_planned_is_never_one_with_what_is_there() {
    let mut layers = vec![layer("対策", LayerState::Done); 4];
    layers.extend(vec![layer("作業", LayerState::Planned); 6]);
    let svg = relation(&RelationData { layers, ..data() });
    // Two slots for what is there, three for what is planned.
    assert!(svg.contains(">ほか3つの<") && svg.contains(">ほか4つの<"), "{svg}");
    assert_eq!(svg.matches(">計画中<").count(), 3, "{svg}");
    assert!(!svg.contains(">一部<"), "{svg}");
}

#[test]
fn without_a_threat_the_line_is_broken() {
    let svg = relation(&RelationData { threat: None, ..data() });
    assert!(svg.contains("知られた脅威はありません。") && svg.contains("stroke-dasharray=\"6 6\""), "{svg}");
}

#[test]
fn columns_say_band_and_count() {
    let point = |label: &str, counts| TrendPoint { label: label.into(), counts };
    let svg = trend(&[point("2025/11/24", [3, 5, 2]), point("今", [1, 6, 3])]);
    assert!(
        svg.contains("<desc>2025/11/24は、高3件、中5件、低2件です。今は、高1件、中6件、低3件です。</desc>"),
        "{svg}"
    );
    assert!(svg.contains(">中 6<") && svg.contains(">10件<"), "{svg}");
    assert_eq!(count(&trend(&vec![point("今", [0, 0, 0]); 9]), "rect"), 0);
}

proptest! {
    #[test]
    fn any_words_stay_words(title in any::<String>(), subject in "\\PC{0,40}", many in 0..12usize) {
        let layers = (0..many).map(|_| layer(&title, LayerState::Partial)).collect();
        let data = RelationData { layers, subject, threat: Some(title.clone()), ..data() };
        for svg in [relation(&data), relation_on_phone(&data)] {
            prop_assert_eq!(count(&svg, "svg"), 1);
            prop_assert!(svg.ends_with("</svg>"));
            let again = if svg.contains("0 0 1000") { relation(&data) } else { relation_on_phone(&data) };
            prop_assert_eq!(again, svg);
        }
    }
}
