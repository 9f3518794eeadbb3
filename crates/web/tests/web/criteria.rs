//! リスク基準: what another choice would change is shown before it is saved.

use app::organization::find;
use app::{Permission, Role};
use axum::http::StatusCode;

use crate::browser::Browser;
use crate::risk::risk;

#[tokio::test]
async fn what_changes_is_shown_before_saving() {
    let mut browser = Browser::signed_in().await;
    let ipa = [("criteria", "ipa"), ("repeat", "6"), ("version", "1")];
    let empty = browser.post("/settings/criteria/preview", &ipa).await.body;
    assert!(empty.contains("まだリスクがないので"), "{empty}");
    let officer = browser.company.officer.clone();
    risk(&officer, "盗まれる").await;
    let own = [("criteria", "own"), ("high", "9"), ("medium", "2"), ("version", "1")];
    let same = browser.post("/settings/criteria/preview", &own).await.body;
    assert!(same.contains("段階の変わるリスクはありません。"), "level 9 stays 高: {same}");
    let form = browser.get("/settings/criteria").await.body;
    assert!(form.contains("受け入れられるかどうかの境目") && form.contains("アセスメントをくり返す間隔"), "{form}");
    // The register's level falls to 3 with everything in place; IPA calls that 低.
    let catalog = catalog::Catalog::load().unwrap();
    let listed = app::risk::list(&officer, &app::risk::Query::default()).await.unwrap().risks;
    let found = app::risk::find(&officer, &catalog, listed[0].id).await.unwrap().risk;
    let input = app::risk::Input { vulnerability_rating: Some(1), ..app::risk::Input::from(&found.content) };
    app::risk::edit(&officer, &catalog, found.id, 1, input).await.unwrap();
    let preview = browser.post("/settings/criteria/preview", &ipa).await.body;
    for part in ["1件が「中」から「低」に下がります。", "まだ保存していません", "中 3", "低 3", "盗まれる"]
    {
        assert!(preview.contains(part), "{part}: {preview}");
    }
    assert_eq!(find(&officer).await.unwrap().criteria.name(), "東京都", "nothing is saved yet");
    assert_eq!(browser.post("/settings/criteria", &ipa).await.location, "/organization#criteria");
    let saved = find(&officer).await.unwrap();
    assert_eq!((saved.criteria.name(), saved.repeat_months), ("IPA", 6));
    assert!(browser.get("/organization").await.body.contains("6か月ごとにやり直します"));
}

#[tokio::test]
async fn own_bands_out_of_order_are_refused() {
    let mut browser = Browser::signed_in().await;
    let upside_down = [("criteria", "own"), ("high", "3"), ("medium", "6"), ("version", "1")];
    let refused = browser.post("/settings/criteria/preview", &upside_down).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("href=\"#medium\""), "{}", refused.body);
    let long = browser.post("/settings/criteria", &[("criteria", "ipa"), ("repeat", "99"), ("version", "1")]).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.body.contains("href=\"#repeat\""), "{}", long.body);
}

#[tokio::test]
async fn who_comes_second_is_told_what_to_press() {
    let mut browser = Browser::signed_in().await;
    let ipa = [("criteria", "ipa"), ("repeat", "6"), ("version", "1")];
    assert_eq!(browser.post("/settings/criteria", &ipa).await.location, "/organization#criteria");
    let second = browser.post("/settings/criteria", &[("criteria", "tokyo"), ("repeat", "6"), ("version", "1")]).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["まだ保存していません。", "下の「変わるリスクを確かめる」を押して", ">変わるリスクを確かめる</button>"]
    {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
}

#[tokio::test]
async fn who_may_not_change_the_organization_sees_no_preview() {
    for role in Role::ALL {
        if role.of_department() {
            continue;
        }
        let mut browser = Browser::signed_in().await;
        browser.joined_by(role, None).await;
        let answer = browser.post("/settings/criteria/preview", &[("criteria", "ipa"), ("version", "1")]).await;
        let may = role.allows(Permission::EditOrganization);
        assert_eq!(answer.status, if may { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{role:?}");
    }
}

#[tokio::test]
async fn another_organizations_risks_are_not_counted() {
    let mut browser = Browser::signed_in().await;
    risk(&browser.company.another("別の会社").await, "盗まれる").await;
    let own = [("criteria", "own"), ("high", "9"), ("medium", "6"), ("version", "1")];
    assert!(browser.post("/settings/criteria/preview", &own).await.body.contains("まだリスクがないので"));
}
