//! アカウント: one's own name, password, second step, passkeys and devices.

use axum::http::StatusCode;
use serde_json::{Value, json};
use std::time::Duration;
use testkit::authenticator::{Phone, code};
use testkit::company::PASSWORD;

use crate::browser::Browser;
use crate::sign_in::{ORIGIN, send_json};

/// The app on a person's phone.
pub struct App {
    key: String,
}

impl App {
    /// What it shows now.
    pub fn digits(&self, browser: &Browser) -> String {
        code(&self.key, u64::try_from(browser.company.clock.now().0 / 1000).unwrap())
    }
}

/// Sets the app up through the screens; answers it and the recovery codes.
pub async fn turn_on_two_steps(browser: &mut Browser) -> (App, Vec<String>) {
    let begun = browser.post("/account/two-steps", &[("password", PASSWORD)]).await;
    assert_eq!(begun.location, "/account/two-steps/app", "{}", begun.body);
    let page = browser.get("/account/two-steps/app").await.body;
    let key = page.split(r#"<p class="secret">"#).nth(1).unwrap().split('<').next().unwrap().to_owned();
    let app = App { key };
    let done = browser.post("/account/two-steps/app", &[("code", &app.digits(browser))]).await;
    let codes = recovery_codes(&done.body);
    browser.company.clock.advance(Duration::from_secs(30));
    (app, codes)
}

/// The codes on the page that shows them once.
pub fn recovery_codes(page: &str) -> Vec<String> {
    let list = page.split(r#"<ol class="secret codes""#).nth(1).unwrap().split("</ol>").next().unwrap();
    list.split("<li>").skip(1).map(|line| line.split('<').next().unwrap().to_owned()).collect()
}

/// Makes a passkey through the screens' JSON; answers its page.
pub async fn make_passkey(browser: &mut Browser, phone: &mut Phone) -> String {
    let form = json!({ "name": "会社のPC", "password": PASSWORD });
    let begun = send_json(browser, "/account/passkeys/new/begin", &form).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.body);
    let begun: Value = serde_json::from_str(&begun.body).unwrap();
    let answer = phone.create(&begun["options"]);
    let body = json!({ "ceremony": begun["ceremony"], "answer": answer, "name": "会社のPC" });
    let done = send_json(browser, "/account/passkeys/new/finish", &body).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let done: Value = serde_json::from_str(&done.body).unwrap();
    done["location"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_name_is_changed_and_mistakes_are_said() {
    let mut browser = Browser::signed_in().await;
    let saved = browser.post("/account/name", &[("name", "見本<花>")]).await;
    assert_eq!(saved.location, "/account");
    let page = browser.get("/account").await.body;
    assert!(page.contains("氏名を保存しました。") && page.contains("見本&lt;花&gt;"), "{page}");
    let wrong = browser.post("/account/name", &[("name", " ")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains(r##"<a href="#name">『氏名』を1〜100文字で入力してください。</a>"##));
}

#[tokio::test]
async fn the_password_is_changed() {
    let mut browser = Browser::signed_in().await;
    let new = "rotating-lantern-84-velvet";
    let wrong = browser.post("/account/password", &[("present", "wrong"), ("password", new)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains(r##"href="#present""##) && !wrong.body.contains(new));
    let empty = browser.post("/account/password", &[("present", ""), ("password", "")]).await;
    for words in ["『今のパスワード』を入力してください。", "『新しいパスワード』を入力してください。"]
    {
        assert!(empty.body.contains(words), "{words} is missing: {}", empty.body);
    }
    let weak = browser.post("/account/password", &[("present", PASSWORD), ("password", "sakurahimitsu2026")]).await;
    assert!(weak.body.contains("よく使われる言葉"));
    let done = browser.post("/account/password", &[("present", PASSWORD), ("password", new)]).await;
    assert_eq!(done.location, "/account");
    assert!(browser.get("/account").await.body.contains("パスワードを変更しました。"));
    browser.post("/sign-out", &[]).await;
    let old = browser.post("/sign-in", &[("email", "hanako@example.jp"), ("password", PASSWORD)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post("/sign-in", &[("email", "hanako@example.jp"), ("password", new)]).await.location, "/");
}

#[tokio::test]
async fn two_steps_are_set_up_with_picture_or_text_and_turned_off() {
    let mut browser = Browser::signed_in().await;
    assert!(browser.get("/account").await.body.contains("使っていません"));
    assert_eq!(browser.get("/account/two-steps/app").await.location, "/account/two-steps", "nothing was begun");
    let wrong = browser.post("/account/two-steps", &[("password", "wrong")]).await;
    assert!(wrong.body.contains("『今のパスワード』が違います。"));

    browser.post("/account/two-steps", &[("password", PASSWORD)]).await;
    let page = browser.get("/account/two-steps/app").await.body;
    assert!(page.contains(r#"role="img" aria-label="認証アプリで読み取るQRコード""#));
    let wrong = browser.post("/account/two-steps/app", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("『確認コード』が違います。") && wrong.body.contains("class=\"secret\""), "try again");

    let (_, codes) = turn_on_two_steps(&mut browser).await;
    assert_eq!(codes.len(), 10);
    let page = browser.get("/account").await.body;
    assert!(page.contains("使用中") && page.contains("10個") && !page.contains(&codes[0]));
    let late = browser.post("/account/two-steps/app", &[("code", "000000")]).await;
    assert_eq!(late.location, "/account/two-steps");

    let kept = browser.post("/account/two-steps/off", &[("password", "wrong")]).await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post("/account/two-steps/off", &[("password", PASSWORD)]).await.location, "/account");
    assert!(browser.get("/account").await.body.contains("使っていません"));
}

#[tokio::test]
async fn recovery_codes_are_shown_once_with_a_file_to_keep() {
    let mut browser = Browser::signed_in().await;
    let without = browser.post("/account/recovery-codes", &[("password", PASSWORD)]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "only with two steps");
    let (_, first) = turn_on_two_steps(&mut browser).await;
    let renewed = browser.post("/account/recovery-codes", &[("password", PASSWORD)]).await;
    let codes = recovery_codes(&renewed.body);
    assert!(codes.iter().all(|code| !first.contains(code)));
    let file = renewed.body.split(r#"href="data:text/plain;charset=utf-8,"#).nth(1).unwrap().split('"').next().unwrap();
    assert!(file.contains(&codes[9]) && file.contains("%0D%0A") && !file.contains('+'), "{file}");
    assert_eq!(renewed.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn passkeys_are_named_and_removed() {
    let mut browser = Browser::signed_in().await;
    let wrong = json!({ "name": "会社のPC", "password": "wrong" });
    let wrong = send_json(&mut browser, "/account/passkeys/new/begin", &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("『今のパスワード』が違います。"), "{}", wrong.body);
    let without = browser.post("/account/passkeys/new", &[("name", "会社のPC"), ("password", PASSWORD)]).await;
    assert!(without.body.contains("JavaScript が必要です"));

    let page = make_passkey(&mut browser, &mut Phone::at(ORIGIN)).await;
    assert!(browser.get(&page).await.body.contains("パスキー「会社のPC」"));
    assert_eq!(browser.post(&page, &[("name", "自宅のPC")]).await.location, "/account");
    assert!(browser.get("/account").await.body.contains("自宅のPC"));
    let wrong = browser.post(&page, &[("name", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post(&format!("{page}/remove"), &[]).await.location, "/account");
    assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/account/passkeys/nothing").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn devices_are_listed_and_signed_out() {
    let mut browser = Browser::signed_in().await;
    let mut elsewhere = browser.company.visitor.clone();
    elsewhere.user_agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1".into();
    elsewhere.network = "203.0.113.7".into();
    for _ in 0..2 {
        app::account::sign_in(&elsewhere, "hanako@example.jp", PASSWORD.into()).await.unwrap();
    }
    let page = browser.get("/account").await.body;
    assert!(page.contains("iPhone の Safari") && page.contains("203.0.113.7") && page.contains("この端末"));
    let session = page.split(r#"name="session" value=""#).nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(browser.post("/account/sessions/end", &[("session", &session)]).await.location, "/account");
    let again = browser.post("/account/sessions/end", &[("session", &session)]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    browser.post("/account/sessions/end-others", &[]).await;
    let page = browser.get("/account").await.body;
    assert!(page.contains("ほかの1台の端末をサインアウトさせました。") && !page.contains("iPhone"), "{page}");
}

#[tokio::test]
async fn nobody_sees_an_account() {
    let mut browser = Browser::new().await;
    for path in
        ["/account", "/account/password", "/account/two-steps", "/account/recovery-codes", "/account/passkeys/new"]
    {
        let answer = browser.get(path).await;
        assert!(answer.location.starts_with("/sign-in?next="), "{path}");
    }
    for path in ["/account/name", "/account/password", "/account/two-steps/off", "/account/sessions/end-others"] {
        assert_eq!(browser.post(path, &[]).await.location, "/sign-in", "{path}");
    }
}
