//! Drafted documents: blanks, conditions, reasons, and the same document for the same input.

#![allow(clippy::unwrap_used)]

use assessment::Assessor;
use catalog::{BlankKind, Catalog, Profile};
use document::{Article, BlankState, Block, Document, DraftError, Drafter, Inline};
use method::{Asset, Medium, PersonalData, Rating, Ratings, RiskCriteria, Valuation};

fn asset(row: u32, name: &str, medium: Medium) -> Asset {
    let rating = Rating::MEDIUM;
    Asset {
        row,
        business: "営業".into(),
        name: name.into(),
        remarks: String::new(),
        users: "営業部".into(),
        risk_owner: "営業部長".into(),
        department: "営業部".into(),
        medium,
        medium_as_written: medium.title().into(),
        personal_data: PersonalData { personal: row.is_multiple_of(2), ..PersonalData::default() },
        survival: false,
        valuation: Valuation::Ratings(Ratings { confidentiality: rating, integrity: rating, availability: rating }),
        likelihood: None,
        retention: "5年".into(),
        registered_on: Some(jiff::civil::date(2025, 4, 1)),
        extra: Vec::new(),
    }
}

fn assets() -> Vec<Asset> {
    vec![
        asset(2, "顧客リスト", Medium::OfficePc),
        asset(3, "会計データ", Medium::InternalServer),
        asset(4, "契約書", Medium::Paper),
        asset(5, "名刺データ", Medium::ExternalServer),
    ]
}

/// Every document of Lv.1 (for both cases of the slides) and Lv.2, drafted for a profile.
fn drafted(profile: &str) -> Result<Vec<Document>, DraftError> {
    let catalog = Catalog::load().unwrap();
    let profile = Profile::parse(profile, &catalog).unwrap();
    let assessor = Assessor::new(&catalog, &profile, &[], RiskCriteria::tokyo());
    let assets = assets();
    let drafter =
        Drafter { catalog: &catalog, profile: &profile, assets: &assets, extra_columns: &[], assessor: &assessor };
    let mut documents = vec![
        drafter.basic_policy()?.document,
        drafter.risk_report(None),
        drafter.treatment_plan(None),
        drafter.register(),
    ];
    for file in ["ransomware", "insider-leak"].map(|id| catalog.case(id).unwrap()) {
        documents.push(drafter.case_standard(file)?.document);
        documents.push(drafter.case_procedure(file)?.document);
        documents.push(drafter.risk_report(Some(file)));
        documents.push(drafter.treatment_plan(Some(file)));
    }
    for file in drafter.needed_regulations() {
        documents.push(drafter.regulation(file)?.document);
    }
    documents.push(drafter.handbook().document);
    Ok(documents)
}

fn words(document: &Document) -> String {
    document.texts().into_iter().map(|(_, words)| words + "\n").collect()
}

fn marks(blocks: &[Block], state: BlankState) -> usize {
    let in_text = |text: &document::Text| {
        text.0.iter().filter(|inline| matches!(inline, Inline::Blank(mark) if mark.state == state)).count()
    };
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) => in_text(text),
            Block::Article(article) => marks(&article.body, state),
            Block::Table(table) => table.rows.iter().flatten().map(|cell| in_text(&cell.text)).sum(),
            _ => 0,
        })
        .sum()
}

#[test]
fn the_same_input_gives_the_same_documents() {
    assert_eq!(drafted("").unwrap(), drafted("").unwrap());
}

#[test]
fn the_procedures_of_a_case_bring_the_forms_they_ask_for() {
    let documents = drafted("").unwrap();
    let procedure = documents.iter().find(|document| document.front.id == "ransomware-procedure").unwrap();
    let form_of = |article: &Article| {
        let note = article.notes.iter().find(|note| note.label == "様式");
        note.map(|note| note.text.to_plain())
    };
    let named: Vec<String> = procedure
        .blocks
        .iter()
        .filter_map(|block| if let Block::Article(article) = block { form_of(article) } else { None })
        .collect();
    let brought: Vec<String> = procedure
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading { text, .. } = block { Some(text) } else { None })
        .filter_map(|title| title.strip_prefix("様式：").map(str::to_owned))
        .collect();
    assert!(brought.iter().any(|title| title == "バックアップ記録"), "{brought:?}");
    assert!(brought.iter().all(|title| named.iter().any(|names| names.contains(title.as_str()))), "{named:?}");
    assert!(named.iter().flat_map(|names| names.split('、')).all(|name| brought.iter().any(|title| title == name)));
    let standard = documents.iter().find(|document| document.front.id == "ransomware-standard").unwrap();
    assert!(!words(standard).contains("様式："));
}

#[test]
fn articles_are_numbered_from_one_without_gaps() {
    for document in drafted("").unwrap() {
        let numbers: Vec<u32> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Article(article) => Some(article.number),
                _ => None,
            })
            .collect();
        assert_eq!(
            numbers,
            (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>(),
            "{}",
            document.front.title
        );
    }
}

#[test]
fn every_row_has_a_cell_for_every_column() {
    fn check(blocks: &[Block], title: &str) {
        for block in blocks {
            let tables = match block {
                Block::Table(table) => vec![table],
                Block::Figure(figure) => vec![&figure.table],
                Block::Article(article) => {
                    check(&article.body, title);
                    vec![]
                }
                _ => vec![],
            };
            for table in tables {
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{title} {}", table.caption);
                assert!(table.columns.iter().all(|column| column.width > 0));
            }
        }
    }
    for document in drafted("").unwrap() {
        check(&document.blocks, &document.front.title);
    }
}

#[test]
fn what_the_company_has_not_said_is_marked_and_listed() {
    for document in drafted("").unwrap() {
        let has_articles = document.blocks.iter().any(|block| matches!(block, Block::Article(_)));
        if has_articles {
            assert!(marks(&document.blocks, BlankState::Missing) > 0, "{}", document.front.title);
            assert!(words(&document).contains("決めていない言葉の一覧"), "{}", document.front.title);
        }
    }
    let policy = &drafted("").unwrap()[0];
    assert!(words(policy).contains("〔組織名〕"));
}

#[test]
fn an_answered_blank_is_confirmed_and_leaves_the_list() {
    let before = drafted("").unwrap();
    let after =
        drafted("[organization]\nname = \"見本商店\"\n[blanks]\n\"ransomware.backup-taking.interval\" = \"毎日\"")
            .unwrap();
    let procedure = |documents: &[Document]| {
        documents.iter().find(|document| document.front.id == "ransomware-procedure").cloned().unwrap()
    };
    let (before, after) = (procedure(&before), procedure(&after));
    assert!(words(&before).contains("ransomware.backup-taking.interval"));
    assert!(!words(&after).contains("ransomware.backup-taking.interval"));
    assert_eq!(marks(&after.blocks, BlankState::Unconfirmed), marks(&before.blocks, BlankState::Unconfirmed) - 1);
    assert_eq!(after.front.organization, "見本商店");
}

/// A profile outlives the catalog that it was read with: a newer one may ask for another kind of value.
#[test]
fn a_blank_that_has_changed_its_kind_is_refused_with_its_key() {
    let mut catalog = Catalog::load().unwrap();
    let profile = "[blanks]\n\"ransomware.backup-taking.interval\" = \"毎週\"";
    let profile = Profile::parse(profile, &catalog).unwrap();
    let clauses = catalog.topics.iter_mut().flat_map(|file| &mut file.clauses);
    let clause = clauses.into_iter().find(|clause| clause.id == "ransomware.backup-taking").unwrap();
    clause.blanks.iter_mut().find(|blank| blank.name == "interval").unwrap().kind = BlankKind::Weekday;
    let assessor = Assessor::new(&catalog, &profile, &[], RiskCriteria::tokyo());
    let drafter =
        Drafter { catalog: &catalog, profile: &profile, assets: &[], extra_columns: &[], assessor: &assessor };
    let message = drafter.case_procedure(catalog.case("ransomware").unwrap()).unwrap_err().to_string();
    assert!(message.contains("ransomware.backup-taking.interval") && message.contains("月曜日"), "{message}");
}

#[test]
fn clauses_that_do_not_apply_are_left_out_and_named() {
    let documents = drafted("[conditions]\ncloud = false\ntelework = false\nbyod = false").unwrap();
    let leak = documents.iter().find(|document| document.front.id == "insider-leak-procedure").unwrap();
    let titles: Vec<&str> = leak
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Article(article) => Some(article.title.as_str()),
            _ => None,
        })
        .collect();
    let catalog = Catalog::load().unwrap();
    let telework = catalog.clause("insider-leak.telework").unwrap();
    assert!(!titles.contains(&telework.title.as_str()));
    assert!(words(leak).contains(&format!("{}（テレワーク）", telework.title)));
}

#[test]
fn the_five_parts_of_the_ransomware_standard_are_there() {
    let documents = drafted("").unwrap();
    let standard = documents.iter().find(|document| document.front.id == "ransomware-standard").unwrap();
    let headings: Vec<&str> = standard
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 1, text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let parts = ["対象とする脅威", "組織的対策", "人的対策", "物理的対策", "技術的対策"];
    let places: Vec<usize> =
        parts.iter().map(|part| headings.iter().position(|heading| heading == part).unwrap()).collect();
    assert!(places.is_sorted());
}

#[test]
fn every_rule_says_why_it_is_there() {
    for document in drafted("").unwrap().iter().filter(|document| document.front.number.starts_with("STD")) {
        let articles = document.blocks.iter().filter(|block| matches!(block, Block::Article(_))).count();
        let reasons = document
            .blocks
            .iter()
            .find_map(|block| match block {
                Block::Table(table) if table.columns.iter().any(|column| column.title == "なぜ必要か") => {
                    Some(table)
                }
                _ => None,
            })
            .unwrap();
        // The opening article states the target threats of the case itself.
        assert_eq!(reasons.rows.len(), articles - 1, "{}", document.front.title);
        assert!(reasons.rows.iter().flatten().all(|cell| !cell.text.to_plain().is_empty()));
        assert!(words(document).contains("顧客リスト") || words(document).contains("会計データ"));
    }
}

#[test]
fn the_report_names_assumptions_and_the_plan_is_worst_first() {
    let documents = drafted("").unwrap();
    assert!(words(&documents[1]).contains("仮定を含む結果です"));
    let plan = &documents[2];
    let rows = plan
        .blocks
        .iter()
        .find_map(|block| match block {
            Block::Table(table) if table.columns[0].title == "優先順位" => Some(&table.rows),
            _ => None,
        })
        .unwrap();
    let priorities: Vec<String> = rows.iter().map(|row| row[0].text.to_plain()).collect();
    assert!(priorities.is_sorted(), "{priorities:?}");
    assert!(!rows.is_empty());
}
