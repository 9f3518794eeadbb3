//! Entries, their links both ways, and finding them by words.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use catalog::{Catalog, Entry, Kind};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load().unwrap());

fn entry(kind: Kind, id: &str) -> Entry<'static> {
    CATALOG.entry(kind, id).unwrap()
}

fn linked(from: Entry<'_>, label: &str) -> Vec<String> {
    let groups = CATALOG.links(&from);
    let group = groups.iter().find(|group| group.label == label);
    group.map_or_else(Vec::new, |group| group.links.iter().map(|link| link.entry.id.to_owned()).collect())
}

#[test]
fn every_entry_of_every_kind_is_found_by_its_id_and_says_something() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_word(kind.word()), Some(kind));
        for listed in CATALOG.entries_of(kind) {
            let found = CATALOG.entry(kind, listed.id).unwrap();
            assert_eq!((found.kind, found.id, found.title), (kind, listed.id, listed.title));
            let details = CATALOG.details(&found);
            assert!(!details.is_empty(), "{} {}", kind.word(), found.id);
            assert!(details.iter().flat_map(|detail| &detail.texts).all(|text| !text.is_empty()));
        }
    }
}

#[test]
fn kinds_may_share_an_id() {
    let kinds: Vec<Kind> = CATALOG.entries("ransomware").iter().map(|entry| entry.kind).collect();
    assert!(kinds.contains(&Kind::Topic) && kinds.contains(&Kind::Case));
    assert!(CATALOG.entries("no-such-id").is_empty());
}

/// Whatever one entry names, names it back.
#[test]
fn every_link_leads_back() {
    let mut edges = BTreeSet::new();
    for from in Kind::ALL.into_iter().flat_map(|kind| CATALOG.entries_of(kind)) {
        for link in CATALOG.links(&from).iter().flat_map(|group| &group.links) {
            edges.insert(((from.kind, from.id), (link.entry.kind, link.entry.id.to_owned())));
        }
    }
    assert!(edges.len() > 10_000, "{}", edges.len());
    let back = edges.iter().map(|((kind, id), (other, name))| ((*other, name.as_str()), (*kind, (*id).to_owned())));
    assert_eq!(back.filter(|edge| !edges.contains(edge)).count(), 0);
}

#[test]
fn links_say_what_they_are() {
    let taking = entry(Kind::Clause, "ransomware.backup-taking");
    let answered = &CATALOG.clause("ransomware.backup-taking").unwrap().answers;
    assert_eq!(linked(taking, "この条項が答える脆弱性"), answered.vulnerabilities);
    let weakness = entry(Kind::Vulnerability, &answered.vulnerabilities[0]);
    assert!(linked(weakness, "この脆弱性に答える条項").iter().any(|id| id == "ransomware.backup-taking"));
    assert_eq!(linked(taking, "この条項がある文書"), ["ransomware"]);
    let case = entry(Kind::Case, "ransomware");
    assert_eq!(linked(case, "対策のある話題"), ["ransomware"]);
    assert!(
        linked(entry(Kind::Clause, "ransomware.update"), "この条項があれば防げた事例").contains(&"ransomware".into())
    );
    let threat = entry(Kind::Threat, "CI-04");
    assert!(linked(threat, "この脅威がつけ込む脆弱性").contains(&"HW-08".into()));
    assert!(linked(entry(Kind::Medium, "paper"), "この媒体で起きること").contains(&"paper.loss".into()));
}

#[test]
fn a_clause_knows_its_document() {
    for (clause, kind, document) in [
        ("ransomware.backup-taking", Kind::Topic, "ransomware"),
        ("access-control.access-table", Kind::Regulation, "access-control"),
    ] {
        let found = CATALOG.document_of(clause).unwrap();
        assert_eq!((found.kind, found.id), (kind, document));
    }
    assert!(CATALOG.clauses().all(|clause| CATALOG.document_of(&clause.id).is_some()));
    assert!(CATALOG.document_of("no-such-clause").is_none());
}

fn ids(words: &str) -> Vec<&'static str> {
    CATALOG.search(words, 50).iter().map(|entry| entry.id).collect()
}

#[test]
fn spelling_makes_no_difference() {
    let expected = ids("バックアップ");
    assert!(expected.len() > 10);
    for spelling in ["ﾊﾞｯｸｱｯﾌﾟ", "ばっくあっぷ", "　バックアップ　"] {
        assert_eq!(ids(spelling), expected, "{spelling}");
    }
    assert_eq!(ids("サーバ"), ids("サーバー"));
    for (katakana, hiragana) in
        [("メール", "めーる"), ("ネットワーク", "ねっとわーく"), ("ウェブページ", "うぇぶぺーじ")]
    {
        assert_eq!(ids(hiragana), ids(katakana), "{hiragana}");
    }
    assert_eq!(ids("ｉｓｏ２７００１"), ids("iso27001"));
    assert_eq!(ids("wifi"), ids("Wi-Fi"));
    assert_eq!(ids("sw-21").first(), Some(&"SW-21"));
}

#[test]
fn a_reading_finds_the_term_and_where_it_is_used() {
    let found = ids("ぜいじゃくせい");
    assert_eq!(CATALOG.entries(found[0])[0].title, "脆弱性");
    assert!(CATALOG.search("ぜいじゃくせい", 500).iter().any(|entry| entry.kind != Kind::Term));
}

/// Not only terms: whatever stands in the catalog is found by whoever writes it in kana.
#[test]
fn kana_find_every_word_and_okurigana_make_no_difference() {
    let all = |words: &str| CATALOG.search(words, 5000).iter().map(|entry| (entry.kind, entry.id)).collect::<Vec<_>>();
    for (word, reading) in CATALOG.readings.words.iter().step_by(37) {
        let (kanji, kana) = (all(word), all(reading));
        assert!(!kanji.is_empty(), "{word} stands nowhere");
        assert!(kanji.iter().all(|entry| kana.contains(entry)), "{reading} finds less than {word}");
    }
    for (kanji, other) in [
        ("顧客名簿", "こきゃくめいぼ"),
        ("情報漏えい", "じょうほうろうえい"),
        ("鍵の管理", "かぎのかんり"),
        ("セキュリティ教育", "せきゅりてぃきょういく"),
        ("アクセス制御", "アクセスせいぎょ"),
        ("持ち出し", "持出し"),
        ("持ち出し許可", "持出許可"),
        ("取り扱い", "取扱い"),
    ] {
        let (kanji, found) = (all(kanji), all(other));
        assert!(!kanji.is_empty() && kanji.iter().all(|entry| found.contains(entry)), "{other}: {found:?}");
    }
}

#[test]
fn the_other_name_of_a_term_finds_what_says_the_one() {
    let one = CATALOG.search("ウェブサイト", 500);
    let other: Vec<&str> = CATALOG.search("ホームページ", 500).iter().map(|entry| entry.id).collect();
    assert!(one.len() > 30 && one.iter().all(|entry| other.contains(&entry.id)), "{other:?}");
}

/// Words of people who do not know the catalog's.
#[test]
fn words_of_others_find_what_the_catalog_calls_otherwise() {
    for word in [
        "漏洩",
        "情報漏洩",
        "個人情報漏洩",
        "情報漏れ",
        "ウィルス",
        "ウィルス対策",
        "コンピュータウイルス",
        "ランサムウエア",
        "身代金",
        "みのしろきん",
        "ソフトウエア",
        "ハードウエア",
        "ファイヤーウォール",
        "セキュリティーソフト",
        "ワイファイ",
        "フリーWi-Fi",
        "二段階認証",
        "にだんかいにんしょう",
        "2段階認証",
        "２段階認証",
        "二要素認証",
        "2要素認証",
        "ワンタイムパスワード",
        "使い回し",
        "共用ID",
        "のっとり",
        "振込詐欺",
        "サポート終了",
        "サポート切れ",
        "顧客情報",
        "下請け",
        "下請",
        "したうけ",
        "再下請け",
        "規定",
        "チャットGPT",
    ] {
        assert!(!ids(word).is_empty(), "{word}");
    }
    for (word, title) in [
        ("漏洩", "漏えい"),
        ("ウィルス対策", "対策"),
        ("ソフトウエア", "ソフトウェア"),
        ("二段階認証", "多要素認証"),
        ("下請け", "委託先"),
        ("身代金", "ランサムウェア"),
        ("規定", "規程"),
    ] {
        let titles: Vec<&str> = CATALOG.search(word, 2).iter().map(|entry| entry.title).collect();
        assert!(titles.len() == 2 && titles.iter().all(|found| found.contains(title)), "{word}: {titles:?}");
    }
    for (word, id) in [
        ("フリーWi-Fi", "public-wireless-network"),
        ("サポート切れ", "end-of-support"),
        ("顧客情報", "customer-list"),
        ("ファイヤーウォール", "firewall"),
    ] {
        assert_eq!(ids(word).first(), Some(&id), "{word}");
    }
    for (word, other) in [("ウイルス", "ウィルス"), ("ソフトウェア", "ソフトウエア"), ("ハードウェア", "ハードウエア")]
    {
        assert_eq!(ids(other), ids(word), "{other}");
    }
}

#[test]
fn every_synonym_finds_its_term_and_is_the_name_of_no_other() {
    let mut known: BTreeSet<&str> = CATALOG.terms.iter().map(|term| term.title.as_str()).collect();
    for term in &CATALOG.terms {
        for synonym in &term.synonyms {
            assert!(known.insert(synonym), "{synonym} is said twice");
            let first = CATALOG.search(synonym, 10);
            assert!(first.iter().any(|entry| entry.kind == Kind::Term && entry.id == term.id), "{synonym}: {first:?}");
        }
    }
}

#[test]
fn titles_come_before_texts_and_all_words_must_be_there() {
    let found = CATALOG.search("バックアップ", 500);
    let in_title = |entry: &Entry<'_>| entry.title.contains("バックアップ");
    let first_without = found.iter().position(|entry| !in_title(entry)).unwrap();
    assert!(first_without > 3);
    assert!(found[first_without..].iter().filter(|entry| in_title(entry)).count() == 0);
    let both = CATALOG.search("バックアップ クラウド", 500);
    assert!(!both.is_empty() && both.len() < found.len());
    assert!(ids("そのような言葉はありません").is_empty());
    assert!(ids("　").is_empty());
    assert_eq!(CATALOG.search("情報", 3).len(), 3);
}

#[test]
fn what_was_found_is_shown_with_its_sentence() {
    let told = |entry: Entry<'_>, words: &str| {
        let passage = CATALOG.passage(&entry, &CATALOG.wanted(words))?;
        let piece = |piece: &catalog::Piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() };
        Some((passage.label, passage.pieces.iter().map(piece).collect::<String>()))
    };
    let story = told(entry(Kind::Case, "ransomware"), "きんせん 英語").unwrap();
    assert_eq!(story.0, "起きたこと");
    assert!(story.1.contains("[英語]") && story.1.ends_with('。'), "{}", story.1);
    assert_eq!(told(entry(Kind::Threat, "CI-04"), "そのような言葉はありません"), None);
    // A sentence with both words goes before an earlier one with one of them.
    let both = told(entry(Kind::Case, "ransomware"), "バックアップ 練習").unwrap();
    assert!(both.1.contains("[バックアップ]") && both.1.contains("[練習]"), "{}", both.1);
    for entry in CATALOG.found(&CATALOG.wanted("ぜいじゃくせい")).into_iter().take(50) {
        let shown = told(entry, "ぜいじゃくせい");
        assert!(shown.is_none_or(|(_, sentence)| sentence.contains('[')), "{}", entry.id);
    }
}
