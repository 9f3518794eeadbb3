//! リスク: list, one risk, changing and removing it.

use app::asset::{self, Input as AssetInput};
use app::risk::{Input, Risk, create, find};
use app::{Context, Role};
use axum::http::StatusCode;
use catalog::Catalog;

use crate::browser::Browser;

/// An asset with personal data (重要度3) on a PC of the office.
pub async fn asset(context: &Context, name: &str) -> app::AssetId {
    let input = AssetInput {
        name: name.into(),
        department: "営業部".into(),
        medium: "office-pc".into(),
        personal: true,
        confidentiality: Some(3),
        integrity: Some(2),
        availability: Some(2),
        ..AssetInput::default()
    };
    asset::create(context, input).await.unwrap().id
}

/// A threat of the company's own: nothing is done against it, level 9.
pub async fn risk(context: &Context, title: &str) -> Risk {
    let input = Input {
        asset: Some(asset(context, "顧客リスト").await),
        title: title.into(),
        origins: vec!["D".into()],
        vulnerabilities: vec!["HW-08".into(), "車の鍵を預ける".into()],
        threat_rating: Some(3),
        vulnerability_rating: Some(3),
        ..Input::default()
    };
    create(context, &Catalog::load().unwrap(), input).await.unwrap()
}

#[tokio::test]
async fn an_empty_list_leads_to_identifying() {
    let mut browser = Browser::signed_in().await;
    let page = browser.get("/risks").await.body;
    for part in [
        "まだリスクがありません。",
        "href=\"/risks/identify\"",
        "href=\"/risks/new-event\"",
        "「<dfn>リスク</dfn>」とは",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("並んでいます。"), "{page}");
    browser.joined_by(Role::Auditor, None).await;
    let page = browser.get("/risks").await.body;
    assert!(page.contains("まだリスクがありません。") && !page.contains("/risks/identify"), "{page}");
}

#[tokio::test]
async fn a_risk_is_explained_number_by_number() {
    let mut browser = Browser::signed_in().await;
    let risk = risk(&browser.company.officer, "車に置いたまま盗まれる").await;
    let page = browser.get(&format!("/risks/{}", risk.id)).await.body;
    for part in [
        "顧客リスト：車に置いたまま盗まれる",
        "高 9",
        "個人情報を含むため",
        "重要度3（個人情報を含むため）× 被害発生可能性3",
        "このリスクについて決めた値です。",
        "<td class=\"is-used\">3<small>このリスク</small></td>",
        "<title>脅威から守るものまでの関係</title>",
        "未対応：脅威と弱点があるのに、まだ対策がありません。",
        "意図的（D）",
        "決まりと教育で思いとどまらせ",
        "車の鍵を預ける",
        "リスク所有者：まだ決まっていません",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn the_list_is_narrowed_by_the_heat_map() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let first = risk(&officer, "車に置いたまま盗まれる").await;
    let map = browser.get("/risks/distribution").await.body;
    assert!(map.contains("href=\"/risks?importance=3&amp;likelihood=3\""), "{map}");
    assert!(map.contains("件：重要度3、被害発生可能性3、リスクレベル9（高）"), "{map}");
    let page = browser.get("/risks").await.body;
    assert!(page.contains("href=\"/risks/distribution\""), "{page}");
    assert!(page.contains("href=\"/risks/export.xlsx\""), "{page}");
    let row = format!("href=\"/risks/{}\"", first.id);
    for (address, is_there) in [
        ("/risks?importance=3&likelihood=3", true),
        ("/risks?importance=3&likelihood=2", false),
        ("/risks?band=high&exposed=yes", true),
        ("/risks?band=low", false),
        ("/risks?treatment=undecided&kind=asset", true),
        ("/risks?treatment=accept", false),
        ("/risks?kind=event", false),
        ("/risks?q=%E8%BB%8A", true),
        ("/risks?medium=paper", false),
        ("/risks?mine=yes", false),
        // What nobody could have chosen looks for nothing in particular.
        ("/risks?band=x&importance=9&sort=zzz&department=1", true),
    ] {
        let page = browser.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert_eq!(page.body.contains(&row), is_there, "{address}: {}", page.body);
        assert_eq!(page.body.contains("条件に合うリスクはありません。"), !is_there, "{address}");
    }
    let kept = browser.get("/risks?band=high&sort=name").await.body;
    assert!(kept.contains("/risks/export.pdf?band=high&amp;sort=name"), "{kept}");
    assert_eq!(browser.get("/risks?after=zzz&band=high").await.location, "/risks?band=high");
    let crate_asset = first.content.subject.asset().unwrap();
    let of_asset = browser.get(&format!("/risks?asset={crate_asset}")).await.body;
    assert!(of_asset.contains("「顧客リスト」のリスク"), "{of_asset}");
}

#[tokio::test]
async fn the_list_says_its_own_order() {
    let mut browser = Browser::signed_in().await;
    risk(&browser.company.officer, "車に置いたまま盗まれる").await;
    for (address, order) in [
        ("/risks", "リスクレベルの大きいものから並んでいます。"),
        ("/risks?sort=level", "リスクレベルの小さいものから並んでいます。"),
        ("/risks?sort=name", "名前の順に並んでいます。"),
        ("/risks?sort=-updated", "最近変更したものから並んでいます。"),
        ("/risks?sort=review", "見直し予定日の早いものから並んでいます。"),
    ] {
        assert!(browser.get(address).await.body.contains(order), "{address}");
    }
    assert!(!browser.get("/risks?band=low").await.body.contains("並んでいます。"), "nothing is found");
}

#[tokio::test]
async fn weaknesses_that_nobody_has_named_are_not_spoken_of() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let input = Input {
        asset: Some(asset(&officer, "見積書").await),
        title: "盗まれる".into(),
        threat_rating: Some(3),
        vulnerability_rating: Some(3),
        ..Input::default()
    };
    let risk = create(&officer, &Catalog::load().unwrap(), input).await.unwrap();
    let page = browser.get(&format!("/risks/{}", risk.id)).await.body;
    assert!(page.contains("未対応：脅威があるのに、まだ対策がありません。弱点は、まだ挙げていません。"), "{page}");
    assert!(!page.contains("脅威と弱点があるのに"), "{page}");
}

#[tokio::test]
async fn a_risk_of_an_asset_is_added_and_changed() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    assert!(browser.get("/risks/new").await.body.contains("情報資産台帳がまだ空です。"));
    let asset = asset(&officer, "顧客リスト").await;
    let choosing = browser.get("/risks/new").await.body;
    assert!(choosing.contains(&format!("/risks/new?asset={asset}")), "{choosing}");
    let form = browser.get(&format!("/risks/new?asset={asset}")).await.body;
    for part in [
        "いつ起きてもおかしくない",
        "一部のみ対策",
        "表から計算する",
        "name=\"controls.4.title\"",
        "環境的（E）",
        "見本花子",
    ] {
        assert!(form.contains(part), "{part}: {form}");
    }
    let asset = asset.to_string();
    let typed = [
        ("asset", asset.as_str()),
        ("title", "車に置いたまま盗まれる"),
        ("origins", "D"),
        ("vulnerabilities", "HW-08"),
        ("vulnerabilities", "車の鍵を預ける"),
        ("vulnerabilities", ""),
        ("threat_rating", "2"),
        ("vulnerability_rating", ""),
        ("controls.0.id", ""),
        ("controls.0.title", "<b>駐車場</b>の契約"),
        ("controls.0.status", ""),
        ("review_on", "らいねん"),
    ];
    let wrong = browser.post("/risks", &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in
        ["href=\"#controls.0.status\"", "href=\"#review_on\"", "&lt;b&gt;駐車場&lt;/b&gt;", "value=\"車の鍵を預ける\""]
    {
        assert!(wrong.body.contains(part), "{part}: {}", wrong.body);
    }
    let mended: Vec<_> = typed
        .into_iter()
        .map(|(name, value)| match name {
            "controls.0.status" => (name, "implemented"),
            "review_on" => (name, "令和9年4月1日"),
            _ => (name, value),
        })
        .collect();
    let added = browser.post("/risks", &mended).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let page = browser.get(&added.location).await.body;
    assert!(page.contains("を追加しました。リスクレベルは3（中）です。"), "{page}");
    assert!(page.contains("管理策の実施状況からです。") && page.contains("2027/4/1"), "{page}");

    let edit = format!("{}/edit", added.location);
    let form = browser.get(&edit).await.body;
    assert!(form.contains("name=\"seen\" value=\"1\""), "{form}");
    let direct: Vec<_> =
        mended.iter().copied().chain([("seen", "1"), ("likelihood", "3"), ("owner_name", "営業部長")]).collect();
    assert_eq!(browser.post(&edit, &direct).await.location, added.location);
    let page = browser.get(&added.location).await.body;
    assert!(page.contains("高 9") && page.contains("クイックアプローチ") && page.contains("営業部長"), "{page}");
    let history = browser.get(&format!("{}/history", added.location)).await.body;
    assert!(history.contains("変更") && history.contains("見本花子") && history.contains("/audit-log/"), "{history}");
}

#[tokio::test]
async fn the_asset_of_a_new_risk_is_found_by_its_name() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let mut ids = Vec::new();
    for number in 1..=101 {
        ids.push(asset(&officer, &format!("図面{number:03}")).await);
    }
    let first = browser.get("/risks/new").await.body;
    assert!(first.contains("五十音順の初めの100件です。") && !first.contains("図面101"), "{first}");
    let found = browser.get("/risks/new?q=%E5%9B%B3%E9%9D%A2101").await.body;
    assert!(found.contains(&format!("/risks/new?asset={}", ids[100])) && !found.contains("図面001"), "{found}");
    let nothing = browser.get("/risks/new?q=%E3%81%AA%E3%81%84").await.body;
    assert!(nothing.contains("その言葉を含む情報資産はありません。"), "{nothing}");
}

#[tokio::test]
async fn a_threat_is_left_out_on_purpose_alone() {
    let mut browser = Browser::signed_in().await;
    let asset = asset(&browser.company.officer.clone(), "顧客リスト").await.to_string();
    let typed = [("asset", asset.as_str()), ("title", " "), ("vulnerabilities", "車の鍵を預ける")];
    let asked = browser.post("/risks", &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("href=\"#title\"") && asked.body.contains("name=\"no_threat\""), "{}", asked.body);
    let on_purpose: Vec<_> = typed.into_iter().chain([("no_threat", "on")]).collect();
    let added = browser.post("/risks", &on_purpose).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let edit = format!("{}/edit", added.location);
    let form = browser.get(&edit).await.body;
    assert!(form.contains("id=\"no_threat\" name=\"no_threat\" value=\"on\" checked"), "{form}");
    let named: Vec<_> = typed.into_iter().chain([("seen", "1")]).collect();
    let asked = browser.post(&edit, &named).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "leaving it out again is said again");
    assert!(!asked.body.contains("name=\"no_threat\" value=\"on\" checked"), "{}", asked.body);
}

#[tokio::test]
async fn an_event_of_the_business_is_added() {
    let mut browser = Browser::signed_in().await;
    let concerned = asset(&browser.company.officer.clone(), "受注の台帳").await.to_string();
    let form = browser.get("/risks/new-event").await.body;
    for part in
        ["業務で起きたら困ること", "評価値 3", "可用性：使いたいときに使えなかったら", "「<dfn>事象ベース</dfn>」とは"]
    {
        assert!(form.contains(part), "{part}: {form}");
    }
    let typed = [
        ("kind", "event"),
        ("name", "受注のしくみが1日止まる"),
        ("confidentiality", "1"),
        ("integrity", "2"),
        ("availability", "3"),
        ("title", "停電"),
        ("origins", "E"),
        ("threat_rating", "1"),
        ("assets", concerned.as_str()),
    ];
    let missing: Vec<_> = typed.iter().copied().filter(|(name, _)| *name != "integrity").collect();
    let wrong = browser.post("/risks", &missing).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("href=\"#integrity\"") && wrong.body.contains("受注のしくみが1日止まる"),
        "{}",
        wrong.body
    );
    let added = browser.post("/risks", &typed).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let page = browser.get(&added.location).await.body;
    assert!(page.contains("受注のしくみが1日止まる：停電") && page.contains("可用性が3で最も高いため"), "{page}");
    assert!(page.contains(&format!("<a href=\"/assets/{concerned}\">受注の台帳</a>")), "{page}");
    assert!(browser.get("/risks?kind=event").await.body.contains("業務で困ること"));
}

#[tokio::test]
async fn risks_are_removed_after_a_question() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let (one, other) = (risk(&officer, "一つめ").await.id.to_string(), risk(&officer, "二つめ").await.id.to_string());
    let none = browser.post("/risks/remove", &[("back", "band=high")]).await;
    assert_eq!((none.status, none.location.as_str()), (StatusCode::SEE_OTHER, "/risks?band=high"));
    let asked = browser.post("/risks/remove", &[("risk", one.as_str()), ("back", "band=high")]).await.body;
    assert!(asked.contains("1件のリスクを削除しますか") && asked.contains("元に戻せます"), "{asked}");
    let done = browser.post("/risks/remove/confirmed", &[("risk", one.as_str()), ("back", "band=high")]).await;
    assert_eq!(done.location, "/risks?band=high");
    assert_eq!(browser.get(&format!("/risks/{one}")).await.status, StatusCode::NOT_FOUND);
    let path = format!("/risks/{other}/remove");
    assert!(browser.get(&path).await.body.contains("「顧客リスト：二つめ」を削除しますか"));
    assert_eq!(browser.post(&path, &[("seen", "7")]).await.location, format!("/risks/{other}"), "somebody was quicker");
    assert_eq!(browser.post(&path, &[("seen", "1")]).await.location, "/risks");
    assert!(browser.get("/risks").await.body.contains("まだリスクがありません。"));
}

#[tokio::test]
async fn who_may_not_is_refused_at_each_address() {
    let mut browser = Browser::signed_in().await;
    let id = risk(&browser.company.officer, "盗まれる").await.id.to_string();
    let path = format!("/risks/{id}");
    for role in Role::ALL {
        if role.of_department() {
            continue;
        }
        let mut browser = Browser::signed_in().await;
        let id = risk(&browser.company.officer, "盗まれる").await.id;
        let path = format!("/risks/{id}");
        browser.joined_by(role, None).await;
        let (reads, edits) = (role.allows(app::Permission::ReadRisks), role.allows(app::Permission::EditRisks));
        let status = |may: bool| if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        for address in ["/risks", "/risks/threats", &path, &format!("{path}/history")] {
            assert_eq!(browser.get(address).await.status, status(reads), "{role:?} {address}");
        }
        let changing = [
            "/risks/new",
            "/risks/new-event",
            "/risks/new?many=on",
            "/risks/identify",
            "/risks/identify/paper",
            &format!("{path}/edit"),
            &format!("{path}/remove"),
        ];
        for address in changing {
            assert_eq!(browser.get(address).await.status, status(edits), "{role:?} {address}");
        }
        if !edits {
            let typed =
                [("seen", "1"), ("title", "x"), ("lines", "paper.loss"), ("risk", "0"), ("all_without_risks", "on")];
            for address in [
                "/risks",
                "/risks/identify/paper",
                "/risks/new/choose",
                "/risks/owner",
                "/risks/owner/confirmed",
                "/risks/remove",
                "/risks/remove/confirmed",
                &format!("{path}/edit"),
                &format!("{path}/choose"),
                &format!("{path}/remove"),
            ] {
                assert_eq!(browser.post(address, &typed).await.status, StatusCode::FORBIDDEN, "{role:?} {address}");
            }
        }
        assert_eq!(browser.get("/").await.body.contains("href=\"/risks\""), reads, "{role:?}");
    }
    browser.forget();
    assert_eq!(browser.get(&path).await.location, format!("/sign-in?next=%2Frisks%2F{id}"));
}

#[tokio::test]
async fn another_organizations_risk_is_not_there() {
    let mut browser = Browser::signed_in().await;
    let theirs = browser.company.another("別の会社").await;
    let risk = risk(&theirs, "盗まれる").await;
    let path = format!("/risks/{}", risk.id);
    for address in [path.clone(), format!("{path}/edit"), format!("{path}/history"), format!("{path}/remove")] {
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let asset = risk.content.subject.asset().unwrap().to_string();
    let typed = [("seen", "1"), ("asset", asset.as_str()), ("title", "x")];
    for address in [format!("{path}/edit"), format!("{path}/choose"), format!("{path}/remove"), "/risks".to_owned()] {
        assert_eq!(browser.post(&address, &typed).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let id = risk.id.to_string();
    browser.post("/risks/remove/confirmed", &[("risk", id.as_str())]).await;
    assert!(find(&theirs, &Catalog::load().unwrap(), risk.id).await.is_ok(), "nothing was removed");
    assert!(!browser.get("/risks").await.body.contains("盗まれる"));
    assert_eq!(browser.get(&format!("/risks?asset={asset}")).await.status, StatusCode::NOT_FOUND);
}
