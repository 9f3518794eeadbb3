//! Two people change the same risk: what one of them changed is taken over, what both changed is asked.

use app::Role;
use app::asset::Departments;
use app::audit_log::{self, undo};
use app::risk::{Input, create, edit, find, owners, remove};
use axum::http::StatusCode;
use catalog::Catalog;

use crate::browser::Browser;
use crate::risk::{asset, risk};

/// A threat of the catalog: its origins are no field of the form.
const LINE: &str = "office-pc.ransomware";

/// What the form of [`risk`] sends where nothing was changed.
const FORM: [(&str, &str); 6] = [
    ("title", "車に置いたまま盗まれる"),
    ("origins", "D"),
    ("vulnerabilities", "HW-08"),
    ("vulnerabilities", "車の鍵を預ける"),
    ("threat_rating", "3"),
    ("vulnerability_rating", "3"),
];

#[tokio::test]
async fn the_second_of_two_decides_about_what_both_have_changed() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let catalog = Catalog::load().unwrap();
    let risk = risk(&officer, "車に置いたまま盗まれる").await;
    let path = format!("/risks/{}", risk.id);
    let theirs =
        Input { remarks: "話し合った".into(), owner_name: "営業本部長".into(), ..Input::from(&risk.content) };
    edit(&officer, &catalog, risk.id, 1, theirs.clone()).await.unwrap();
    let asset = risk.content.subject.asset().unwrap().to_string();
    let mine: Vec<_> = FORM
        .into_iter()
        .chain([("asset", asset.as_str()), ("owner_name", "第一営業部長"), ("consequence", "信用を失う")])
        .collect();
    let typed: Vec<_> = mine.iter().copied().chain([("seen", "1")]).collect();
    let asked = browser.post(&format!("{path}/edit"), &typed).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    for part in [
        "見本花子さんが",
        "まだ何も上書きしていません",
        "営業本部長",
        "第一営業部長",
        "name=\"keep.owner\"",
        "name=\"seen\" value=\"2\"",
        "name=\"began\" value=\"1\"",
        "「どう困るか」はあなたの入力、「備考」は見本花子さんの変更を使います。",
    ] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    assert_eq!(asked.body.matches("<fieldset").count(), 1, "the rest is no question: {}", asked.body);

    let open: Vec<_> = mine.iter().copied().chain([("seen", "2"), ("began", "1")]).collect();
    let again = browser.post(&format!("{path}/choose"), &open).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("href=\"#keep.owner\""), "{}", again.body);
    let chosen: Vec<_> = open.iter().copied().chain([("keep.owner", "mine")]).collect();
    // Somebody is quicker once more: the answer was about another state.
    let later = Input { owner_name: "製造部長".into(), ..theirs };
    edit(&officer, &catalog, risk.id, 2, later).await.unwrap();
    let anew = browser.post(&format!("{path}/choose"), &chosen).await;
    assert_eq!(anew.status, StatusCode::CONFLICT);
    assert!(anew.body.contains("製造部長") && anew.body.contains("name=\"seen\" value=\"3\""), "{}", anew.body);
    assert!(!anew.body.contains("href=\"#keep.owner\""), "nothing was left out: {}", anew.body);
    let chosen: Vec<_> = mine.iter().copied().chain([("seen", "3"), ("began", "1"), ("keep.owner", "mine")]).collect();
    assert_eq!(browser.post(&format!("{path}/choose"), &chosen).await.location, path);
    let kept = find(&officer, &catalog, risk.id).await.unwrap().risk.content;
    let texts = [&kept.owner_name, &kept.remarks, &kept.consequence].map(String::as_str);
    assert_eq!(texts, ["第一営業部長", "話し合った", "信用を失う"]);
}

#[tokio::test]
async fn changes_at_different_places_are_saved_together() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let catalog = Catalog::load().unwrap();
    let risk = risk(&officer, "車に置いたまま盗まれる").await;
    let path = format!("/risks/{}", risk.id);
    let theirs = Input { remarks: "一行目\n二行目".into(), ..Input::from(&risk.content) };
    edit(&officer, &catalog, risk.id, 1, theirs).await.unwrap();
    let asset = risk.content.subject.asset().unwrap().to_string();
    let unchanged: Vec<_> = FORM.into_iter().chain([("asset", asset.as_str()), ("seen", "1")]).collect();
    let nothing = browser.post(&format!("{path}/edit"), &unchanged).await;
    assert_eq!(nothing.location, path, "{}", nothing.body);
    let page = browser.get(&path).await.body;
    assert!(page.contains("ほかの人が変更した、今の内容のままにしました。"), "{page}");
    let typed: Vec<_> = unchanged.iter().copied().chain([("consequence", "信用を失う")]).collect();
    let saved = browser.post(&format!("{path}/edit"), &typed).await;
    assert_eq!(saved.location, path, "{}", saved.body);
    let page = browser.get(&path).await.body;
    let told = "「どう困るか」はあなたの入力、「備考」は見本花子さんの変更を使いました。";
    assert!(page.contains("を保存しました。") && page.contains(told), "{page}");
    let kept = find(&officer, &catalog, risk.id).await.unwrap().risk;
    assert_eq!((kept.content.consequence.as_str(), kept.content.remarks.as_str()), ("信用を失う", "一行目\n二行目"));
    assert_eq!(kept.version, 3);
    // The same once more, from a form that is older than both.
    let same: Vec<_> = typed.iter().copied().chain([("remarks", "一行目\r\n二行目")]).collect();
    assert_eq!(browser.post(&format!("{path}/edit"), &same).await.location, path);
    let page = browser.get(&path).await.body;
    assert!(page.contains("ほかの人が同じ内容に変更していたため"), "{page}");
}

#[tokio::test]
async fn what_follows_from_catalog_and_account_is_no_difference() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let catalog = Catalog::load().unwrap();
    let asset = asset(&officer, "顧客リスト").await;
    let known = Input { asset: Some(asset), line: LINE.into(), owner: officer.account(), ..Input::default() };
    let risk = create(&officer, &catalog, known).await.unwrap();
    let before = &risk.content;
    assert!(!before.threat.origins.is_empty() && before.owner_name == "見本花子", "{before:?}");
    let theirs = Input { consequence: "注文を受けられない".into(), ..Input::from(before) };
    edit(&officer, &catalog, risk.id, 1, theirs).await.unwrap();
    let path = format!("/risks/{}", risk.id);
    let (asset, owner) = (asset.to_string(), officer.account().unwrap().to_string());
    let mine = [
        ("asset", asset.as_str()),
        ("line", LINE),
        ("title", before.threat.title.as_str()),
        ("consequence", "見積りを出せない"),
        ("owner", owner.as_str()),
        ("owner_name", ""),
    ];
    let typed: Vec<_> = mine.into_iter().chain([("seen", "1")]).collect();
    let asked = browser.post(&format!("{path}/edit"), &typed).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    for part in ["name=\"keep.consequence\"", "見積りを出せない", "注文を受けられない"] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    assert_eq!(asked.body.matches("<fieldset").count(), 1, "one part differs: {}", asked.body);
    assert!(!asked.body.contains("選ばなくて構いません"), "nothing else was changed: {}", asked.body);
    let answers = [("seen", "2"), ("began", "1"), ("keep.consequence", "mine")];
    let chosen: Vec<_> = mine.into_iter().chain(answers).collect();
    assert_eq!(browser.post(&format!("{path}/choose"), &chosen).await.location, path);
    let kept = find(&officer, &catalog, risk.id).await.unwrap().risk.content;
    assert_eq!(kept.consequence, "見積りを出せない");
    assert_eq!((&kept.threat, kept.owner, &kept.owner_name), (&before.threat, before.owner, &before.owner_name));
}

#[tokio::test]
async fn owners_are_told_by_their_names() {
    let mut browser = Browser::signed_in().await;
    browser.joined_by(Role::TopManagement, None).await;
    browser.sign_in("hanako@example.jp").await;
    let officer = browser.company.officer.clone();
    let risk = risk(&officer, "車に置いたまま盗まれる").await;
    let taro = owners(&officer).await.unwrap().into_iter().find(|owner| owner.name == "見本太郎").unwrap().account;
    let theirs = Input { owner: Some(taro), origins: vec!["A".into()], ..Input::from(&risk.content) };
    edit(&officer, &Catalog::load().unwrap(), risk.id, 1, theirs).await.unwrap();
    let asset = risk.content.subject.asset().unwrap().to_string();
    let owner = officer.account().unwrap().to_string();
    // Of a threat of one's own, where it comes from is somebody's word.
    let others = FORM.into_iter().filter(|(name, _)| *name != "origins");
    let mine: Vec<_> = others
        .chain([("seen", "1"), ("asset", asset.as_str()), ("origins", "E")])
        .chain([("owner", owner.as_str()), ("owner_name", "")])
        .collect();
    let asked = browser.post(&format!("/risks/{}/edit", risk.id), &mine).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    let choice = |words: &str, mark: &str| format!("{words}<span class=\"choice-mark\">{mark}</span>");
    for part in [
        choice("見本花子", "あなたの入力"),
        choice("見本太郎", "今の内容"),
        choice("環境的", "あなたの入力"),
        choice("偶発的", "今の内容"),
    ] {
        assert!(asked.body.contains(&part), "{part}: {}", asked.body);
    }
    assert_eq!(asked.body.matches("<fieldset").count(), 2, "the rest is equal: {}", asked.body);
}

#[tokio::test]
async fn who_changed_it_before_it_was_put_back_is_not_named() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let catalog = Catalog::load().unwrap();
    let risk = risk(&officer, "車に置いたまま盗まれる").await;
    let path = format!("/risks/{}", risk.id);
    let sales = Departments::of(&officer).await.unwrap().named("営業部").unwrap();
    browser.joined_by(Role::DepartmentManager, Some(sales)).await;
    let asset = risk.content.subject.asset().unwrap().to_string();
    let form: Vec<_> = FORM.into_iter().chain([("asset", asset.as_str()), ("seen", "1")]).collect();
    let typed: Vec<_> = form.iter().copied().chain([("remarks", "太郎より")]).collect();
    assert_eq!(browser.post(&format!("{path}/edit"), &typed).await.location, path);
    remove(&officer, risk.id, 2).await.unwrap();
    let newest = audit_log::list(&officer, &audit_log::Filter::default(), audit_log::Place::Newest, 1).await.unwrap();
    undo(&officer, &catalog, newest.entries[0].sequence).await.unwrap();
    assert!(find(&officer, &catalog, risk.id).await.unwrap().risk.version > 3, "its number has leapt");
    browser.sign_in("hanako@example.jp").await;
    let typed: Vec<_> = form.iter().copied().chain([("remarks", "花子より")]).collect();
    let asked = browser.post(&format!("{path}/edit"), &typed).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    assert!(asked.body.contains("入力している間に、見本花子さんが"), "{}", asked.body);
    assert!(!asked.body.contains("見本太郎"), "{}", asked.body);
}
