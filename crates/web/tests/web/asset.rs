//! 情報資産台帳.

use app::asset::{Filter, Input, Query, create, edit, find, list};
use app::audit_log;
use app::{AssetId, DepartmentId, Role};
use axum::http::StatusCode;
use testkit::company::PASSWORD;

use crate::browser::{Answer, Browser};

/// What the form sends for a plain asset.
const TYPED: [(&str, &str); 8] = [
    ("name", "顧客リスト"),
    ("name_reading", "こきゃくりすと"),
    ("department", "営業部"),
    ("risk_owner", "営業部長"),
    ("medium", "internal-server"),
    ("confidentiality", "2"),
    ("integrity", "2"),
    ("availability", "1"),
];

fn typed<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = TYPED.into_iter().filter(|(name, _)| !others.iter().any(|(other, _)| other == name));
    kept.chain(others.iter().copied()).collect()
}

fn input(name: &str) -> Input {
    Input {
        name: name.into(),
        department: "営業部".into(),
        medium: "paper".into(),
        confidentiality: Some(1),
        integrity: Some(2),
        availability: Some(1),
        ..Input::default()
    }
}

async fn add(browser: &Browser, name: &str) -> AssetId {
    create(&browser.company.officer, input(name)).await.unwrap().id
}

/// Invites 見本太郎 in that role, and signs him in.
async fn become_taro(browser: &mut Browser, role: Role, department: Option<DepartmentId>) {
    let department = department.map(|department| department.to_string()).unwrap_or_default();
    let fields = [("email", "taro@example.jp"), ("role", role.id()), ("department", department.as_str())];
    let invited = browser.post("/people/invite", &fields).await;
    let (_, rest) = invited.body.split_once("http://localhost:8080/invitations/").unwrap();
    let link = format!("/invitations/{}", rest.split(['<', '"', ' ']).next().unwrap());
    browser.forget();
    let accepted = browser.post(&link, &[("name", "見本太郎"), ("password", PASSWORD)]).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.body);
    browser.sign_in("taro@example.jp").await;
}

/// Where the link with these words leads.
fn link(answer: &Answer, words: &str) -> String {
    let (before, _) = answer.body.split_once(&format!("{words}</a>")).unwrap_or_else(|| panic!("no link {words}"));
    let (_, href) = before.rsplit_once("href=\"").unwrap();
    href.split('"').next().unwrap().replace("&amp;", "&")
}

/// The names in the list, in their order.
fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let lines = answer.body.split("<th role=\"rowheader\"").skip(1);
    let name = |line: &str| {
        line.split_once("\">").unwrap().1.split_once("\">").unwrap().1.split('<').next().unwrap().to_owned()
    };
    lines.map(name).collect()
}

#[tokio::test]
async fn an_empty_register_says_what_to_do() {
    let mut browser = Browser::signed_in().await;
    let answer = browser.get("/assets").await;
    for part in ["まだ情報資産がありません。", "href=\"/assets/import\"", "href=\"/assets/new\""] {
        assert!(answer.body.contains(part), "{part}");
    }
    assert!(!answer.body.contains("<table"));
}

#[tokio::test]
async fn an_asset_is_added_with_its_importance_explained() {
    let mut browser = Browser::signed_in().await;
    let form = browser.get("/assets/new").await;
    for part in ["評価値 3", "例：見積書、仕入価格", "3つの問いに答えると", "value=\"2026-11-24\""]
    {
        assert!(form.body.contains(part), "{part}");
    }
    let wrong = browser.post("/assets", &typed(&[("name", " "), ("integrity", ""), ("remarks", "<b>残る</b>")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [
        "<a href=\"#name\">『情報資産名称』を入力してください。",
        "<a href=\"#integrity\">『完全性』の答えを、3つの中から選んでください。",
        "&lt;b&gt;残る&lt;/b&gt;",
        "value=\"営業部長\"",
    ] {
        assert!(wrong.body.contains(part), "{part}: {}", wrong.body);
    }
    let answer = browser.post("/assets", &typed(&[("personal", "on")])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = browser.get(&answer.location).await;
    assert!(page.body.contains("「顧客リスト」を追加しました。重要度は3です（個人情報を含むため）。"), "{}", page.body);
    assert!(page.body.contains("会社の存続に関わる"), "the explanation stands without JavaScript");
    assert_eq!(names(&browser.get("/assets").await), ["顧客リスト"]);
}

#[tokio::test]
async fn the_importance_is_explained_while_answering() {
    let mut browser = Browser::signed_in().await;
    let part = browser.post("/assets/importance", &typed(&[])).await;
    assert!(part.body.starts_with("<div id=\"importance\" aria-live=\"polite\">"), "{}", part.body);
    assert!(part.body.contains("機密性と完全性が2で最も高いため"), "{}", part.body);
    let part = browser.post("/assets/importance", &[("my_number", "on")]).await;
    assert!(part.body.contains("個人情報を含むため") && part.body.contains("3つの問いにも答えてください"));
    browser.forget();
    assert_eq!(browser.post("/assets/importance", &typed(&[])).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_list_is_narrowed_sorted_and_paged() {
    let mut browser = Browser::signed_in().await;
    for number in 0..205 {
        add(&browser, &format!("資産{number:03}")).await;
    }
    let first = browser.get("/assets").await;
    assert!(first.body.contains("205件のうち1〜100件目を表示"));
    assert_eq!(names(&first).len(), 100);
    let second = browser.get(&link(&first, "次の100件")).await;
    assert!(second.body.contains("205件のうち101〜200件目を表示"));
    let third = browser.get(&link(&second, "次の100件")).await;
    assert_eq!(names(&third), ["資産200", "資産201", "資産202", "資産203", "資産204"]);
    assert!(!third.body.contains("次の100件"));
    assert_eq!(names(&browser.get(&link(&third, "前の100件")).await), names(&second));
    let sorted = browser.get("/assets?sort=-name").await;
    assert_eq!(names(&sorted)[0], "資産204");
    assert!(sorted.body.contains("aria-sort=\"descending\""));
    let found = browser.get("/assets?q=%E8%B3%87%E7%94%A3017&medium=paper&sort=name").await;
    assert_eq!(names(&found), ["資産017"]);
    assert!(
        found.body.contains("全1件を表示")
            && found.body.contains("<input type=\"hidden\" name=\"sort\" value=\"name\">")
    );
    assert_eq!(link(&found, "条件を消す"), "/assets?sort=name");
    assert!(browser.get("/assets?medium=external-server").await.body.contains("条件に合う情報資産はありません。"));
    // What nobody could have chosen, and a cursor that is none, do no harm.
    assert_eq!(names(&browser.get("/assets?department=x&importance=9&sort=zzz").await).len(), 100);
    assert_eq!(browser.get("/assets?after=zzz&q=1").await.location, "/assets?q=1");
}

#[tokio::test]
async fn columns_are_chosen_and_remembered() {
    let mut browser = Browser::signed_in().await;
    add(&browser, "見積書").await;
    let chosen = [("column", "updated"), ("column", "retention"), ("column", "nonsense"), ("back", "sort=name")];
    assert_eq!(browser.post("/assets/columns", &chosen).await.location, "/assets?sort=name");
    let page = browser.get("/assets").await;
    assert!(
        page.body.contains("data-label=\"更新日\">2026/11/24") && !page.body.contains("data-label=\"保存先\""),
        "{}",
        page.body
    );
    browser.post("/assets/columns", &[("usual", "yes")]).await;
    assert!(browser.get("/assets").await.body.contains("data-label=\"保存先\""));
}

#[tokio::test]
async fn the_second_of_two_sees_both_and_decides() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let id = add(&browser, "見積書").await;
    let path = format!("/assets/{id}");
    assert!(browser.get(&path).await.body.contains("name=\"seen\" value=\"1\""));
    // Somebody else is quicker.
    let other = Input { remarks: "二階の棚".into(), risk_owner: "営業本部長".into(), ..input("見積書") };
    edit(&officer, id, 1, other.clone()).await.unwrap();
    let mine = [
        ("seen", "1"),
        ("name", "見積書"),
        ("department", "営業部"),
        ("medium", "paper"),
        ("confidentiality", "1"),
        ("integrity", "2"),
        ("availability", "1"),
        ("risk_owner", "第一営業部長"),
        ("users", "営業部"),
    ];
    let asked = browser.post(&path, &mine).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
    for part in [
        "見本花子さんが",
        "まだ何も上書きしていません",
        "二人とも変えました。",
        "営業本部長",
        "第一営業部長",
        "あなたは変えていません。",
    ] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    assert_eq!(Input::from(&find(&officer, id).await.unwrap().asset.content), other, "nothing was overwritten");
    let choice = [
        ("seen", "2"),
        ("began", "1"),
        ("remarks", ""),
        ("keep.remarks", "theirs"),
        ("users", "営業部"),
        ("keep.users", "mine"),
        ("risk_owner", "第一営業部長"),
    ];
    let open = browser.post(&format!("{path}/choose"), &choice).await;
    assert_eq!(open.status, StatusCode::CONFLICT);
    assert!(open.body.contains("href=\"#keep.risk_owner\""), "{}", open.body);
    let decided: Vec<_> = choice.into_iter().chain([("keep.risk_owner", "mine")]).collect();
    let saved = browser.post(&format!("{path}/choose"), &decided).await;
    assert_eq!(saved.location, path, "{}", saved.body);
    let asset = find(&officer, id).await.unwrap().asset;
    let line = &asset.content.line;
    assert_eq!(
        (line.remarks.as_str(), line.users.as_str(), line.risk_owner.as_str(), asset.version),
        ("二階の棚", "営業部", "第一営業部長", 3)
    );
    // The same decision once more is about a state that is gone: it is asked again.
    assert_eq!(browser.post(&format!("{path}/choose"), &decided).await.status, StatusCode::CONFLICT);
    assert_eq!(find(&officer, id).await.unwrap().asset.version, 3);
}

#[tokio::test]
async fn a_form_without_the_version_overwrites_nothing() {
    let mut browser = Browser::signed_in().await;
    let id = add(&browser, "見積書").await;
    assert_eq!(browser.post(&format!("/assets/{id}"), &typed(&[])).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn many_are_changed_and_removed_at_once() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let mut ids = Vec::new();
    for name in ["一", "二", "三"] {
        ids.push(add(&browser, name).await.to_string());
    }
    let nothing = browser.post("/assets/bulk", &[("back", "q=x")]).await;
    assert_eq!(nothing.location, "/assets?q=x");
    assert!(browser.get(&nothing.location).await.body.contains("まだ1件も選んでいません。"));
    let chosen = [("asset", ids[0].as_str()), ("asset", ids[2].as_str()), ("back", "sort=name")];
    let page = browser.post("/assets/bulk", &chosen).await;
    assert!(
        page.body.contains("2件をまとめて変更する") && page.body.contains("<li>一</li><li>三</li>"),
        "{}",
        page.body
    );
    let none = browser.post("/assets/bulk/edit", &chosen).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("変える項目を1つ以上選んで"));
    let changes: Vec<_> = chosen.into_iter().chain([("risk_owner", "社長"), ("confidentiality", "3")]).collect();
    let done = browser.post("/assets/bulk/edit", &changes).await;
    assert_eq!(done.location, "/assets?sort=name");
    assert!(browser.get(&done.location).await.body.contains("2件を変更しました。"));
    let owned = Filter { search: "社長".into(), ..Filter::default() };
    assert_eq!(list(&officer, &Query { filter: owned, ..Query::default() }).await.unwrap().assets.len(), 2);
    // All that the filter finds.
    let page = browser.get("/assets/bulk?q=%E7%A4%BE%E9%95%B7").await;
    assert!(page.body.contains("2件をまとめて変更する"));
    let remove = browser.get(&link(&page, "2件を削除する")).await;
    assert!(remove.body.contains("2件を削除しますか") && remove.body.contains("あとから1件ずつ元に戻せます"));
    let sent = [("matching", "q=社長"), ("back", "q=社長")];
    let gone = browser.post("/assets/bulk/remove/confirmed", &sent).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    assert_eq!(names(&browser.get("/assets").await), ["二"]);
}

#[tokio::test]
async fn one_is_removed_after_asking() {
    let mut browser = Browser::signed_in().await;
    let id = add(&browser, "見積書").await;
    let path = format!("/assets/{id}/remove");
    let asked = browser.get(&path).await;
    for part in ["「見積書」を削除しますか", "元に戻せます", "何もしないで戻る</a>"] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    assert!(!asked.body.contains("いっしょに"), "it has no risks: {}", asked.body);
    edit(&browser.company.officer, id, 1, input("御見積書")).await.unwrap();
    assert_eq!(browser.post(&path, &[("seen", "1")]).await.location, format!("/assets/{id}"));
    assert_eq!(browser.post(&path, &[("seen", "2")]).await.location, "/assets");
    assert!(browser.get("/assets").await.body.contains("「御見積書」を削除しました。"));
    assert_eq!(browser.get(&format!("/assets/{id}")).await.status, StatusCode::NOT_FOUND);
    let history = browser.get(&format!("/assets/{id}/history")).await;
    assert!(history.body.contains("この情報資産は削除されています。"));
    assert!(
        history.body.contains("<del>見積書</del>") && history.body.contains("<ins>御見積書</ins>"),
        "{}",
        history.body
    );
}

#[tokio::test]
async fn the_risks_that_go_with_it_are_told_before_and_after() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let risk = crate::treatment::reduced(&officer, "2026-12-31").await;
    let asset = risk.content.subject.asset().unwrap();
    let told = "リスク1件も、いっしょに消えます。対応を決めたものが1件あり、その対応と作業も消えます。";
    let path = format!("/assets/{asset}/remove");
    let asked = browser.get(&path).await;
    assert!(asked.body.contains(told) && asked.body.contains("リスクも、いっしょに戻ります。"), "{}", asked.body);
    let id = asset.to_string();
    let many = browser.post("/assets/bulk/remove", &[("asset", &id)]).await;
    assert!(many.body.contains("1件を削除しますか") && many.body.contains(told), "{}", many.body);
    let gone = browser.post(&path, &[("seen", "1")]).await;
    let list = browser.get(&gone.location).await;
    let after = "「顧客リスト」を削除しました。リスク1件（対応を決めたもの1件）も、いっしょに消えました。記録から元に戻せます。";
    assert!(list.body.contains(after), "{}", list.body);
    let newest = audit_log::list(&officer, &audit_log::Filter::default(), audit_log::Place::Newest, 1).await.unwrap();
    let undoing = browser.get(&format!("/audit-log/{}/undo", newest.entries[0].sequence)).await.body;
    assert!(undoing.contains("リスクの承認は、戻らないことがあります"), "{undoing}");
    crate::risk::risk(&officer, "盗まれる").await;
    let all = [("matching", "q=顧客"), ("back", "")];
    assert!(browser.post("/assets/bulk/remove", &all).await.body.contains("対応を決めたものはありません。"));
    let gone = browser.post("/assets/bulk/remove/confirmed", &all).await;
    let list = browser.get(&gone.location).await;
    assert!(list.body.contains("1件を削除しました。リスク1件も、いっしょに消えました。"), "{}", list.body);
}

#[tokio::test]
async fn the_list_is_written_out() {
    let mut browser = Browser::signed_in().await;
    add(&browser, "見積書").await;
    let page = browser.get("/assets?q=%E8%A6%8B").await;
    let file = browser.get(&link(&page, "Excelで出力")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("assets_2026-11-24.xlsx"));
    assert!(file.body.starts_with("PK"));
}

#[tokio::test]
async fn who_may_not_cannot() {
    let mut browser = Browser::signed_in().await;
    let id = add(&browser, "見積書").await;
    become_taro(&mut browser, Role::Auditor, None).await;
    let listed = browser.get("/assets").await;
    assert_eq!(names(&listed), ["見積書"]);
    for closed in ["1件追加する", "Excelから取り込む", "まとめて", "type=\"checkbox\" name=\"asset\""] {
        assert!(!listed.body.contains(closed), "{closed}");
    }
    let shown = browser.get(&format!("/assets/{id}")).await;
    assert!(shown.body.contains("完全性が2で最も高いため") && !shown.body.contains("保存する"), "{}", shown.body);
    let (path, chosen) = (format!("/assets/{id}"), [("asset", id.to_string())]);
    let chosen = [("asset", chosen[0].1.as_str()), ("risk_owner", "盗"), ("seen", "1")];
    for address in ["/assets/new".to_owned(), format!("{path}/remove"), "/assets/bulk".into()] {
        assert_eq!(browser.get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
    for address in ["/assets/bulk", "/assets/bulk/edit", "/assets/bulk/remove", "/assets/bulk/remove/confirmed"] {
        assert_eq!(browser.post(address, &chosen).await.status, StatusCode::FORBIDDEN, "{address}");
    }
    assert_eq!(browser.post("/assets", &typed(&[])).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post(&path, &typed(&[("seen", "1")])).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post(&format!("{path}/remove"), &chosen).await.status, StatusCode::FORBIDDEN);
    assert_eq!(find(&browser.company.officer, id).await.unwrap().asset.version, 1);
}

#[tokio::test]
async fn a_manager_sees_the_own_department() {
    let mut browser = Browser::signed_in().await;
    let own = add(&browser, "見積書").await;
    let officer = browser.company.officer.clone();
    let other = create(&officer, Input { department: "製造部".into(), ..input("図面") }).await.unwrap();
    let sales = find(&officer, own).await.unwrap().asset.department;
    become_taro(&mut browser, Role::DepartmentManager, sales).await;
    assert_eq!(names(&browser.get("/assets").await), ["見積書"]);
    assert_eq!(browser.get(&format!("/assets/{}", other.id)).await.status, StatusCode::NOT_FOUND);
    let form = browser.get("/assets/new").await;
    assert!(form.body.contains("<option value=\"営業部\" selected>") && !form.body.contains("製造部"), "{}", form.body);
    let moved = browser.post("/assets", &typed(&[("department", "製造部")])).await;
    assert!(moved.body.contains("自分の部署「営業部」を入れてください。"), "{}", moved.body);
}

#[tokio::test]
async fn another_organizations_asset_is_not_there() {
    let mut browser = Browser::signed_in().await;
    let elsewhere = browser.company.another("隣の会社").await;
    let foreign = create(&elsewhere, input("隣の秘密")).await.unwrap();
    let path = format!("/assets/{}", foreign.id);
    for address in [path.clone(), format!("{path}/history"), format!("{path}/remove"), "/assets/not-an-id".into()] {
        let answer = browser.get(&address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(!answer.body.contains("隣の秘密"));
    }
    assert_eq!(browser.post(&path, &typed(&[("seen", "1")])).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&format!("{path}/remove"), &[("seen", "1")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(find(&elsewhere, foreign.id).await.unwrap().asset.version, 1);
}
