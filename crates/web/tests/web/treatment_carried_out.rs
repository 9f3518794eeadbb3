//! A plan that is carried out: what its last task brings about, and what was before.

use app::treatment::{Acceptance, approve};
use axum::http::StatusCode;

use crate::browser::Browser;
use crate::treatment::{catalog, reduced};

/// What a page says from those words on, up to that tag.
fn between<'a>(page: &'a str, words: &str, tag: &str) -> &'a str {
    let (_, rest) = page.split_once(words).unwrap();
    rest.split(tag).next().unwrap()
}

/// Whoever is not sure yet finishes the work first, and confirms its effect later; the board leads there too.
#[tokio::test]
async fn an_effect_may_be_confirmed_later() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let risk = reduced(&officer, "2026-12-31").await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let address = format!("/risks/{}/tasks/{task}", risk.id);
    browser.post(&address, &[("seen", "2"), ("status", "doing")]).await;
    let board = browser.get("/treatments/board").await.body;
    assert!(board.contains(&format!("href=\"{address}?back=board&amp;status=done\"")), "{board}");
    let done = browser.post(&address, &[("seen", "3"), ("status", "done"), ("back", "risk")]).await;
    assert_eq!(done.location, format!("/risks/{}#treatment", risk.id));
    let page = browser.get(&address).await.body;
    assert!(page.contains("作業は完了していますが、次のことはまだ認められていません。"), "{page}");
    let confirmed = browser.post(&address, &[("seen", "4"), ("status", "done"), ("in_place", "on")]).await;
    assert_eq!(confirmed.location, "/treatments");
    let page = browser.get(&address).await.body;
    assert!(
        !page.contains("次のことはまだ認められていません") && page.contains("完了から戻したときのリスクレベル："),
        "{page}"
    );
    let here = format!("/risks/{}#treatment", risk.id);
    let back = browser.post(&address, &[("seen", "5"), ("status", "doing"), ("back", "risk")]).await;
    assert_eq!(back.location, here);
    assert!(browser.get(&here).await.body.contains("のリスクレベルは今 9（高）です。"));
}

#[tokio::test]
async fn what_was_approved_stays_readable_as_before() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let risk = reduced(&officer, "2026-12-31").await;
    let numbers = risk.analysis.numbers();
    let acceptance = Acceptance { reason: "予算の範囲".into(), review_on: "2027-03-31".into(), numbers };
    approve(&officer, &catalog(), risk.id, risk.version, acceptance).await.unwrap();
    let here = format!("/risks/{}", risk.id);
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let address = format!("{here}/tasks/{task}");
    let asked = browser.get(&address).await.body;
    for part in ["を「実施」にし、つけ込みやすさが 3 から 2 に下がったことを認める", "この計画の最後の作業です。"]
    {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    let done = browser.post(&address, &[("seen", "3"), ("status", "done"), ("in_place", "on")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let page = browser.get(&here).await.body;
    for (told, parts) in [
        (
            between(&page, "対応の前 → 後", "</dd>"),
            ["高 9", "高 6", "決めた作業はすべて終わりました。リスクレベルは今 6（高）です。"],
        ),
        (between(&page, "承認した数字：", "</p>"), ["<b>9</b>", "対応のあとは", "<b>6</b>"]),
    ] {
        for part in parts {
            assert!(told.contains(part), "{part}: {told}");
        }
    }
    let list = browser.get("/treatments").await.body;
    let row = between(&list, "車に置いたまま盗まれる", "</tr>");
    assert!(row.contains("高 9") && row.contains("高 6") && row.contains("完了"), "{row}");
}
