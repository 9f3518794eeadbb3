//! リスクアセスメント: snapshots on the web.

use app::assessment::{Assessment, Input, list, take};
use app::asset::{self, Departments};
use app::organization::{CriteriaChoice, choose_criteria, department};
use app::risk::{self, edit};
use app::{Context, DepartmentId, Role};
use axum::http::StatusCode;

use crate::browser::Browser;
use crate::treatment::{catalog, owned};

async fn taken(browser: &Browser, name: &str) -> Assessment {
    take(&browser.company.officer, &catalog(), Input { name: name.into(), department: None }).await.unwrap()
}

async fn sales(officer: &Context) -> DepartmentId {
    Departments::of(officer).await.unwrap().named("営業部").unwrap()
}

#[tokio::test]
async fn a_snapshot_is_taken_and_shown() {
    let mut browser = Browser::signed_in().await;
    let empty = browser.get("/assessments").await;
    assert!(empty.body.contains("まだアセスメントがありません。"), "{}", empty.body);
    let refused = browser.post("/assessments", &[("name", "早すぎる")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("先に、リスクを洗い出してください。") && refused.body.contains("value=\"早すぎる\""));
    owned(&browser.company.officer).await;
    let made = browser.post("/assessments", &[("name", "<b>定期</b>")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let page = browser.get(&made.location).await;
    for part in [
        "&lt;b&gt;定期&lt;/b&gt;",
        "評価日：2026/11/24",
        "範囲：全社",
        "高 1件",
        "高 9",
        "車に置いたまま盗まれる",
        "/report.docx",
        "<td class=\"band-low\"><span>0<small aria-hidden=\"true\">低 1</small></span></td>",
    ] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let all = browser.get("/assessments").await;
    assert!(all.body.contains("&lt;b&gt;定期&lt;/b&gt;") && all.body.contains("中 0件"), "{}", all.body);
}

#[tokio::test]
async fn two_are_compared_and_one_is_removed() {
    let mut browser = Browser::signed_in().await;
    let risk = owned(&browser.company.officer).await;
    let before = taken(&browser, "前回").await;
    let better = risk::Input { likelihood: Some(1), ..risk::Input::from(&risk.content) };
    edit(&browser.company.officer, &catalog(), risk.id, 1, better).await.unwrap();
    browser.company.clock.advance(std::time::Duration::from_secs(86_400));
    browser.sign_in("hanako@example.jp").await;
    let after = taken(&browser, "今回").await;
    let page = browser.get(&format!("/assessments/{}?since={}", after.id, before.id)).await;
    for part in [
        "「前回」から「今回」まで",
        "下がったリスク（1件）",
        "report.pdf?since=",
        "高 9",
        "中 3",
        ">前回</option>",
        "前回 <small class=\"nowrap\">2026/11/24</small>",
    ] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    assert_eq!(browser.get(&format!("/assessments/{}?since=x", after.id)).await.status, StatusCode::OK);
    let address = format!("/assessments/{}/remove", before.id);
    assert!(browser.get(&address).await.body.contains("「記録」から取り消すと、元に戻ります。"));
    assert_eq!(browser.post(&address, &[]).await.location, "/assessments");
    assert_eq!(list(&browser.company.officer).await.unwrap(), [after]);
}

#[tokio::test]
async fn each_side_is_shown_in_the_bands_of_its_day() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let risk = owned(&officer).await;
    let likely = |likelihood: u8| risk::Input { likelihood: Some(likelihood), ..risk::Input::from(&risk.content) };
    edit(&officer, &catalog(), risk.id, 1, likely(1)).await.unwrap();
    let before = taken(&browser, "前回").await;
    edit(&officer, &catalog(), risk.id, 2, likely(2)).await.unwrap();
    choose_criteria(&officer, CriteriaChoice::Own { high: 9, medium: 6 }, 1).await.unwrap();
    browser.company.clock.advance(std::time::Duration::from_secs(60));
    let after = taken(&browser, "今回").await;
    let page = browser.get(&format!("/assessments/{}?since={}", after.id, before.id)).await.body;
    for part in ["リスク基準が「東京都」から「自社」に変わっています。", "上がったリスク（1件）", ">中 3<", ">中 6<"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("高 6"), "6 is 中 now: {page}");
}

#[tokio::test]
async fn an_auditor_reads_and_takes_none() {
    let mut browser = Browser::signed_in().await;
    owned(&browser.company.officer).await;
    let one = taken(&browser, "定期").await;
    browser.joined_by(Role::Auditor, None).await;
    let all = browser.get("/assessments").await;
    assert!(all.body.contains("定期") && !all.body.contains("今日のリスクを残す"), "{}", all.body);
    let page = browser.get(&format!("/assessments/{}", one.id)).await;
    assert!(page.status == StatusCode::OK && !page.body.contains("/remove"), "{}", page.body);
    let remove = format!("/assessments/{}/remove", one.id);
    assert_eq!(browser.get(&remove).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post(&remove, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post("/assessments", &[("name", "x")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_employee_sees_none() {
    let mut browser = Browser::signed_in().await;
    owned(&browser.company.officer).await;
    let one = taken(&browser, "定期").await;
    browser.joined_by(Role::Employee, None).await;
    for address in ["/assessments".to_owned(), format!("/assessments/{}", one.id)] {
        assert_eq!(browser.get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
}

#[tokio::test]
async fn a_manager_takes_the_departments() {
    let mut browser = Browser::signed_in().await;
    owned(&browser.company.officer).await;
    let sales = sales(&browser.company.officer).await;
    browser.joined_by(Role::DepartmentManager, Some(sales)).await;
    let form = browser.get("/assessments").await;
    assert!(form.body.contains("自分の部署のリスクを残します。") && !form.body.contains("会社全体か"), "{}", form.body);
    let made = browser.post("/assessments", &[("name", "営業部の回"), ("department", &sales.to_string())]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    assert!(browser.get(&made.location).await.body.contains("範囲：営業部"));
}

#[tokio::test]
async fn another_organizations_snapshot_is_not_there() {
    let mut browser = Browser::signed_in().await;
    let elsewhere = browser.company.another("隣の会社").await;
    owned(&elsewhere).await;
    let theirs = take(&elsewhere, &catalog(), Input::default()).await.unwrap();
    owned(&browser.company.officer).await;
    let ours = taken(&browser, "うち").await;
    for address in [
        format!("/assessments/{}", theirs.id),
        format!("/assessments/{}?since={}", ours.id, theirs.id),
        format!("/assessments/{}/remove", theirs.id),
        format!("/assessments/{}/report.pdf", theirs.id),
        format!("/assessments/{}/report.pdf?since={}", ours.id, theirs.id),
    ] {
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(browser.post(&format!("/assessments/{}/remove", theirs.id), &[]).await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/assessments").await.body.contains(&theirs.name));
}

#[tokio::test]
async fn the_list_says_when_the_next_one_is_due() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    owned(&officer).await;
    let of_sales = Input { name: "営業部の回".into(), department: Some(sales(&officer).await) };
    take(&officer, &catalog(), of_sales).await.unwrap();
    let page = browser.get("/assessments").await.body;
    assert!(page.contains("会社全体のアセスメントは、まだありません。"), "{page}");
    taken(&browser, "全社の回").await;
    let page = browser.get("/assessments").await.body;
    assert!(page.contains("次の時期：2027年11月24日ごろ"), "{page}");
    browser.execute("UPDATE assessment SET made_on = '2025-11-24' WHERE department_id IS NULL").await;
    let page = browser.get("/assessments").await.body;
    assert!(page.contains("次の時期が来ています：2026年11月24日ごろ（前回は「全社の回」）"), "{page}");
    browser.joined_by(Role::DepartmentManager, Some(sales(&officer).await)).await;
    let page = browser.get("/assessments").await.body;
    assert!(page.contains("次の時期：2027年11月24日ごろ"), "the department's own: {page}");
}

#[tokio::test]
async fn what_moved_away_is_not_gone_and_what_is_gone_is_no_link() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let (moved, removed) = (owned(&officer).await, owned(&officer).await);
    owned(&officer).await;
    let sales = sales(&officer).await;
    let of_sales = |name: &str| Input { name: name.into(), department: Some(sales) };
    let before = take(&officer, &catalog(), of_sales("前回")).await.unwrap();
    let asset = asset::find(&officer, moved.content.subject.asset().unwrap()).await.unwrap().asset;
    let elsewhere = asset::Input { department: "製造部".into(), ..asset::Input::from(&asset.content) };
    asset::edit(&officer, asset.id, asset.version, elsewhere).await.unwrap();
    risk::remove(&officer, removed.id, removed.version).await.unwrap();
    department::rename(&officer, sales, "営業本部").await.unwrap();
    browser.company.clock.advance(std::time::Duration::from_secs(60));
    let after = take(&officer, &catalog(), of_sales("今回")).await.unwrap();
    let compared = format!("/assessments/{}?since={}", after.id, before.id);
    let link = |id: app::RiskId| format!("href=\"/risks/{id}\"");

    let page = browser.get(&compared).await.body;
    for part in ["あとの回になかったリスク（今もあります）（1件）", "なくなったリスク（1件）", &link(moved.id)]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("範囲が違います"), "a department stays the same under another name: {page}");
    assert!(!page.contains(&link(removed.id)), "{page}");
    let page = browser.get(&format!("/assessments/{}", before.id)).await.body;
    assert!(page.contains(&link(moved.id)) && !page.contains(&link(removed.id)), "{page}");

    browser.joined_by(Role::DepartmentManager, Some(sales)).await;
    let page = browser.get(&compared).await.body;
    for part in ["なくなったリスク（2件）", "ほかの部署へ移ったものが、入っていることがあります。"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains(&link(moved.id)), "it may not be seen: {page}");
}

#[tokio::test]
async fn what_the_criteria_alone_changed_is_listed() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let risk = owned(&officer).await;
    let likely = risk::Input { likelihood: Some(2), ..risk::Input::from(&risk.content) };
    edit(&officer, &catalog(), risk.id, 1, likely).await.unwrap();
    let before = taken(&browser, "定期").await;
    choose_criteria(&officer, CriteriaChoice::Own { high: 9, medium: 6 }, 1).await.unwrap();
    browser.company.clock.advance(std::time::Duration::from_secs(60));
    let after = taken(&browser, "定期").await;
    let page = browser.get(&format!("/assessments/{}?since={}", after.id, before.id)).await.body;
    for part in ["段階だけが変わったリスクを見る（1件）", ">高 6<", ">中 6<"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains("定期（2026/11/24、全社）</option>"), "the name alone does not say which: {page}");
}
