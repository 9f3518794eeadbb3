//! 組織: name, answers, criteria, the sample company.

use app::organization::{find, rename};
use app::{Permission, Role};
use axum::http::StatusCode;

use crate::browser::Browser;

#[tokio::test]
async fn the_name_is_changed() {
    let mut browser = Browser::signed_in().await;
    assert!(browser.get("/organization/name").await.body.contains("value=\"見本商事\""));
    let saved = browser.post("/organization/name", &[("name", "見本商事株式会社"), ("version", "1")]).await;
    assert_eq!((saved.status, saved.location.as_str()), (StatusCode::SEE_OTHER, "/organization"));
    let page = browser.get("/organization").await.body;
    assert!(page.contains("見本商事株式会社") && page.contains("組織名を保存しました"), "{page}");
    let empty = browser.post("/organization/name", &[("name", " "), ("version", "2")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("href=\"#name\""));
}

#[tokio::test]
async fn somebody_elses_change_is_not_overwritten() {
    let mut browser = Browser::signed_in().await;
    rename(&browser.company.officer, "ほかの人の名前", 1).await.unwrap();
    let late = browser.post("/organization/name", &[("name", "自分の名前"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("今の組織名は「ほかの人の名前」です") && late.body.contains("value=\"自分の名前\""));
    assert_eq!(find(&browser.company.officer).await.unwrap().name, "ほかの人の名前");
    // Having seen it, the person decides.
    let decided = browser.post("/organization/name", &[("name", "自分の名前"), ("version", "2")]).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER);

    let late = [("conditions.telework", "yes"), ("version", "1")];
    let late = browser.post("/organization/profile/work", &late).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        late.body.contains("まだ保存していません") && late.body.contains("『テレワーク』の答えが"),
        "{}",
        late.body
    );
    let criteria = browser.post("/settings/criteria", &[("criteria", "ipa"), ("version", "1")]).await;
    assert!(criteria.body.contains("今のリスク基準は「東京都：高 9・6、中 4・3、低 2・1」です"), "{}", criteria.body);
}

#[tokio::test]
async fn answers_are_kept_section_by_section() {
    let mut browser = Browser::signed_in().await;
    let form = browser.get("/organization/profile/measures").await;
    assert!(form.body.contains("name=\"measures.update\""));
    let saved = browser.post("/organization/profile/measures", &[("measures.update", "2"), ("version", "1")]).await;
    assert_eq!(saved.location, "/organization#measures");
    let page = browser.get("/organization").await.body;
    assert!(page.contains("更新しているが、漏れている機器がある") && page.contains("答えていない質問が15問"), "{page}");
    browser.post("/organization/profile/work", &[("conditions.telework", "no"), ("version", "2")]).await;
    let form = browser.get("/organization/profile/work").await.body;
    assert!(form.contains("name=\"conditions.telework\" value=\"no\" checked"), "{form}");
    let page = browser.get("/organization").await.body;
    assert!(page.contains("更新しているが、漏れている機器がある"), "the other section stays");
}

#[tokio::test]
async fn criteria_are_chosen() {
    let mut browser = Browser::signed_in().await;
    let old = browser.get("/organization/criteria").await;
    assert_eq!((old.status, old.location.as_str()), (StatusCode::PERMANENT_REDIRECT, "/settings/criteria"));
    let form = browser.get("/settings/criteria").await.body;
    for part in ["東京都のテキストの区分", "IPAのガイドラインの区分", "自社の区分", "受容できない", "管理下で受容可能"]
    {
        assert!(form.contains(part), "{part} is missing");
    }
    let upside_down = [("criteria", "own"), ("high", "3"), ("medium", "6"), ("version", "1")];
    let refused = browser.post("/settings/criteria", &upside_down).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("href=\"#medium\""), "{}", refused.body);
    let own = [("criteria", "own"), ("high", "4"), ("medium", "2"), ("version", "1")];
    assert_eq!(browser.post("/settings/criteria", &own).await.location, "/organization#criteria");
    assert!(browser.get("/organization").await.body.contains("「自社」の区分"));
}

#[tokio::test]
async fn the_sample_comes_and_goes() {
    let mut browser = Browser::signed_in().await;
    assert!(!browser.get("/").await.body.contains("見本の会社です。"));
    assert_eq!(browser.post("/organization/sample", &[]).await.location, "/");
    for address in ["/", "/assets", "/organization", "/audit-log", "/people"] {
        let page = browser.get(address).await.body;
        assert!(page.contains("見本の会社です。") && page.contains("見本を消す"), "{address} must say so");
    }
    assert!(browser.get("/assets").await.body.contains("顧客リスト"));
    let again = browser.post("/organization/sample", &[]).await;
    assert_eq!(again.location, "/");
    assert!(browser.get("/").await.body.contains("もう読み込んであります"));

    assert!(browser.get("/organization/sample/remove").await.body.contains("「見本工業株式会社」を消しますか"));
    assert_eq!(browser.post("/organization/sample/remove", &[]).await.location, "/");
    let home = browser.get("/").await.body;
    assert!(home.contains("見本商事") && home.contains("見本の会社を消しました") && !home.contains("見本の会社です。"));
    // A real company is not removed.
    assert_eq!(browser.get("/organization/sample/remove").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post("/organization/sample/remove", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(find(&browser.company.officer).await.unwrap().name, "見本商事");
}

#[tokio::test]
async fn each_role_sees_and_changes_what_it_may() {
    for role in Role::ALL {
        if role.of_department() {
            continue;
        }
        let mut browser = Browser::signed_in().await;
        browser.joined_by(role, None).await;
        let status = |may: bool, good: StatusCode| if may { good } else { StatusCode::FORBIDDEN };
        let (reads, edits) = (role.allows(Permission::ReadOrganization), role.allows(Permission::EditOrganization));
        let page = browser.get("/organization").await;
        assert_eq!(page.status, status(reads, StatusCode::OK), "{role:?}");
        assert_eq!(page.body.contains("変更する"), edits, "{role:?}");
        for form in ["/organization/name", "/organization/profile/work", "/settings/criteria", "/setup/next"] {
            assert_eq!(browser.get(form).await.status, status(edits, StatusCode::OK), "{role:?} {form}");
        }
        let sent: [(&str, Vec<(&str, &str)>); 3] = [
            ("/settings/criteria", vec![("criteria", "ipa"), ("version", "1")]),
            ("/organization/profile/work", vec![("conditions.telework", "yes"), ("version", "2")]),
            ("/organization/name", vec![("name", "新しい名前"), ("version", "3")]),
        ];
        for (address, fields) in sent {
            let answer = browser.post(address, &fields).await;
            assert_eq!(answer.status, status(edits, StatusCode::SEE_OTHER), "{role:?} {address}");
        }
        let sample = browser.post("/organization/sample", &[]).await;
        assert_eq!(sample.status, status(edits, StatusCode::SEE_OTHER), "{role:?}");
    }
}
