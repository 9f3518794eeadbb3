//! ホーム: what to do next, as things are and as far as one may.

use app::asset::{self, Input};
use app::organization::{answered, department};
use app::people::{self, NewRole};
use app::{Context, DepartmentId, Role, assessment, risk};
use catalog::{Catalog, Profile};

use crate::browser::Browser;
use crate::treatment::{catalog, owned, reduced};

fn asset(name: &str, value: u8, review_on: Option<&str>) -> Input {
    Input {
        name: name.into(),
        medium: "paper".into(),
        asset_value: Some(value),
        review_on: review_on.map(str::to_owned),
        ..Input::default()
    }
}

/// A snapshot of that department, with a risk that is made for it.
async fn taken_of(officer: &Context, name: &str) -> DepartmentId {
    let plan = asset::create(officer, Input { department: name.into(), ..asset("図面", 3, None) }).await.unwrap();
    let theft = risk::Input {
        asset: Some(plan.id),
        title: "盗まれる".into(),
        threat_rating: Some(3),
        vulnerability_rating: Some(3),
        ..risk::Input::default()
    };
    risk::create(officer, &catalog(), theft).await.unwrap();
    let department = asset::Departments::of(officer).await.unwrap().named(name).unwrap();
    let wanted = assessment::Input { department: Some(department), ..assessment::Input::default() };
    assessment::take(officer, &catalog(), wanted).await.unwrap();
    department
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
    assessment::take(&officer, &catalog(), assessment::Input::default()).await.unwrap();
    let home = browser.get("/").await.body;
    assert!(home.contains("リスクの移り変わり") && home.contains("<title>リスクの件数の移り変わり</title>"), "{home}");
    assert!(home.contains("リスクを削除したときなどにも減ります"), "{home}");
    assert!(!home.contains("次のアセスメントの時期が来ました"), "{home}");
    browser.execute("UPDATE assessment SET made_on = '2025-11-24'").await;
    let home = browser.get("/").await.body;
    assert!(home.contains("次のアセスメントの時期が来ました"), "{home}");
    browser.joined_by(Role::Auditor, None).await;
    let home = browser.get("/").await.body;
    assert!(home.contains("今、することはありません") && home.contains("リスクの分布"), "{home}");
}

#[tokio::test]
async fn nothing_dated_is_cut_off_by_the_rest() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    owned(&officer).await;
    asset::create(&officer, asset("見積書", 2, Some("2026-11-24"))).await.unwrap();
    assessment::take(&officer, &catalog(), assessment::Input::default()).await.unwrap();
    assert!(!browser.get("/").await.body.contains("ほかに、することが"), "five are not too many");
    browser.execute("UPDATE assessment SET made_on = '2025-11-24'").await;
    browser.execute("UPDATE risk SET review_on = '2026-11-24'").await;
    let home = browser.get("/").await.body;
    let places = [
        "あなたが所有者のリスクのうち、見直す日が来たものが1件あります",
        "次のアセスメントの時期が来ました",
        "見直しの予定日が来た情報資産が1件あります",
        "リスクをまだ考えていない情報資産が1件あります",
        "対策のないリスクが1件あります",
        "ほかに、することが2件あります。上のものを終えると、順に出ます。",
    ]
    .map(|part| home.find(part).unwrap_or_else(|| panic!("{part} is missing: {home}")));
    assert!(places.is_sorted(), "{places:?}: {home}");
    assert!(!home.contains("使う人がまだ1人だけです"), "{home}");
}

#[tokio::test]
async fn a_review_is_asked_of_its_owner_and_of_editors() {
    let mut browser = Browser::signed_in().await;
    owned(&browser.company.officer).await;
    browser.execute("UPDATE risk SET review_on = '2026-11-24'").await;
    let home = browser.get("/").await.body;
    assert!(home.contains("href=\"/risks?review=due&amp;mine=yes&amp;sort=review\""), "{home}");
    assert!(home.contains("新しい見直す日で承認し直すか、差し戻します"), "{home}");
    assert!(!home.contains("見直しの予定日が来たリスク"), "one's own is asked once: {home}");
    browser.joined_by(Role::Consultant, None).await;
    let home = browser.get("/").await.body;
    assert!(home.contains("見直しの予定日が来たリスクが1件あります"), "{home}");
    assert!(home.contains("リスク所有者が新しい日で承認し直します"), "{home}");
    assert!(!home.contains("あなたが所有者の"), "{home}");
}

#[tokio::test]
async fn what_waits_for_others_leaves_out_the_own() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    reduced(&officer, "2026-12-31").await;
    let home = browser.get("/").await.body;
    assert!(home.contains("あなたの承認を待っているリスク対応が1件あります"), "{home}");
    assert!(!home.contains("の人の承認を待っている") && !home.contains("所有者の承認を待っている"), "{home}");
    reduced(&officer, "2026-12-31").await;
    browser.execute("UPDATE risk SET owner_account_id = NULL WHERE id = (SELECT min(id) FROM risk)").await;
    let home = browser.get("/").await.body;
    for part in ["あなたの承認を待っているリスク対応が1件あります", "ほかの人の承認を待っているリスク対応が1件あります"]
    {
        assert!(home.contains(part), "{part}: {home}");
    }
    browser.joined_by(Role::Consultant, None).await;
    let home = browser.get("/").await.body;
    assert!(home.contains("リスク所有者の承認を待っているリスク対応が2件あります"), "{home}");
}

#[tokio::test]
async fn a_departments_snapshot_is_its_own_way() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let sales = taken_of(&officer, "営業部").await;
    browser.execute("UPDATE assessment SET made_on = '2025-11-24'").await;
    let home = browser.get("/").await.body;
    assert!(!home.contains("リスクの移り変わり"), "it is not about the whole company: {home}");
    assert!(!home.contains("次のアセスメントの時期が来ました"), "{home}");
    browser.joined_by(Role::DepartmentManager, Some(sales)).await;
    let home = browser.get("/").await.body;
    for part in [
        "営業部のリスクの移り変わり",
        "今は、高1件",
        "次のアセスメントの時期が来ました",
        "前回は「2026年11月24日の営業部のリスクアセスメント」です",
    ] {
        assert!(home.contains(part), "{part}: {home}");
    }
    let factory = department::add(&officer, "製造部").await.unwrap().id;
    let everybody = people::list(&officer).await.unwrap();
    let taro = everybody.iter().find(|person| person.email == "taro@example.jp").unwrap().account;
    let also = NewRole { account: taro, role: Some(Role::DepartmentManager), department: Some(factory) };
    people::add_role(&officer, also).await.unwrap();
    let home = browser.get("/").await.body;
    assert!(home.contains("営業部のリスクの移り変わり"), "{home}");
    assert!(!home.contains("今は、高"), "the numbers of now are those of two departments: {home}");
    assert_eq!(taken_of(&officer, "製造部").await, factory);
    let home = browser.get("/").await.body;
    assert!(!home.contains("リスクの移り変わり"), "two departments are no single way: {home}");
}
