//! ホーム: what to do next, as things are and as far as one may.

use app::Role;
use app::asset::{self, Input};
use app::organization::{answered, department};
use catalog::{Catalog, Profile};

use crate::browser::Browser;

fn asset(name: &str, value: u8, review_on: Option<&str>) -> Input {
    Input {
        name: name.into(),
        medium: "paper".into(),
        asset_value: Some(value),
        review_on: review_on.map(str::to_owned),
        ..Input::default()
    }
}

#[tokio::test]
async fn says_what_is_open() {
    let mut browser = Browser::signed_in().await;
    let home = browser.get("/").await.body;
    let catalog = Catalog::load().unwrap();
    let (_, questions) = answered(&Profile::default(), &catalog);
    let open = format!("質問が{questions}問残っています");
    for part in ["情報資産台帳がまだ空です", &open, "使う人がまだ1人だけです", "先に見本で試す"]
    {
        assert!(home.contains(part), "{part} is missing: {home}");
    }
    assert!(!home.contains("重要度ごとの件数"), "nothing to count yet");

    let officer = &browser.company.officer;
    asset::create(officer, asset("顧客リスト", 3, Some("2026-11-24"))).await.unwrap();
    asset::create(officer, asset("見積書", 2, Some("2026-11-25"))).await.unwrap();
    let home = browser.get("/").await.body;
    assert!(!home.contains("まだ空です"));
    assert!(home.contains("見直しの予定日が来た情報資産が1件あります"), "{home}");
    assert!(
        home.contains("href=\"/assets?importance=3\"") && home.contains("全部で<a href=\"/assets\">2件</a>"),
        "{home}"
    );
    assert!(!home.contains("href=\"/assets?importance=1\""), "nothing of that importance");
}

#[tokio::test]
async fn shows_each_role_its_own() {
    for (role, sees, not) in [
        (
            Role::Employee,
            vec!["今、することはありません", "あなたにお願いすること"],
            vec!["/assets", "/organization", "/people"],
        ),
        (
            Role::Auditor,
            vec!["今、することはありません", "組織の人"],
            vec!["台帳を取り込む", "質問に答える", "人を招待する"],
        ),
        (Role::TopManagement, vec!["質問に答える", "先に見本で"], vec!["台帳を取り込む", "人を招待する"]),
    ] {
        let mut browser = Browser::signed_in().await;
        browser.joined_by(role, None).await;
        let home = browser.get("/").await.body;
        for part in sees {
            assert!(home.contains(part), "{role:?}: {part} is missing: {home}");
        }
        for part in not {
            assert!(!home.contains(part), "{role:?} must not see {part}: {home}");
        }
    }
}

#[tokio::test]
async fn counts_the_own_department_alone() {
    let mut browser = Browser::signed_in().await;
    let officer = &browser.company.officer;
    let sales = department::add(officer, "営業部").await.unwrap().id;
    asset::create(officer, Input { department: "営業部".into(), ..asset("顧客リスト", 3, None) }).await.unwrap();
    asset::create(officer, Input { department: "総務部".into(), ..asset("社員名簿", 3, None) }).await.unwrap();
    browser.joined_by(Role::DepartmentManager, Some(sales)).await;
    let home = browser.get("/").await.body;
    assert!(home.contains("全部で<a href=\"/assets\">1件</a>"), "{home}");
}

#[tokio::test]
async fn leads_from_the_register_to_treated_risks() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    asset::create(&officer, asset("見積書", 2, None)).await.unwrap();
    let home = browser.get("/").await.body;
    assert!(home.contains("リスクをまだ考えていない情報資産が1件あります"), "{home}");
    assert!(!home.contains("リスクの分布"), "nothing to spread yet: {home}");
    crate::risk::risk(&officer, "盗まれる").await;
    let home = browser.get("/").await.body;
    for part in [
        "対策のないリスクが1件あります",
        "href=\"/risks?exposed=yes\"",
        "リスクの分布",
        "href=\"/risks?importance=3&amp;likelihood=3\"",
    ] {
        assert!(home.contains(part), "{part}: {home}");
    }
    assert!(home.matches("<ol class=\"tasks\"").count() == 1 && home.matches("class=\"button").count() >= 3);
    let catalog = catalog::Catalog::load().unwrap();
    app::assessment::take(&officer, &catalog, app::assessment::Input::default()).await.unwrap();
    let home = browser.get("/").await.body;
    assert!(home.contains("リスクの移り変わり") && home.contains("<title>リスクの件数の移り変わり</title>"), "{home}");
    assert!(!home.contains("次のアセスメントの時期が来ました"), "{home}");
    browser.execute("UPDATE assessment SET made_on = '2025-11-24'").await;
    let home = browser.get("/").await.body;
    assert!(home.contains("次のアセスメントの時期が来ました"), "{home}");
    browser.joined_by(Role::Auditor, None).await;
    let home = browser.get("/").await.body;
    assert!(home.contains("今、することはありません") && home.contains("リスクの分布"), "{home}");
}
