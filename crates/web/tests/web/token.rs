//! APIトークン on the screens: made after the password, shown once, withdrawn.

use app::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use testkit::company::PASSWORD;

use crate::browser::Browser;

const NEW: &str = "/account/tokens/new";

fn wanted<'a>(name: &'a str, days: &'a str, password: &'a str) -> [(&'a str, &'a str); 4] {
    [("name", name), ("scope", "read"), ("days", days), ("password", password)]
}

/// What the page shows once.
fn secret(page: &str) -> String {
    let (_, rest) = page.split_once("value=\"sonae_").unwrap_or_else(|| panic!("{page}"));
    format!("sonae_{}", rest.split('"').next().unwrap())
}

/// What the API says to somebody with that token.
async fn api(browser: &mut Browser, secret: &str) -> StatusCode {
    let request = Request::get("/api/v1/assets").header(header::AUTHORIZATION, format!("Bearer {secret}"));
    browser.send(request.body(Body::empty()).unwrap()).await.status
}

#[tokio::test]
async fn one_is_made_and_shown_once() {
    let mut browser = Browser::signed_in().await;
    assert!(browser.get("/account").await.body.contains("href=\"/account/tokens\""));
    assert!(browser.get("/account/tokens").await.body.contains("まだトークンはありません。"));
    let made = browser.post(NEW, &wanted("在庫<システム>", "３０", PASSWORD)).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    assert!(made.body.contains("もう表示できません") && made.body.contains("在庫&lt;システム&gt;"));
    let secret = secret(&made.body);
    assert_eq!(api(&mut browser, &secret).await, StatusCode::OK);
    let list = browser.get("/account/tokens").await.body;
    assert!(
        list.contains("在庫&lt;システム&gt;") && list.contains("読むだけ") && !list.contains(&secret[6..]),
        "{list}"
    );

    let href = list.split("href=\"").find(|rest| rest.starts_with("/account/tokens/") && rest.contains("/revoke\""));
    let href = href.unwrap().split('"').next().unwrap().to_owned();
    assert!(browser.get(&href).await.body.contains("を取り消しますか"));
    assert_eq!(browser.post(&href, &[]).await.location, "/account/tokens");
    assert!(browser.get("/account/tokens").await.body.contains("取り消し済み"));
    assert_eq!(api(&mut browser, &secret).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn none_is_made_without_the_password_or_with_values_that_cannot_be_used() {
    let mut browser = Browser::signed_in().await;
    for (fields, field) in [
        (wanted("在庫", "30", "wrong-password-84"), "password"),
        (wanted("", "30", PASSWORD), "name"),
        (wanted("在庫", "400", PASSWORD), "days"),
        (wanted("在庫", "来年", PASSWORD), "days"),
    ] {
        let answer = browser.post(NEW, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{fields:?}: {}", answer.body);
        assert!(!answer.body.contains(PASSWORD) && !answer.body.contains("sonae_"));
    }
    assert!(browser.get("/account/tokens").await.body.contains("まだトークンはありません。"));
}

#[tokio::test]
async fn who_has_no_api_makes_none() {
    let mut browser = Browser::new().await;
    browser.joined_by(Role::Auditor, None).await;
    assert!(!browser.get("/account").await.body.contains("/account/tokens"));
    for path in ["/account/tokens", NEW] {
        assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(browser.post(NEW, &wanted("在庫", "30", PASSWORD)).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn others_tokens_are_not_there() {
    let mut browser = Browser::signed_in().await;
    browser.post(NEW, &wanted("花子の連携", "30", PASSWORD)).await;
    let token = app::token::list(&browser.company.officer).await.unwrap().remove(0);
    browser.joined_by(Role::Consultant, None).await;
    assert!(!browser.get("/account/tokens").await.body.contains("花子の連携"));
    let address = format!("/account/tokens/{}/revoke", token.id);
    assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&address, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(app::token::list(&browser.company.officer).await.unwrap()[0].revoked_at.is_none());
}
