//! First run, from the first page to a register.

use app::organization::{all, is_first_run};
use axum::http::StatusCode;
use testkit::company::PASSWORD;

use crate::browser::{Answer, Browser};

async fn begin(browser: &mut Browser) -> Answer {
    let fields =
        [("organization", "まなび商会"), ("name", "山田花子"), ("email", "yamada@example.jp"), ("password", PASSWORD)];
    browser.post("/setup", &fields).await
}

#[tokio::test]
async fn leads_from_nothing_to_a_register() {
    let mut browser = Browser::first_run().await;
    let page = browser.get("/setup").await;
    assert_eq!(page.status, StatusCode::OK);
    for part in ["組織名", "あなたの氏名", "メールアドレス", "autocomplete=\"new-password\"", "12文字以上"]
    {
        assert!(page.body.contains(part), "{part} is missing");
    }
    let begun = begin(&mut browser).await;
    assert_eq!((begun.status, begun.location.as_str()), (StatusCode::SEE_OTHER, "/setup/profile"));
    // Signed in already: the questions open.
    let first = browser.get("/setup/profile").await;
    assert_eq!(first.location, "/setup/profile/company");
    let mut address = first.location;
    let mut walked = Vec::new();
    while address != "/setup/next" {
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.body.contains("答えずに次へ進む"), "{address}");
        let kept = browser.post(&address, &[("conditions.telework", "yes")]).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{address}: {}", kept.body);
        walked.push(address);
        address = kept.location;
    }
    assert_eq!(walked.len(), 4);
    let next = browser.get("/setup/next").await;
    assert!(next.body.contains("href=\"/assets/import\"") && next.body.contains("見本の会社を読み込む"));
    let home = browser.get("/").await;
    assert!(home.body.contains("まなび商会") && home.body.contains("情報資産台帳がまだ空です"), "{}", home.body);
}

#[tokio::test]
async fn is_open_once() {
    let mut browser = Browser::first_run().await;
    begin(&mut browser).await;
    browser.forget();
    let page = browser.get("/setup").await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in"));
    assert_eq!(begin(&mut browser).await.location, "/sign-in");
    let command = app::Visitor::new(
        browser.company.visitor.store().clone(),
        browser.company.clock.clone(),
        app::Channel::Command,
    );
    assert_eq!(all(&command).await.unwrap().len(), 1);
    // The questions are for those who are signed in.
    assert_eq!(browser.get("/setup/profile/company").await.location, "/sign-in?next=%2Fsetup%2Fprofile%2Fcompany");
}

#[tokio::test]
async fn says_what_is_wrong_at_each_field_and_keeps_the_rest() {
    let mut browser = Browser::first_run().await;
    let fields = [("organization", ""), ("name", "山田花子"), ("email", "yamada"), ("password", "himitsu")];
    let refused = browser.post("/setup", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["href=\"#organization\"", "href=\"#email\"", "href=\"#password\"", "value=\"山田花子\""] {
        assert!(refused.body.contains(part), "{part} is missing: {}", refused.body);
    }
    assert!(!refused.body.contains("himitsu"), "a password is never written into a page");
    assert!(is_first_run(&browser.company.visitor).await.unwrap());
}

#[tokio::test]
async fn asks_again_for_an_answer_that_cannot_be_used() {
    let mut browser = Browser::first_run().await;
    begin(&mut browser).await;
    let refused = browser.post("/setup/profile/company", &[("organization.employees", "たくさん")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("href=\"#organization.employees\"") && refused.body.contains("value=\"たくさん\""));
    assert_eq!(browser.get("/setup/profile/nonsense").await.status, StatusCode::NOT_FOUND);
}
