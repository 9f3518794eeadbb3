//! 台帳の取り込み: choosing or pasting, looking, deciding, following a long one.

use std::sync::Arc;

use app::Role;
use app::asset::{Query, list};
use app::job::Runner;
use app::store::paging::Place;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use catalog::Catalog;

use crate::browser::{Answer, Browser};

const HEADINGS: &str = "業務分類,情報資産名称,備考,管理部署,媒体・保存先,機密性,完全性,可用性,棚番号\n";
const LINES: &str = "営業,顧客リスト,,営業部,クラウド,3,3,2,A-1\n経理,<請求書>,,経理部,書類,2,2,1,\n";

/// Sends the form of the first screen.
async fn send(browser: &mut Browser, name: &str, file: &str, fields: &[(&str, &str)]) -> Answer {
    let mut body = String::new();
    let mut part = |head: String, content: &str| {
        body.push_str(&format!("--frontier\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n"));
    };
    part(format!("name=\"file\"; filename=\"{name}\""), file);
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value);
    }
    body.push_str("--frontier--\r\n");
    let request = Request::post("/assets/import")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=frontier")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap();
    browser.send(request).await
}

/// Sends a file that can be read; answers the address of its preview.
async fn preview(browser: &mut Browser, file: &str) -> String {
    let sent = send(browser, "台帳.csv", file, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(sent.location.starts_with("/assets/import/"), "{}", sent.location);
    sent.location
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn names(browser: &Browser) -> Vec<String> {
    let query = Query { limit: 10, from: Place::Start, ..Query::default() };
    let found = list(&browser.company.officer, &query).await.unwrap();
    found.assets.into_iter().map(|asset| asset.content.line.name).collect()
}

#[tokio::test]
async fn a_file_is_looked_at_and_brought_in() {
    let mut browser = Browser::signed_in().await;
    let start = browser.get("/assets/import").await;
    assert!(start.body.contains("type=\"file\"") && start.body.contains("name=\"cells\""), "{}", start.body);
    let address = preview(&mut browser, &format!("{HEADINGS}{LINES}")).await;
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "新規2件を取り込む",
        "顧客リスト",
        "&lt;請求書&gt;",
        "会社の列としてそのまま残します：棚番号",
        "まだ何も書き込んでいません",
    ] {
        assert!(page.body.contains(words), "{words} is missing: {}", page.body);
    }
    assert!(names(&browser).await.is_empty());
    let seen = hidden(&page.body, "seen");
    let done = browser.post(&format!("{address}/apply"), &[("seen", &seen), ("which", "all")]).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/assets"));
    assert!(browser.get("/assets").await.body.contains("情報資産2件を追加しました。"));
    assert_eq!(names(&browser).await, ["顧客リスト", "<請求書>"]);
    // The same once more.
    let address = preview(&mut browser, &format!("{HEADINGS}{LINES}")).await;
    assert!(browser.get(&address).await.body.contains("今の台帳と同じ内容です"));
}

#[tokio::test]
async fn changes_show_old_and_new_and_can_be_chosen() {
    let mut browser = Browser::signed_in().await;
    let address = preview(&mut browser, &format!("{HEADINGS}{LINES}")).await;
    let seen = hidden(&browser.get(&address).await.body, "seen");
    browser.post(&format!("{address}/apply"), &[("seen", &seen), ("which", "all")]).await;
    let changed = LINES.replace("A-1", "B-2").replace("2,2,1,", "2,2,3,C-9");
    let address = preview(&mut browser, &format!("{HEADINGS}{changed}総務,規程,,,書類,1,1,1,\n")).await;
    let page = browser.get(&format!("{address}?show=changed")).await;
    for words in ["<del>A-1</del>", "<ins>B-2</ins>", "<del>1</del>", "<ins>3</ins>", "新規1件と変更2件を取り込む"]
    {
        assert!(page.body.contains(words), "{words} is missing: {}", page.body);
    }
    let apply = format!("{address}/apply");
    let seen = hidden(&page.body, "seen");
    let none = browser.post(&apply, &[("seen", &seen), ("which", "chosen")]).await;
    assert_eq!(none.location, address);
    assert!(browser.get(&address).await.body.contains("取り込む行を1行以上選んでください"));
    let part = browser.post(&apply, &[("seen", &seen), ("which", "chosen"), ("row", "2")]).await;
    assert_eq!(part.location, address, "there is more to decide");
    let rest = browser.get(&address).await;
    assert!(rest.body.contains("選ばなかった2行は、まだ取り込んでいません。"), "{}", rest.body);
    assert!(rest.body.contains("新規1件と変更1件を取り込む"), "{}", rest.body);
    // What was seen before is not what would happen now.
    let stale = browser.post(&apply, &[("seen", &seen), ("which", "all")]).await;
    assert_eq!(stale.location, address);
    assert!(browser.get(&address).await.body.contains("何も取り込みませんでした"));
    assert_eq!(names(&browser).await.len(), 2);
    let moved_on = browser.get(&format!("{address}?show=new&seen={seen}")).await;
    assert!(moved_on.body.contains("比べ直した内容です"), "{}", moved_on.body);
}

#[tokio::test]
async fn cells_that_cannot_be_used_are_listed_and_saved() {
    let mut browser = Browser::signed_in().await;
    let address = preview(&mut browser, &format!("{HEADINGS}{LINES}総務,規程,,,書類,=9,1,1,\n")).await;
    let page = browser.get(&format!("{address}?show=unusable")).await;
    for words in [">F4<", "=9", "使えません。1〜3の数字で入力してください。", "/problems"] {
        assert!(page.body.contains(words), "{words} is missing: {}", page.body);
    }
    assert!(!page.body.contains(">シート<"), "a CSV file has no sheets: {}", page.body);
    let file = browser.get(&format!("{address}/problems")).await;
    assert!(file.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("attachment"));
    let line = "\"\",\"4\",\"機密性\",\"F4\",\"'=9\",\"使えません。1〜3の数字で入力してください。\"\r\n";
    assert!(file.body.starts_with('\u{FEFF}') && file.body.ends_with(line), "{}", file.body);
}

#[tokio::test]
async fn words_and_scales_are_asked_for() {
    let mut browser = Browser::signed_in().await;
    let address = preview(&mut browser, &format!("{HEADINGS}営業,い,,,現場端末,1,1,1,\n")).await;
    let page = browser.get(&address).await;
    assert!(
        page.body.contains("媒体・保存先の言葉を教えてください") && page.body.contains("「現場端末」"),
        "{}",
        page.body
    );
    let again =
        browser.post(&format!("{address}/read"), &[("word-0", "現場端末"), ("medium-0", "mobile-device")]).await;
    assert_eq!(again.location, address);
    let page = browser.get(&address).await;
    assert!(page.body.contains("新規1件を取り込む") && page.body.contains("モバイル機器"), "{}", page.body);

    let address = preview(&mut browser, &format!("{HEADINGS}営業,い,,,書類,0,0,2,\n")).await;
    let page = browser.get(&address).await;
    assert!(page.body.contains("このままでは読めませんでした") && !page.body.contains("--scale"), "{}", page.body);
    browser.post(&format!("{address}/read"), &[("scale", "0-2"), ("sheet", "")]).await;
    let page = browser.get(&address).await;
    assert!(page.body.contains("機密性1 完全性1 可用性3"), "{}", page.body);
}

#[tokio::test]
async fn pasted_cells_and_what_is_missing() {
    let mut browser = Browser::signed_in().await;
    let cells = "情報資産名称\t媒体・保存先\t資産価値\r\n名簿\t書類\t3\r\n";
    let sent = send(&mut browser, "", "", &[("cells", cells)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(browser.get(&sent.location).await.body.contains("「貼り付けたセル」を今の台帳と比べました"));
    for (name, file, fields, words) in [
        ("", "", vec![], "台帳のファイルを選ぶか"),
        ("a.csv", "x", vec![("cells", cells)], "どちらか1つ"),
        ("a.csv", "", vec![], "ファイルが空"),
        ("", "", vec![("cells", "こんにちは\tx")], "見出しの行も一緒に"),
    ] {
        let refused = send(&mut browser, name, file, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words), "{words} is missing: {}", refused.body);
        for (_, typed) in fields {
            assert!(refused.body.contains(&typed.split('\t').next().unwrap().to_owned()), "what was pasted is gone");
        }
    }
    let large = "x".repeat((20 << 20) + 1);
    let refused = send(&mut browser, "a.csv", &large, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("20MBまで"));
}

#[tokio::test]
async fn an_unfinished_import_can_be_gone_on_with_or_dropped() {
    let mut browser = Browser::signed_in().await;
    let address = preview(&mut browser, &format!("{HEADINGS}{LINES}")).await;
    let start = browser.get("/assets/import").await;
    assert!(start.body.contains("途中の取り込み") && start.body.contains(&address), "{}", start.body);
    let dropped = browser.post(&format!("{address}/discard"), &[]).await;
    assert_eq!(dropped.location, "/assets/import");
    assert!(!browser.get("/assets/import").await.body.contains("途中の取り込み"));
    assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn long_previews_have_pages_and_a_long_import_its_own_page() {
    let mut browser = Browser::signed_in().await;
    let lines: String = (1..=3_001).map(|line| format!("営業,資産{line},,,書類,1,2,3,\n")).collect();
    let address = preview(&mut browser, &format!("{HEADINGS}{lines}")).await;
    let first = browser.get(&address).await;
    assert!(first.body.contains("資産100<") && !first.body.contains("資産101<"), "one page holds 100");
    let last = browser.get(&format!("{address}?show=new&from=3000")).await;
    assert!(last.body.contains("資産3001<") && last.body.contains("3,001件のうち3,001件目を表示"), "{}", last.body);
    let seen = hidden(&first.body, "seen");
    let started = browser.post(&format!("{address}/apply"), &[("seen", &seen), ("which", "all")]).await;
    assert!(started.location.starts_with("/jobs/"), "{}", started.location);
    let waiting = browser.get(&started.location).await;
    assert!(waiting.body.contains("順番を待っています") && waiting.body.contains("閉じても、処理は続きます"));
    assert_eq!(browser.get(&address).await.location, started.location, "the preview leads there too");
    let company = &browser.company;
    let catalog = Arc::new(Catalog::load().unwrap());
    Runner::new(company.officer.store().clone(), company.clock.clone(), &catalog).run_one().await.unwrap().unwrap();
    let done = browser.get(&started.location).await;
    assert!(
        done.body.contains("情報資産3,001件を追加しました。") && !done.body.contains("hx-trigger"),
        "{}",
        done.body
    );
    assert_eq!(browser.get("/jobs/nonsense").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_may_not_import_sees_nothing_of_it() {
    let mut browser = Browser::signed_in().await;
    let address = preview(&mut browser, &format!("{HEADINGS}{LINES}")).await;
    crate::people::with_taro(&mut browser, Role::Auditor).await;
    browser.sign_in("taro@example.jp").await;
    assert!(!browser.get("/assets").await.body.contains("/assets/import"));
    for path in ["/assets/import", &address, &format!("{address}/problems")] {
        assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in ["apply", "read", "discard"] {
        assert_eq!(browser.post(&format!("{address}/{path}"), &[]).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(send(&mut browser, "a.csv", "x", &[]).await.status, StatusCode::FORBIDDEN);
    assert!(names(&browser).await.is_empty());
}
