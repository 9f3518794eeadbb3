//! サインイン: password, second step, passkey, sign-out.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use catalog::Catalog;
use serde_json::{Value, json};
use testkit::authenticator::Phone;
use testkit::company::{PASSWORD, company};
use tower::ServiceExt as _;
use web::{Settings, State, router};

use crate::account::{make_passkey, recovery_codes, turn_on_two_steps};
use crate::browser::{Answer, Browser};

pub const ORIGIN: &str = "http://localhost:8080";

/// Sends JSON as the script does.
pub async fn send_json(browser: &mut Browser, path: &str, body: &Value) -> Answer {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/json")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body.to_string()))
        .unwrap();
    browser.send(request).await
}

async fn first_step(browser: &mut Browser) -> Answer {
    let fields = [("email", "hanako@example.jp"), ("password", PASSWORD), ("next", "/account")];
    browser.post("/sign-in", &fields).await
}

#[tokio::test]
async fn a_password_opens_the_page_that_was_wanted() {
    let mut browser = Browser::new().await;
    let page = browser.get("/sign-in?next=/account").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(r#"name="next" value="/account""#));
    let answer = first_step(&mut browser).await;
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/account"));
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("session="), "{cookie}");
    for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "not over TLS here");
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
    let again = browser.get("/sign-in?next=/assets").await;
    assert_eq!(again.location, "/assets", "who is signed in need not sign in");
}

#[tokio::test]
async fn another_site_is_no_page_of_ours() {
    let mut browser = Browser::new().await;
    for next in ["//evil.example", "https://evil.example/", "/\\evil.example"] {
        let fields = [("email", "hanako@example.jp"), ("password", PASSWORD), ("next", next)];
        assert_eq!(browser.post("/sign-in", &fields).await.location, "/", "{next}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_alike_and_in_the_end_not_at_once() {
    let mut browser = Browser::new().await;
    let mut pages = Vec::new();
    for email in ["hanako@example.jp", "nobody@example.jp"] {
        let wrong = browser.post("/sign-in", &[("email", email), ("password", "wrong-himitsu")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("メールアドレスかパスワードが違います。"));
        assert!(wrong.body.contains(email) && !wrong.body.contains("himitsu"), "the address stays, the password goes");
        pages.push(wrong.body.replace(email, ""));
    }
    assert_eq!(pages[0], pages[1]);
    for _ in 0..4 {
        browser.post("/sign-in", &[("email", "hanako@example.jp"), ("password", "wrong")]).await;
    }
    let waiting = first_step(&mut browser).await;
    assert_eq!(waiting.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(waiting.body.contains("15分ほど待ってから"));
}

#[tokio::test]
async fn over_tls_the_cookie_is_for_tls_alone() {
    let database = testkit::database::sqlite().await;
    let company = company(&database.store).await;
    let settings = Settings { public_address: "https://sonae.example.jp".into(), ..Settings::default() };
    let state = State::new(database.store.clone(), company.clock, Catalog::load().unwrap(), settings);
    let request = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(format!("email=hanako%40example.jp&password={PASSWORD}")))
        .unwrap();
    let response = router(state).oneshot(request).await.unwrap();
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-session=") && cookie.ends_with("; Secure"), "{cookie}");
    assert!(cookie.contains("; Path=/;") && !cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn with_two_steps_the_password_opens_nothing_yet() {
    let mut browser = Browser::signed_in().await;
    let (app, codes) = turn_on_two_steps(&mut browser).await;
    browser.post("/sign-out", &[]).await;
    let first = first_step(&mut browser).await;
    assert_eq!(first.location, "/sign-in/second-step?next=%2Faccount");
    let waiting_cookie = first.headers["set-cookie"].to_str().unwrap().to_owned();
    assert_eq!(browser.get("/account").await.location, "/sign-in?next=%2Faccount");
    let page = browser.get("/sign-in/second-step?next=/account").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("見本花子さん") && !page.body.contains("パスキーで確認"));

    let wrong = browser.post("/sign-in/second-step", &[("code", "000000"), ("next", "/account")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains(r##"href="#code""##), "the summary leads to the field");
    let digits = app.digits(&browser);
    let done = browser.post("/sign-in/second-step", &[("code", &digits), ("next", "/account")]).await;
    assert_eq!(done.location, "/account");
    assert_ne!(done.headers["set-cookie"].to_str().unwrap(), waiting_cookie, "a new session");
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
    assert_eq!(browser.get("/sign-in/second-step").await.location, "/sign-in", "nothing waits any more");

    browser.post("/sign-out", &[]).await;
    first_step(&mut browser).await;
    let wrong = browser.post("/sign-in/second-step", &[("recovery_code", "aaaa-bbbb-cccc-dddd")]).await;
    assert!(wrong.body.contains(r##"href="#recovery_code""##) && wrong.body.contains(" open>"), "{}", wrong.body);
    let done = browser.post("/sign-in/second-step", &[("recovery_code", &codes[0]), ("next", "/account")]).await;
    assert_eq!(done.location, "/account");
    assert!(browser.get("/account").await.body.contains("残りは9個です"));
}

#[tokio::test]
async fn a_passkey_signs_in_alone_and_as_the_second_step() {
    let mut browser = Browser::signed_in().await;
    let mut phone = Phone::at(ORIGIN);
    make_passkey(&mut browser, &mut phone).await;
    browser.post("/sign-out", &[]).await;
    assert!(browser.get("/sign-in").await.body.contains(r#"action="/sign-in/passkey" data-passkey="get""#));
    assert!(browser.get("/sign-in/passkey").await.body.contains("<noscript>"));
    let begun = send_json(&mut browser, "/sign-in/passkey/begin", &json!({})).await;
    let begun: Value = serde_json::from_str(&begun.body).unwrap();
    let answer = json!({ "ceremony": begun["ceremony"], "answer": phone.get(&begun["options"]), "next": "/account" });
    let done = send_json(&mut browser, "/sign-in/passkey/finish", &answer).await;
    assert_eq!((done.status, done.body.as_str()), (StatusCode::OK, r#"{"location":"/account"}"#));
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
    let again = send_json(&mut browser, "/sign-in/passkey/finish", &answer).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("もう一度"), "{}", again.body);

    turn_on_two_steps(&mut browser).await;
    browser.post("/sign-out", &[]).await;
    first_step(&mut browser).await;
    assert!(browser.get("/sign-in/second-step").await.body.contains("パスキーで確認"));
    let begun = send_json(&mut browser, "/sign-in/second-step/passkey/begin", &json!({})).await;
    let begun: Value = serde_json::from_str(&begun.body).unwrap();
    let answer = json!({ "ceremony": begun["ceremony"], "answer": phone.get(&begun["options"]) });
    let done = send_json(&mut browser, "/sign-in/second-step/passkey/finish", &answer).await;
    assert_eq!(done.body, r#"{"location":"/"}"#);
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn passkeys_answer_our_own_pages_only() {
    let mut browser = Browser::new().await;
    for path in ["/sign-in/passkey/begin", "/sign-in/passkey/finish", "/account/passkeys/new/begin"] {
        let forged = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header("sec-fetch-site", "cross-site")
            .body(Body::from("{}"))
            .unwrap();
        assert_eq!(browser.send(forged).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let form = browser.post("/sign-in/passkey/begin", &[]).await;
    assert_eq!(form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "a plain form is no script of ours");
    let nobody = send_json(&mut browser, "/account/passkeys/new/begin", &json!({ "password": PASSWORD })).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    let nobody = send_json(&mut browser, "/sign-in/second-step/passkey/begin", &json!({})).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn at_another_address_passkeys_say_where_they_are() {
    let mut browser = Browser::new().await;
    let request = |host: &str| Request::get("/sign-in/passkey").header("host", host).body(Body::empty()).unwrap();
    let elsewhere = browser.send(request("127.0.0.1:8080")).await;
    assert!(elsewhere.body.contains(r#"<a href="http://localhost:8080/">"#), "{}", elsewhere.body);
    assert!(!elsewhere.body.contains("data-passkey=\"get\""));
    let here = browser.send(request("localhost:8080")).await;
    assert!(here.body.contains("data-passkey=\"get\""));
}

#[tokio::test]
async fn signing_out_ends_the_session_itself() {
    let mut browser = Browser::signed_in().await;
    let cookie = browser.cookie("session");
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.location, "/sign-in");
    assert!(browser.get("/sign-in").await.body.contains("サインアウトしました。"));
    let kept =
        Request::get("/account").header(header::COOKIE, format!("session={cookie}")).body(Body::empty()).unwrap();
    assert_eq!(browser.send(kept).await.location, "/sign-in?next=%2Faccount", "a copy of the cookie is worth nothing");
}

/// A form that was filled in on that page.
fn form_of(page: &str) -> Request<Body> {
    Request::post("/assets")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(header::REFERER, page)
        .body(Body::from("name=x"))
        .unwrap()
}

#[tokio::test]
async fn a_session_that_has_ended_says_so() {
    let mut browser = Browser::signed_in().await;
    browser.execute("DELETE FROM session").await;
    let answer = browser.get("/assets?sort=name").await;
    assert_eq!(answer.location, "/sign-in?next=%2Fassets%3Fsort%3Dname");
    let page = browser.get(&answer.location).await.body;
    assert!(page.contains("しばらく使わなかったため、サインインし直してください。"), "{page}");
    assert!(page.contains(r#"name="next" value="/assets?sort=name""#), "{page}");
    browser.forget();
    let first = browser.get("/assets?sort=name").await;
    assert_eq!(first.location, answer.location);
    assert!(!first.headers.contains_key(header::SET_COOKIE), "a first visit is told nothing");
}

#[tokio::test]
async fn a_form_that_comes_too_late_says_so_and_leads_back() {
    let mut browser = Browser::signed_in().await;
    browser.execute("DELETE FROM session").await;
    let late = browser.send(form_of(&format!("{ORIGIN}/assets/new?from=x"))).await;
    assert_eq!(
        (late.status, late.location.as_str()),
        (StatusCode::SEE_OTHER, "/sign-in?next=%2Fassets%2Fnew%3Ffrom%3Dx")
    );
    let page = browser.get(&late.location).await.body;
    assert!(page.contains("サインインが切れました。送った内容は保存していません。"), "{page}");
    let mut behind_a_name = form_of("http://192.0.2.1:8080/assets/new");
    behind_a_name.headers_mut().insert(header::HOST, "192.0.2.1:8080".parse().unwrap());
    assert_eq!(browser.send(behind_a_name).await.location, "/sign-in?next=%2Fassets%2Fnew");
    // Only pages of ours are led back to; without one, the first screen.
    for elsewhere in ["https://evil.example/assets/new", "http://localhost:8080//evil.example", "nonsense"] {
        assert_eq!(browser.send(form_of(elsewhere)).await.location, "/sign-in", "{elsewhere}");
    }
    browser.forget();
    let unknown = browser.send(form_of(&format!("{ORIGIN}/assets/new"))).await;
    let page = browser.get(&unknown.location).await.body;
    assert!(page.contains("サインインしていないため、送った内容は保存していません。"), "{page}");
}

#[tokio::test]
async fn few_recovery_codes_are_told() {
    let mut browser = Browser::signed_in().await;
    let (_, codes) = turn_on_two_steps(&mut browser).await;
    for code in &codes[..7] {
        browser.post("/sign-out", &[]).await;
        first_step(&mut browser).await;
        browser.post("/sign-in/second-step", &[("recovery_code", code)]).await;
    }
    let page = browser.get("/account").await;
    assert!(page.body.contains("残りが3個です"), "{}", page.body);
    let renewed = browser.post("/account/recovery-codes", &[("password", PASSWORD)]).await;
    assert_eq!(recovery_codes(&renewed.body).len(), 10);
}
