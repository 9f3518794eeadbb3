//! リスク特定: from the catalog's proposals to risks of many assets.

use axum::http::StatusCode;

use crate::browser::Browser;
use crate::risk::asset;

#[tokio::test]
async fn risks_are_identified_for_many_assets() {
    let mut browser = Browser::signed_in().await;
    assert!(browser.get("/risks/identify").await.body.contains("情報資産台帳がまだ空です。"));
    let officer = browser.company.officer.clone();
    let (one, other) = (asset(&officer, "顧客リスト").await, asset(&officer, "見積書").await);
    let media = browser.get("/risks/identify").await.body;
    assert!(
        media.contains("href=\"/risks/identify/office-pc\"") && !media.contains("href=\"/risks/identify/paper\""),
        "{media}"
    );
    let form = browser.get("/risks/identify/office-pc").await.body;
    for part in ["「<dfn>脅威の起源</dfn>」とは", "起こりやすさ <b>", "リスクなし"] {
        assert!(form.contains(part), "{part}: {form}");
    }
    assert_eq!(form.matches("name=\"assets\"").count(), 2);
    assert_eq!(form.matches(&format!("value=\"{one}\" checked")).count(), 1, "{form}");

    let nothing = browser.post("/risks/identify/office-pc", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["href=\"#lines\"", "href=\"#assets\"", "『情報資産』を1つ以上選んでください。"] {
        assert!(nothing.body.contains(part), "{part}: {}", nothing.body);
    }
    let lines = line_ids(&form);
    let ids = [one.to_string(), other.to_string()];
    let chosen = [("lines", lines[0].as_str()), ("lines", &lines[1]), ("assets", &ids[0]), ("assets", &ids[1])];
    let done = browser.post("/risks/identify/office-pc", &chosen).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/risks?medium=office-pc"));
    let list = browser.get(&done.location).await.body;
    assert!(list.contains("4件のリスクを追加しました。") && list.contains("全4件を表示"), "{list}");
    browser.post("/risks/identify/office-pc", &chosen).await;
    assert!(browser.get("/risks").await.body.contains("もうすべてありました"));

    let asset_page = browser.get(&format!("/assets/{one}")).await.body;
    let here = format!("/risks/identify/office-pc?asset={one}");
    assert!(asset_page.contains(&here) && asset_page.contains(&format!("/risks?asset={one}")), "{asset_page}");
    let only = browser.get(&here).await.body;
    assert!(
        only.contains(&format!("value=\"{one}\" checked")) && !only.contains(&format!("value=\"{other}\" checked"))
    );
    assert!(only.contains(&format!("name=\"only\" value=\"{one}\"")), "{only}");
    let one = one.to_string();
    let back =
        browser.post("/risks/identify/office-pc", &[("lines", &lines[2]), ("assets", &one), ("only", &one)]).await;
    assert_eq!(back.location, format!("/risks?asset={one}"));
    assert_eq!(browser.get("/risks/identify/nowhere").await.status, StatusCode::NOT_FOUND);
}

/// The ids of the threat lines of a form.
fn line_ids(form: &str) -> Vec<String> {
    let parts = form.split("name=\"lines\" value=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn assets_of_another_organization_are_left_alone() {
    let mut browser = Browser::signed_in().await;
    let theirs = browser.company.another("別の会社").await;
    let asset = asset(&theirs, "よその顧客リスト").await.to_string();
    assert!(!browser.get("/risks/identify/office-pc").await.body.contains("よその顧客リスト"));
    let chosen = [("lines", "office-pc.ransomware"), ("assets", asset.as_str()), ("all_without_risks", "on")];
    browser.post("/risks/identify/office-pc", &chosen).await;
    assert_eq!(app::risk::summary(&theirs).await.unwrap().heat_map.total(), 0);
}
