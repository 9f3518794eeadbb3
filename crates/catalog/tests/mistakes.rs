//! A wrong file is named with its line and how to mend it; it hides no other mistake.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use common::{Texts, texts, told, told_of};

const REGULATION: &str = r#"[regulation]
id = "sample"
chapter = 90
title = "見本"
category = "技術的対策"
number = "REG-90"
scope = "全社・全従業員"
purpose = "見本を守る。"
source = "own"
certainty = "own"

[[section]]
id = "first"
title = "最初の見出し"
source = "own"
certainty = "own"

[[clause]]
id = "sample.rule"
tier = "standard"
section = "first"
title = "規則"
role = "employee"
text = "{role:employee}は、{days}以内に直す。"
condition = "cloud"
reason = "見本だからです。"
source = "own"
certainty = "own"

[clause.answers]
controls = ["5.1"]

[[clause.blank]]
name = "days"
kind = "integer"
label = "期限"
default = 3
min = 1
unit = "日"
"#;

const FORM: &str = r#"[form]
id = "sample-form"
title = "見本の用紙"
purpose = "見本を書くための用紙です。"
kind = "sheet"
clauses = ["sample.rule"]
keeper = "employee"
retention = "3年"
source = "own"
certainty = "own"

[[field]]
label = "区分"
kind = "choice"
choices = ["甲", "乙"]
"#;

const PAGE: &str = r#"[page]
id = "sample-page"
order = 90
title = "見本"
lead = "見本だからです。"
trouble = "すぐに知らせます。"
contact = "employee"
clauses = ["sample.rule"]
source = "own"
certainty = "own"

[[point]]
do = "直します。"
why = "見本だからです。"

[[point]]
do = "書きます。"
why = "見本だからです。"

[[point]]
do = "知らせます。"
why = "見本だからです。"
"#;

const GUIDELINE: &str = r#"[guideline]
id = "sample-guide"
title = "見本の手引き"
publisher = "Sonae"
edition = "1"
audience = "見本を読む人です。"
purpose = "見本にするためです。"
steps = ["読みます。"]
explanation = "見本です。"
source = "own"
certainty = "own"

[[answer]]
id = "done"
title = "実施"
score = 4

[[answer]]
id = "partial"
title = "一部"
score = 2

[[answer]]
id = "none"
title = "未実施"
score = 0

[[answer]]
id = "unknown"
title = "不明"
score = -1

[[band]]
from = -1
to = 3
title = "不十分"
next = "始めます。"

[[band]]
from = 4
to = 4
title = "十分"
next = "続けます。"

[[group]]
id = "all"
title = "すべて"
source = "own"
certainty = "own"

[[check]]
id = "sample-guide.1"
number = "1"
group = "all"
title = "見本を直す"
meaning = "見本を直すことです。"
why = "見本だからです。"
how = "直します。"
source = "own"
certainty = "own"

[[check.situation]]
answer = "done"
text = "直しています。"

[[check.situation]]
answer = "partial"
text = "ときどき直しています。"
clauses = ["sample.rule"]

[[check.situation]]
answer = "none"
text = "直していません。"
clauses = ["sample.rule"]
"#;

const JOIN: &str = r#"[[join]]
line = "paper.outside-loss"
threat = "CF-01"
vulnerability = "OR-30"
controls = ["7.9"]
reason = "見本の理由です。"
source = "own"
certainty = "own"
"#;

const SAMPLES: [(&str, &str); 5] = [
    ("regulations/90-sample.toml", REGULATION),
    ("forms/sample-form.toml", FORM),
    ("handbook/90-sample.toml", PAGE),
    ("guidelines/sample-guide.toml", GUIDELINE),
    ("joins/sample.toml", JOIN),
];

fn with_samples() -> Texts {
    let mut all = texts();
    all.extend(SAMPLES.map(|(path, text)| (path.to_owned(), text.to_owned())));
    all
}

static BEFORE: LazyLock<Vec<String>> = LazyLock::new(|| told(with_samples()));

/// What is told more than of the samples as they are, once `from` in `path` reads `to`.
fn told_more(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut changed = with_samples();
    let text = &changed[path];
    assert!(text.contains(from), "{path} has no {from}");
    let text = text.replacen(from, to, 1);
    changed.insert(path.to_owned(), text);
    let mut after = told(changed);
    after.retain(|line| !BEFORE.contains(line));
    after
}

/// Asserts that the change is told once with its file and line, and that the mend is said.
#[track_caller]
fn tells(path: &str, from: &str, to: &str, line: usize, words: &str) {
    let more = told_more(path, from, to);
    let place = format!("catalog/{path} の{line}行目: ");
    assert!(more.iter().any(|told| told.starts_with(&place) && told.contains(words)), "{from} → {to}: {more:#?}");
}

#[test]
fn samples_in_their_form_are_no_mistake() {
    let of_samples: Vec<&String> =
        BEFORE.iter().filter(|told| SAMPLES.iter().any(|(path, _)| told.contains(path))).collect();
    // The one row of the sample stands in a file that is not its medium's.
    assert!(of_samples.iter().all(|told| told.contains("joins/paper.toml に移して")), "{of_samples:#?}");
}

#[test]
fn an_unreadable_chapter_is_named_and_hides_no_other() {
    let mut broken = with_samples();
    broken.insert("regulations/91-broken.toml".into(), "[regulation\n".into());
    broken.insert("forms/broken.toml".into(), FORM.replace("keeper", "keepr"));
    let told = told(broken);
    assert!(told.iter().any(|told| told.starts_with("catalog/regulations/91-broken.toml の1行目: 見出しは [名前]")));
    assert!(told.iter().any(|told| told.starts_with("catalog/forms/broken.toml の7行目: 「keepr」という項目は")));
    let missing = with_samples().into_iter().filter(|(path, _)| path != "roles.toml").collect();
    assert_eq!(common::told(missing), ["catalog/roles.toml がありません。"]);
}

#[test]
fn unreadable_files_at_the_top_are_named_all_at_once_with_the_chapters() {
    let mut broken = with_samples();
    broken.insert("threats.toml".into(), "[[type]\n".into());
    broken.insert("media.toml".into(), "\n[[medium]\n".into());
    broken.insert("readings.toml".into(), "source = 1\n".into());
    broken.insert("criteria.toml".into(), "[[band]\n".into());
    broken.insert("controls/people.toml".into(), "[[control]\n".into());
    broken.insert("forms/broken.toml".into(), "[form\n".into());
    broken.remove("roles.toml");
    let told = told(broken);
    let starts = [
        "catalog/controls/people.toml の1行目: 見出しは",
        "catalog/criteria.toml の1行目: 見出しは",
        "catalog/forms/broken.toml の1行目: 見出しは",
        "catalog/media.toml の2行目: 見出しは",
        "catalog/readings.toml の1行目: ",
        "catalog/roles.toml がありません。",
        "catalog/threats.toml の1行目: 見出しは",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
}

#[test]
fn a_file_that_is_no_text_is_named_and_blames_no_other() {
    let why = "文字として読めません。";
    let told_without = |path: &str| {
        let mut files: BTreeMap<_, _> = with_samples().into_iter().map(|(path, text)| (path, Ok(text))).collect();
        files.insert(path.to_owned(), Err(why.to_owned()));
        let mut told = told_of(files);
        told.retain(|line| !BEFORE.contains(line));
        told
    };
    for path in ["topics/ransomware.toml", "roles.toml"] {
        assert_eq!(told_without(path), [format!("catalog/{path}: {why}")]);
    }
}

#[test]
fn an_id_that_another_chapter_has_is_named_with_both_files() {
    for (path, text) in &SAMPLES[..4] {
        let copy = path.replace("sample", "sampled");
        let mut all = with_samples();
        all.insert(copy.clone(), (*text).to_owned());
        let (place, before) = (format!("catalog/{copy} の2行目: "), format!("2回使われています（catalog/{path} にも"));
        let told = told(all);
        assert!(told.iter().any(|told| told.starts_with(&place) && told.contains(&before)), "{told:#?}");
    }
}

/// What stands in an unreadable chapter is not missed elsewhere; what stands nowhere still is.
#[test]
fn an_unreadable_chapter_blames_no_healthy_file() {
    let mut broken = with_samples();
    let backup = broken.get_mut("topics/ransomware.toml").unwrap();
    *backup = backup.replacen("[[clause]]", "[[clause]", 1);
    let regulation = broken.get_mut(SAMPLES[0].0).unwrap();
    *regulation = regulation.replace("controls = [\"5.1\"]", "controls = [\"5.99\"]");
    let new: Vec<String> = told(broken).into_iter().filter(|told| !BEFORE.contains(told)).collect();
    assert_eq!(new.len(), 2, "{new:#?}");
    assert!(new[0].starts_with("catalog/topics/ransomware.toml の") && new[0].contains("見出しは"), "{new:#?}");
    assert!(new[1].contains("管理策「5.99」はありません"), "{new:#?}");
}

#[test]
fn wrong_regulations() {
    let path = SAMPLES[0].0;
    tells(path, "category = \"技術的対策\"", "category = \"技術\"", 5, "使える言葉: 組織的対策、");
    tells(path, "title = \"最初の見出し\"", "title = \"最初の見出し\"\ntier = \"standard\"", 15, "tier を書きません");
    tells(path, "tier = \"standard\"", "tier = \"basic-policy\"", 20, "standard か procedure");
    tells(path, "section = \"first\"", "section = \"second\"", 21, "[[section]] にありません");
    tells(path, "role = \"employee\"", "role = \"nobody\"", 23, "役割「nobody」はありません");
    tells(path, "{days}", "{weeks}", 24, "[[clause.blank]] にありません");
    tells(path, "default = 3", "default = 0", 34, "default が使えません");
    tells(path, "condition = \"cloud\"", "condition = \"clod\"", 25, "profile.toml の");
    tells(path, "condition = \"cloud\"", "condition = \"cloud and\"", 25, "条件が途中で終わっています");
    tells(path, "controls = [\"5.1\"]", "controls = [\"5.99\"]", 31, "管理策「5.99」はありません");
    tells(path, "controls = [\"5.1\"]", "controls = []", 30, "answers");
    tells(path, "見本を守る。", &format!("{}。", "長".repeat(91)), 8, "91文字あります");
    tells(path, "source = \"own\"", "source = \"hearsay\"", 9, "資料「hearsay」はありません");
    tells(path, "certainty = \"own\"", "certainty = \"verified\"", 10, "certainty を own に");
    tells(path, "number = \"REG-90\"", "number = \"ISP-001\"", 6, "ほかのファイルでも使われています");
    tells(path, "id = \"sample.rule\"", "id = \"ransomware.backup-taking\"", 19, "2回使われています");
}

#[test]
fn wrong_forms_and_pages() {
    let path = SAMPLES[1].0;
    tells(path, "keeper = \"employee\"", "keeper = \"nobody\"", 7, "役割「nobody」はありません");
    tells(path, "clauses = [\"sample.rule\"]", "clauses = [\"no.rule\"]", 6, "条項「no.rule」はありません");
    tells(path, "clauses = [\"sample.rule\"]", "clauses = []", 6, "1つ以上書いてください");
    tells(path, "choices = [\"甲\", \"乙\"]", "choices = []", 13, "2つ以上");
    tells(path, "kind = \"choice\"", "kind = \"text\"", 13, "kind を choice に");
    let path = SAMPLES[2].0;
    tells(path, "contact = \"employee\"", "contact = \"nobody\"", 7, "役割「nobody」はありません");
    tells(path, "clauses = [\"sample.rule\"]", "clauses = [\"no.rule\"]", 8, "条項「no.rule」はありません");
    tells(path, "[[point]]\ndo = \"知らせます。\"\nwhy = \"見本だからです。\"\n", "", 12, "3〜6件にしてください");
    tells(path, "order = 90", "order = 90\ncondition = \"clod\"", 4, "profile.toml の");
}

#[test]
fn wrong_guidelines() {
    let path = SAMPLES[3].0;
    tells(path, "group = \"all\"", "group = \"none\"", 54, "見出し「none」はありません");
    tells(path, "answer = \"partial\"", "answer = \"half\"", 67, "答え「half」はありません");
    tells(path, "answer = \"partial\"", "answer = \"none\"", 52, "answer = \"partial\"");
    tells(path, "clauses = [\"sample.rule\"]", "clauses = [\"no.rule\"]", 69, "条項「no.rule」はありません");
    tells(path, "clauses = [\"sample.rule\"]", "clauses = []", 68, "始める条項（clauses）がありません");
    tells(path, "from = 4", "from = 3", 33, "すき間も重なりもなく");
    tells(path, "id = \"unknown\"", "id = \"unsure\"", 29, "使える言葉: done、");
}

#[test]
fn wrong_joins() {
    let path = SAMPLES[4].0;
    tells(path, "threat = \"CF-01\"", "threat = \"XX-01\"", 3, "脅威「XX-01」はありません");
    tells(path, "vulnerability = \"OR-30\"", "vulnerability = \"XX-24\"", 4, "脆弱性「XX-24」はありません");
    tells(path, "controls = [\"7.9\"]", "controls = []", 6, "1〜4件");
    tells(path, "threat = \"CF-01\"", "threat = \"TF-04\"", 6, "media に paper がありません");
    tells(
        path,
        "line = \"paper.outside-loss\"",
        "line = \"paper.nothing\"",
        2,
        "脅威の行「paper.nothing」はありません",
    );
    let twice = told_more(path, JOIN, &format!("{JOIN}\n{JOIN}"));
    assert!(twice.iter().any(|told| told.contains("2回あります")), "{twice:#?}");
}

#[test]
fn wrong_topics_and_cases() {
    let topic = "topics/ransomware.toml";
    let text = &texts()[topic];
    let line_of = |words: &str| text.lines().position(|line| line.contains(words)).unwrap() + 1;
    tells(topic, "id = \"physical\"", "id = \"physics\"", line_of("[[section]]"), "target-threat・organizational・");
    tells(
        topic,
        "\"office-pc.ransomware\", \"internal",
        "\"office-pc.nothing\", \"internal",
        line_of("lines = "),
        "ありません",
    );
    let case = "cases/ransomware.toml";
    let text = &texts()[case];
    let line_of = |words: &str| text.lines().position(|line| line.contains(words)).unwrap() + 1;
    tells(
        case,
        "\"ransomware.disconnect\"",
        "\"ransomware.connect\"",
        line_of("shortened_by"),
        "条項「ransomware.connect」",
    );
    tells(case, "topic = \"ransomware\"", "topic = \"ransom\"", line_of("topic = "), "話題「ransom」はありません");
    tells(
        case,
        "assets = [\"受注と出荷のデータ\", \"会計データ\", \"顧客リスト\", \"社員名簿\"]",
        "assets = []",
        line_of("assets"),
        "1つ以上",
    );
}

#[test]
fn wrong_and_missing_readings() {
    let told_of = |old: &str, new: &str| {
        let mut changed = texts();
        let readings = changed.get_mut("readings.toml").unwrap();
        assert!(readings.contains(old));
        *readings = readings.replacen(old, new, 1);
        told(changed).into_iter().filter(|told| !BEFORE.contains(told)).collect::<Vec<_>>()
    };
    let katakana = told_of("= \"かぎ\"", "= \"カギ\"");
    assert!(katakana[0].contains("「鍵」の読み「カギ」を、ひらがなだけで"), "{katakana:?}");
    let kana = told_of("\"鍵\" =", "\"かぎ\" =");
    assert!(kana[0].contains("漢字がないので"), "{kana:?}");
    let missing = told_of("\"権限\" = \"けんげん\"\n", "");
    assert!(missing[0].contains("「権限」の読みがありません"), "{missing:?}");
}

#[test]
fn a_word_that_names_two_terms() {
    let path = "vocabulary.toml";
    let text = &texts()[path];
    let line = text.lines().position(|line| line.contains("\"社内規程\"")).unwrap() + 1;
    tells(
        path,
        "\"社内規程\"",
        "\"顧客データ\"",
        line,
        "「顧客データ」は、用語「顧客名簿（顧客リスト）」の名前でもあります",
    );
}
