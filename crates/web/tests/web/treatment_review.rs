//! The day of review comes: everybody sees it, and the owner accepts once more.

use std::time::Duration;

use app::treatment::{Acceptance, Input, approve};
use axum::http::StatusCode;

use crate::browser::Browser;
use crate::treatment::{catalog, decided};

/// A risk that the officer has accepted until 2027-03-31, on the day after.
async fn overdue() -> (Browser, String) {
    let mut browser = Browser::new().await;
    let officer = browser.company.officer.clone();
    let (reason, review_on) = ("来年の入れ替えまで使う".to_owned(), "2027-03-31".to_owned());
    let accept =
        Input { treatment: "accept".into(), reason: reason.clone(), review_on: review_on.clone(), ..Input::default() };
    let risk = decided(&officer, accept).await;
    let acceptance = Acceptance { reason, review_on, numbers: risk.analysis.numbers() };
    approve(&officer, &catalog(), risk.id, risk.version, acceptance).await.unwrap();
    browser.company.clock.advance(Duration::from_secs(128 * 86_400));
    browser.sign_in("hanako@example.jp").await;
    (browser, format!("/risks/{}", risk.id))
}

#[tokio::test]
async fn a_day_that_has_come_stands_on_every_screen() {
    let (mut browser, here) = overdue().await;
    for (path, told) in [
        ("/", "あなたが所有者のリスクのうち、見直す日が来たものが1件"),
        ("/risks", "見直す日です"),
        (&here, "見直す日（2027/3/31）が来ています。"),
        (&here, "残るリスクの承認へ進む"),
        (&format!("{here}/approval"), "新しい見直す日を決めて、もう一度承認します"),
    ] {
        let page = browser.get(path).await.body;
        assert!(page.contains(told), "{path}: {told}: {page}");
    }
}

#[tokio::test]
async fn the_owner_accepts_once_more_with_another_day() {
    let (mut browser, here) = overdue().await;
    let address = format!("{here}/approval");
    let page = browser.get(&address).await.body;
    let (_, numbers) = page.split_once("name=\"numbers\" value=\"").unwrap();
    let numbers = numbers.split('"').next().unwrap().replace("&quot;", "\"");
    let typed = |day| [("seen", "3"), ("numbers", &numbers), ("reason", "今も代わりがない"), ("review_on", day)];
    let past = browser.post(&address, &typed("2027-04-01")).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(past.body.contains("『見直す日』は、今日より後の日にしてください。"), "{}", past.body);
    let again = browser.post(&address, &typed("2028-03-31")).await;
    assert_eq!(again.location, format!("{here}#treatment"), "{}", again.body);
    let page = browser.get(&here).await.body;
    assert!(!page.contains("が来ています") && page.contains("今も代わりがない"), "{page}");
    assert!(!browser.get("/").await.body.contains("見直す日が来た"));
}

#[tokio::test]
async fn whoever_does_not_own_the_risk_hears_who_does() {
    let (mut browser, here) = overdue().await;
    browser.joined_by(app::Role::SecurityOfficer, None).await;
    let refused = browser.get(&format!("{here}/approval")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("このリスクの所有者は、見本花子さんです。"), "{}", refused.body);
}
