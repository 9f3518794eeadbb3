//! What holds for every screen.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::browser::Browser;

#[tokio::test]
async fn nobody_is_sent_to_sign_in_and_comes_back() {
    let mut browser = Browser::new().await;
    let answer = browser.get("/?page=2").await;
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in?next=%2F%3Fpage%3D2"));
}

#[tokio::test]
async fn a_person_sees_the_frame() {
    let mut browser = Browser::signed_in().await;
    let answer = browser.get("/").await;
    assert_eq!(answer.status, StatusCode::OK);
    for part in ["見本商事", "情報セキュリティ責任者", "情報資産台帳", "lang=\"ja\""] {
        assert!(answer.body.contains(part), "{part} is missing");
    }
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn a_request_from_another_site_is_refused() {
    let mut browser = Browser::signed_in().await;
    let forged = Request::post("/sign-out").header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
    assert_eq!(browser.send(forged).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_not_there_says_so() {
    let mut browser = Browser::signed_in().await;
    let answer = browser.get("/nowhere").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("見つかりません"));
}
