//! The embedded catalog is whole, and wrong entries would be found.

#![allow(clippy::unwrap_used)]

mod common;

use catalog::{Answer, Catalog, Certainty, Condition, Part, Profile, ProfileError, Template, Truth};

#[test]
fn the_catalog_loads_without_a_problem() {
    let problems = Catalog::load().unwrap().problems();
    let listed = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(problems.is_empty(), "{listed}");
}

/// Fails while chapters are still being written; what is missing is listed.
#[test]
fn the_catalog_is_complete() {
    let gaps = Catalog::load().unwrap().gaps();
    let listed = gaps.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(gaps.is_empty(), "{listed}");
}

#[test]
fn the_published_counts_are_there() {
    let catalog = Catalog::load().unwrap();
    let count = |kind: &str| catalog.counts().into_iter().find(|(title, _)| *title == kind).unwrap().1;
    assert_eq!(count("脅威"), 43);
    assert_eq!(count("脆弱性"), 85);
    assert_eq!(count("管理策"), 93);
    assert_eq!(count("媒体・保存先"), 6);
    assert_eq!(count("10大脅威（3年分）"), 30);
    assert_eq!(count("評価の基準"), 9);
    assert_eq!(count("リスク対応"), 4);
    assert!(count("媒体ごとの脅威の行") >= 21);
    assert_eq!(catalog.controls.iter().filter(|control| control.new_in_2022).count(), 11);
}

/// Counted in the text of the files: no entry is without source and certainty, and none is left uncounted.
#[test]
fn every_entry_says_where_it_comes_from() {
    let catalog = Catalog::load().unwrap();
    let total: usize = catalog.certainties().iter().map(|(_, count)| count).sum();
    assert_eq!(total, catalog.source_counts().iter().map(|(_, count)| count).sum::<usize>());
    let (mut entries, mut sources, mut certainties) = (0, 0, 0);
    // Parts of an entry follow it; sources are what the others point to.
    let parts = ["[[source]]", "[clause.answers]", "[[clause.blank]]", "[case.damage]", "[[check.situation]]"];
    let parts = parts.into_iter().chain(["[[field]]", "[[point]]", "[[answer]]"]).collect::<Vec<_>>();
    for (path, text) in common::texts() {
        let is_part = |line: &str| parts.contains(&line) || path.starts_with("guidelines/") && line == "[[band]]";
        entries += text.lines().filter(|line| line.starts_with('[') && !is_part(line.trim())).count();
        sources += text.lines().filter(|line| line.starts_with("source = ")).count();
        certainties += text.lines().filter(|line| line.starts_with("certainty = ")).count();
    }
    assert_eq!((sources, certainties, total), (entries, entries, entries));
}

#[test]
fn every_ten_threat_rank_stands_once_a_year() {
    let catalog = Catalog::load().unwrap();
    for year in [2024, 2025, 2026] {
        let mut ranks: Vec<u8> =
            catalog.ten_threats.iter().filter(|entry| entry.year == year).map(|entry| entry.rank).collect();
        ranks.sort_unstable();
        assert_eq!(ranks, (1..=10).collect::<Vec<_>>());
    }
}

#[test]
fn broken_references_are_found_with_file_and_line() {
    let mut catalog = Catalog::load().unwrap();
    catalog.joins[0].threat = "XX-99".into();
    catalog.topics[0].clauses[0].role = "nobody".into();
    catalog.threats[0].explanation = "長".repeat(120);
    catalog.cases[0].case.source = "hearsay".into();
    catalog.questions[2].certainty = Certainty::Verified;
    catalog.topics[0].sections[0].source = "nowhere".into();
    let problems = catalog.problems();
    assert!(problems.iter().any(|problem| problem.file.starts_with("joins/") && problem.message.contains("XX-99")));
    assert!(problems.iter().any(|problem| problem.file.starts_with("topics/") && problem.message.contains("nobody")));
    assert!(problems.iter().any(|problem| problem.file == "threats.toml" && problem.message.contains("120文字")));
    assert!(problems.iter().any(|problem| problem.file.starts_with("cases/") && problem.message.contains("hearsay")));
    let unsure = |problem: &&catalog::Problem| problem.file == "profile.toml" && problem.message.contains("certainty");
    let unsure = problems.iter().find(unsure).unwrap();
    assert!(unsure.line > 10 && unsure.message.contains("representative"), "{unsure}");
    assert!(problems.iter().any(|problem| problem.file.starts_with("topics/") && problem.message.contains("nowhere")));
    // A reference that stands in no text has no line.
    assert!(problems.iter().filter(|problem| !problem.message.contains("XX-99")).all(|problem| problem.line > 1));
}

fn condition(text: &str) -> Condition {
    Condition::try_from(text.to_owned()).unwrap()
}

fn profile(conditions: &str) -> Profile {
    Profile::parse(&format!("[organization]\nemployees = 12\n[conditions]\n{conditions}"), &Catalog::load().unwrap())
        .unwrap()
}

#[test]
fn conditions_hold_not_hold_or_stay_unknown() {
    let company = profile("telework = true\ncloud = false");
    for (text, expected) in [
        ("", Truth::Yes),
        ("telework", Truth::Yes),
        ("cloud", Truth::No),
        ("byod", Truth::Unknown),
        ("not cloud", Truth::Yes),
        ("not byod", Truth::Unknown),
        ("telework and cloud", Truth::No),
        ("telework or byod", Truth::Yes),
        ("cloud and byod", Truth::No),
        ("cloud or byod", Truth::Unknown),
        ("not (telework and cloud)", Truth::Yes),
        ("employees >= 10", Truth::Yes),
        ("employees >= 13", Truth::No),
        ("cloud or telework and not cloud", Truth::Yes),
    ] {
        assert_eq!(condition(text).holds(&company), expected, "{text}");
    }
    for wrong in
        ["and", "telework and", "(telework", "telework)", "telework cloud", "employees >=", "Telework", "a >= b"]
    {
        assert!(Condition::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

#[test]
fn templates_are_cut_into_parts() {
    let template = Template::try_from("{role:employee}は、{organization}の{days}以内に{a.b}。".to_owned()).unwrap();
    assert_eq!(template.0.len(), 8);
    assert_eq!(template.0[0], Part::Role("employee".into()));
    assert_eq!(template.blanks().collect::<Vec<_>>(), ["days", "a.b"]);
    for wrong in ["{open", "{}", "{what:ever}"] {
        assert!(Template::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

#[test]
fn a_profile_says_what_is_wrong_with_it() {
    let catalog = Catalog::load().unwrap();
    let parse = |text: &str| Profile::parse(text, &catalog);
    let unclosed = parse("[organization\n").unwrap_err();
    assert!(matches!(&unclosed.0[..], [ProfileError::Form(misread)] if misread.line == 1));
    assert!(unclosed.to_string().starts_with("プロファイルの1行目: 見出しは [名前]"), "{unclosed}");
    let unknown = parse("[conditions]\ntelewrok = true").unwrap_err();
    assert!(unknown.to_string().contains("telewrok") && unknown.to_string().contains("telework"));
    assert!(parse("[conditions]\ntelework = \"yes\"").unwrap_err().to_string().contains("true（はい）"));
    assert!(parse("[organization]\nemployees = 0").unwrap_err().to_string().contains("1以上"));
    assert!(parse("[organization]\nrevised-on = \"4月1日\"").unwrap_err().to_string().contains("2026-04-01"));
    assert!(parse("[measures]\nbackup = 4").unwrap_err().to_string().contains("3（未実施）"));
    assert!(parse("[measures]\nbakcup = 3").is_err());
    assert!(parse("[roles]\nboss = \"社長\"").is_err());
    assert!(parse("[blanks]\n\"no.such\" = 1").is_err());
    let kind = parse("[blanks]\n\"ransomware.backup-taking.interval\" = \"ときどき\"").unwrap_err().to_string();
    assert!(kind.contains("ransomware.backup-taking.interval") && kind.contains("毎週"), "{kind}");
    assert!(parse("[media]\n\"書庫\" = \"棚\"").unwrap_err().to_string().contains("書類、"));
    let all = "[organization]\nemployees = 0\n[conditions]\ntelewrok = true\n[measures]\nbackup = 4\n\
               [threats]\nnone = 1\n[roles]\nboss = \"社長\"\n[blanks]\n\"no.such\" = 1\n[media]\n\"書庫\" = \"棚\"\n";
    assert_eq!(parse(all).unwrap_err().0.len(), 7, "every mistake is named at once");
    let empty = parse("[organization]\nname = \"\"\n[roles]\nemployee = \" \"").unwrap();
    assert_eq!((empty.organization(), empty.role("employee")), (None, None));
    let dated = parse("[organization]\nrevised-on = 2026-04-01\nname = \"見本\"").unwrap();
    assert_eq!(dated.revised_on().unwrap().to_string(), "2026-04-01");
    assert_eq!(dated.answer("name"), Some(&Answer::Text("見本".into())));
}

/// 業務用ノートPC of the slides: a known threat, one weakness, two controls in layers (8.5, 7.9).
#[test]
fn the_slides_notebook_pc_is_case_three_reduced() {
    let catalog = Catalog::load().unwrap();
    let example = catalog.worked_examples.iter().find(|example| example.id == "notebook-pc").unwrap();
    assert_eq!(example.controls, ["8.5", "7.9"]);
    assert_eq!(example.relation().number(), Some(3));
    assert_eq!(example.relation().outcome(), method::Outcome::Reduced);
}

#[test]
fn a_profile_is_read_as_it_was_written() {
    let catalog = Catalog::load().unwrap();
    let mut profile = Profile::default();
    assert_eq!(Profile::parse(&profile.to_toml(&catalog), &catalog).unwrap(), profile, "nothing answered");

    let example = include_str!("../../../examples/profile.toml");
    let example = Profile::parse(example, &catalog).unwrap();
    assert_eq!(Profile::parse(&example.to_toml(&catalog), &catalog).unwrap(), example, "blanks and media are kept");

    for text in ["\"引用\" \\ 'と' # 記号", "a\nb", "'''\"\"\"", "　全角　", "\u{7f}\t𠮷"] {
        profile.set_answer("name", Some(Answer::Text(text.into())));
        profile.set_role("top-management", Some(text.into()));
        assert_eq!(Profile::parse(&profile.to_toml(&catalog), &catalog).unwrap(), profile, "{text:?}");
    }
    profile.set_answer("name", None);
    let text = profile.to_toml(&catalog);
    assert!(text.contains("正式な名前は何ですか。\n# name = \n"), "an open question stays as a comment: {text}");
}
