//! 知識: every list, every entry, the search, and the ways from and to the organization's own risks.

use std::collections::BTreeSet;

use app::risk::{Identified, identify};
use app::{Permission, Role};
use axum::http::StatusCode;
use catalog::{Catalog, Kind};

use crate::browser::Browser;
use crate::risk::{asset, risk};

fn href(kind: Kind, id: &str) -> String {
    format!("/knowledge/{}/{id}", kind.word())
}

/// The values of an attribute on a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    page.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What holds for every page: one heading that names it, headings in steps, ids that are unique and that exist where
/// they are named.
fn assert_valid(address: &str, page: &str) {
    assert_eq!(page.matches("<h1").count(), 1, "{address}");
    let levels: Vec<u8> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page.as_bytes().get(at + 2).filter(|digit| (b'1'..=b'6').contains(digit)))
        .map(|digit| digit - b'0')
        .collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{address}: headings {levels:?}");
    let ids = values(page, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "{address}: an id twice in {ids:?}");
    for named in ["aria-labelledby", "aria-describedby", "for"] {
        for id in values(page, named).into_iter().flat_map(str::split_whitespace) {
            assert!(unique.contains(id), "{address}: {named} {id}");
        }
    }
    for fragment in values(page, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(unique.contains(fragment), "{address}: #{fragment}");
    }
    assert!(!page.contains("href=\"\"") && !page.contains("「」"), "{address}");
}

#[tokio::test]
async fn every_entry_answers_and_every_link_leads_somewhere() {
    let mut browser = Browser::signed_in().await;
    let catalog = Catalog::load().unwrap();
    let mut known: BTreeSet<String> = ["/knowledge".to_owned(), "/knowledge/search".to_owned()].into();
    for kind in Kind::ALL {
        known.insert(format!("/knowledge/{}", kind.word()));
        known.extend(catalog.entries_of(kind).iter().map(|entry| href(kind, entry.id)));
    }
    for kind in Kind::ALL {
        for entry in catalog.entries_of(kind) {
            let address = href(kind, entry.id);
            let answer = browser.get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert_valid(&address, &answer.body);
            let leads: BTreeSet<&str> =
                values(&answer.body, "href").into_iter().filter(|href| href.starts_with("/knowledge")).collect();
            for lead in &leads {
                let path = lead.split(['?', '#']).next().unwrap();
                assert!(known.contains(path), "{address} leads to {lead}");
            }
            // Nothing that stands with the entry is left out, whichever part of the page shows it.
            for link in catalog.links(&entry).iter().flat_map(|group| &group.links) {
                let there = href(link.entry.kind, link.entry.id);
                assert!(leads.contains(there.as_str()), "{address} does not lead to {there}");
            }
            assert!(answer.body.contains(entry.certainty.title()), "{address} does not say how sure it is");
        }
    }
}

#[tokio::test]
async fn every_list_shows_all_and_is_narrowed_by_words() {
    let mut browser = Browser::signed_in().await;
    let catalog = Catalog::load().unwrap();
    let entrance = browser.get("/knowledge").await.body;
    assert_valid("/knowledge", &entrance);
    for kind in Kind::ALL {
        let address = format!("/knowledge/{}", kind.word());
        assert!(entrance.contains(&format!("href=\"{address}\"")), "{address}");
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert_valid(&address, &page.body);
        let entries = catalog.entries_of(kind);
        for entry in &entries {
            assert!(page.body.contains(&format!("href=\"{}\"", href(kind, entry.id))), "{address} {}", entry.id);
        }
        let some = browser.get(&format!("{address}?q=%E3%83%91%E3%82%B9%E3%83%AF%E3%83%BC%E3%83%89")).await.body;
        assert_valid(&address, &some);
        let found: BTreeSet<&str> = catalog
            .search("パスワード", usize::MAX)
            .iter()
            .filter(|entry| entry.kind == kind)
            .map(|entry| entry.id)
            .collect();
        for entry in &entries {
            let is_there = some.contains(&format!("href=\"{}\"", href(kind, entry.id)));
            assert_eq!(is_there, found.contains(entry.id), "{address} {}", entry.id);
        }
        assert_eq!(some.contains("条件に合う"), found.is_empty(), "{address}");
    }
}

#[tokio::test]
async fn controls_are_narrowed_by_their_attributes() {
    let mut browser = Browser::signed_in().await;
    let restoring =
        browser.get("/knowledge/control?concept=%E5%BE%A9%E6%97%A7&property=%E5%8F%AF%E7%94%A8%E6%80%A7").await;
    assert!(restoring.body.contains("/knowledge/control/8.13\""), "{}", restoring.body);
    assert!(!restoring.body.contains("/knowledge/control/8.24\""));
    assert!(restoring.body.contains("<option value=\"復旧\" selected>"));
    let nonsense = browser.get("/knowledge/control?concept=nonsense").await.body;
    assert!(nonsense.contains("全部で93件です。"), "what nobody could have chosen looks for nothing");
}

#[tokio::test]
async fn kinds_tell_their_entries_in_their_own_way() {
    let mut browser = Browser::signed_in().await;
    for (address, parts) in [
        (
            "/knowledge/case/ransomware",
            vec![
                "何が起きたか",
                "どんな被害が出たか",
                "なぜ起きたか",
                "何があれば防げたか",
                "何があれば早く終わったか",
                "備えをまとめて読む",
            ],
        ),
        (
            "/knowledge/topic/ransomware",
            vec![
                "2026年 1位",
                "どこから始まるか",
                "気づくきっかけ",
                "だれが狙われるか",
                "起きたら、最初にすること",
                "対策基準（守ること）",
            ],
        ),
        (
            "/knowledge/check/self-check.01",
            vec![
                "なぜ要るのか",
                "小さな会社では",
                "自社の状況から始める",
                "実施していない",
                "0点",
                "始める条項：",
                "次：",
            ],
        ),
        (
            "/knowledge/clause/access-control.sharing-range",
            vec![
                "<span class=\"blank-mark\"><span class=\"visually-hidden\">空欄：</span>社外と共有する期間の上限（日）（例：30日）</span>",
                "1から365日までの数",
                "「クラウドサービス」が「はい」の会社だけに当てはまります。",
                "実施手順",
                "この条項が答える脆弱性",
            ],
        ),
        (
            "/knowledge/clause/access-control.access-table",
            vec!["残す記録", "会計のシステム", "どの会社にも当てはまります。"],
        ),
        ("/knowledge/form/withdrawal-permit", vec!["社外秘、極秘", "署名", "保管する期間", "記入の注意"]),
        ("/knowledge/page/password", vec!["すること", "困ったとき", "聞く相手：", "前：", "次："]),
        ("/knowledge/threat/CI-04", vec!["意図的（D）", "この脅威がつけ込む脆弱性", "この脅威に答える条項"]),
        ("/knowledge/vulnerability/SW-21", vec!["この脆弱性につけ込む脅威", "この脆弱性に答える条項"]),
        ("/knowledge/control/8.13", vec!["何を求めるか", "起きたあとに直す", "ISO/IEC 27001 附属書Aの技術的管理策"]),
        (
            "/knowledge/threat-line/office-pc.ransomware",
            vec!["なぜ起きるか、何で防ぐか", "起こりやすさの目安", "おそれがあります。"],
        ),
        ("/knowledge/guideline/self-check", vec!["点検項目", "合計点の段階", "「わからない」-1点"]),
        (
            "/knowledge/regulation/telework",
            vec!["「テレワーク」が「はい」の会社だけに当てはまります。", "何のための規程か"],
        ),
    ] {
        let page = browser.get(address).await.body;
        for part in parts {
            assert!(page.contains(part), "{part} on {address}: {page}");
        }
    }
}

#[tokio::test]
async fn words_are_found_however_they_are_spelt_and_marked() {
    let mut browser = Browser::signed_in().await;
    let search = |words: &str| {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", words).finish();
        format!("/knowledge/search?{query}")
    };
    let hits = |page: &str| page.matches("<p class=\"entry-name\">").count();
    let katakana = browser.get(&search("バックアップ")).await.body;
    assert_valid("search", &katakana);
    assert!(katakana.contains("<mark>バックアップ</mark>") && katakana.contains("次の30件"), "{katakana}");
    for spelling in ["ばっくあっぷ", "ﾊﾞｯｸｱｯﾌﾟ", "  バックアップ　"] {
        let page = browser.get(&search(spelling)).await.body;
        assert!(page.contains("<mark>バックアップ</mark>"), "{spelling}");
        assert_eq!(hits(&page), hits(&katakana), "{spelling}");
    }
    let reading = browser.get(&search("ぜいじゃくせい")).await.body;
    assert!(reading.contains("<mark>脆弱性</mark>"), "{reading}");
    let cases = browser.get(&format!("{}&kind=case", search("ランサム"))).await.body;
    assert!(cases.contains("/knowledge/case/ransomware\"") && !cases.contains("/knowledge/topic/ransomware\""));
    let second = browser.get(&format!("{}&page=2", search("バックアップ"))).await.body;
    assert!(second.contains("前の30件"), "{second}");
    let beyond = browser.get(&format!("{}&page=999&kind=nonsense", search("バックアップ"))).await;
    assert_eq!(beyond.status, StatusCode::OK);
    let nothing = browser.get(&search("<b>そのような言葉はありません</b>")).await.body;
    assert!(nothing.contains("合うものはありません。") && !nothing.contains("<b>そ"), "{nothing}");
    let unasked = browser.get("/knowledge/search?q=%E3%80%80").await.body;
    assert!(unasked.contains("探す言葉を入れてください。"), "{unasked}");
}

#[tokio::test]
async fn what_does_not_exist_says_what_to_do() {
    let mut browser = Browser::signed_in().await;
    for address in
        ["/knowledge/nothing", "/knowledge/threat/XX-99", "/knowledge/threat/ransomware", "/knowledge/nothing/XX-99"]
    {
        let answer = browser.get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_valid(address, &answer.body);
        assert!(
            answer.body.contains("見つかりません") && answer.body.contains("言葉を入れて探してください"),
            "{address}"
        );
    }
    let near = browser.get("/knowledge/threat/ransomware").await.body;
    assert!(near.contains("近いもの") && near.contains("/knowledge/topic/ransomware"), "{near}");
}

#[tokio::test]
async fn everybody_of_the_company_may_read_and_nobody_else() {
    let mut browser = Browser::signed_in().await;
    for role in Role::ALL {
        if role.of_department() {
            continue;
        }
        let mut browser = Browser::signed_in().await;
        browser.joined_by(role, None).await;
        for address in ["/knowledge", "/knowledge/page", "/knowledge/page/password", "/knowledge/search?q=a"] {
            assert_eq!(browser.get(address).await.status, StatusCode::OK, "{role:?} {address}");
        }
        let page = browser.get("/knowledge/threat/CI-04").await.body;
        assert!(page.contains("href=\"/knowledge\" aria-current=\"page\">知識</a>"), "{role:?}");
        assert_eq!(page.contains("自社のリスク"), role.allows(Permission::ReadRisks), "{role:?}");
        assert_eq!(page.contains("/risks/identify"), role.allows(Permission::EditRisks), "{role:?}");
    }
    browser.forget();
    for address in
        ["/knowledge", "/knowledge/search", "/knowledge/case", "/knowledge/case/ransomware", "/knowledge/x/y"]
    {
        let answer = browser.get(address).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}");
        assert!(answer.location.starts_with("/sign-in"), "{address}");
    }
}

#[tokio::test]
async fn risks_and_knowledge_lead_to_each_other() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let catalog = Catalog::load().unwrap();
    let line = catalog.line("office-pc.ransomware").unwrap();
    let wanted = Identified {
        lines: vec![line.id.clone()],
        assets: vec![asset(&officer, "顧客リスト").await],
        all_without_risks: false,
    };
    identify(&officer, &catalog, &wanted).await.unwrap();
    let own = risk(&officer, "車に置いたまま盗まれる").await;

    let list = browser.get("/risks?line=office-pc.ransomware").await.body;
    let is_risk = |href: &&str| href.strip_prefix("/risks/").is_some_and(|id| id.parse::<app::RiskId>().is_ok());
    let ours = values(&list, "href").into_iter().find(is_risk).unwrap().to_owned();
    let page = browser.get(&ours).await.body;
    for (kind, id) in [
        (Kind::ThreatLine, line.id.as_str()),
        (Kind::Threat, &line.threats[0]),
        (Kind::Vulnerability, &line.vulnerabilities[0]),
    ] {
        assert!(page.contains(&format!("href=\"{}\"", href(kind, id))), "{id}: {page}");
    }
    for (kind, id, address) in [
        (Kind::ThreatLine, line.id.as_str(), "/risks?line=office-pc.ransomware"),
        (Kind::Vulnerability, "HW-08", "/risks?vulnerability=HW-08"),
    ] {
        let page = browser.get(&href(kind, id)).await.body;
        assert!(page.contains("リスクが1件あります。") && page.contains(&format!("href=\"{address}\"")), "{page}");
        let list = browser.get(address).await.body;
        assert!(list.contains("全1件を表示") && list.contains(&format!("href=\"{}\"", href(kind, id))), "{list}");
        assert!(list.contains("条件を消す"), "{list}");
    }
    let stolen = browser.get("/risks?vulnerability=HW-08").await.body;
    assert!(stolen.contains(&format!("/risks/{}", own.id)) && !stolen.contains(&ours), "{stolen}");
    // The words of the list's own fields do not lose the entry.
    assert!(stolen.contains("name=\"vulnerability\" value=\"HW-08\""), "{stolen}");
    assert!(stolen.contains("/risks/export.xlsx?vulnerability=HW-08"), "{stolen}");
    let none = browser.get("/knowledge/control/8.24").await.body;
    assert!(none.contains("まだありません。") && none.contains("/risks/identify"), "{none}");
    // What cannot be an id looks for nothing in particular; one that nobody knows finds nothing.
    assert!(browser.get("/risks?threat=%22%25").await.body.contains("全2件を表示"));
    assert!(browser.get("/risks?threat=XX-99").await.body.contains("条件に合うリスクはありません。"));
}
