//! Two people change the same risk: what is asked is what really differs.

use app::Role;
use app::risk::{Input, create, edit, find, owners};
use axum::http::StatusCode;
use catalog::Catalog;

use crate::browser::Browser;
use crate::risk::{asset, risk};

/// A threat of the catalog: its origins are no field of the form.
const LINE: &str = "office-pc.ransomware";

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
    let theirs = Input { remarks: "話し合った".into(), ..Input::from(before) };
    edit(&officer, &catalog, risk.id, 1, theirs).await.unwrap();
    let path = format!("/risks/{}", risk.id);
    let (asset, owner) = (asset.to_string(), officer.account().unwrap().to_string());
    let mine = [
        ("seen", "1"),
        ("asset", asset.as_str()),
        ("line", LINE),
        ("title", before.threat.title.as_str()),
        ("consequence", "見積りを出せない"),
        ("owner", owner.as_str()),
        ("owner_name", ""),
    ];
    let asked = browser.post(&format!("{path}/edit"), &mine).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    for part in ["keep.consequence", "見積りを出せない", "keep.remarks", "話し合った"] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    assert_eq!(asked.body.matches("<fieldset").count(), 2, "two parts differ: {}", asked.body);
    let rest = mine.into_iter().filter(|(name, _)| *name != "seen");
    let chosen: Vec<_> =
        rest.chain([("seen", "2"), ("keep.consequence", "mine"), ("keep.remarks", "theirs")]).collect();
    assert_eq!(browser.post(&format!("{path}/choose"), &chosen).await.location, path);
    let kept = find(&officer, &catalog, risk.id).await.unwrap().risk.content;
    assert_eq!((kept.consequence.as_str(), kept.remarks.as_str()), ("見積りを出せない", "話し合った"));
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
    let theirs = Input { owner: Some(taro), ..Input::from(&risk.content) };
    edit(&officer, &Catalog::load().unwrap(), risk.id, 1, theirs).await.unwrap();
    let asset = risk.content.subject.asset().unwrap().to_string();
    let owner = officer.account().unwrap().to_string();
    let mine = [
        ("seen", "1"),
        ("asset", asset.as_str()),
        ("title", "車に置いたまま盗まれる"),
        // Of a threat of one's own, where it comes from is somebody's word.
        ("origins", "E"),
        ("vulnerabilities", "HW-08"),
        ("vulnerabilities", "車の鍵を預ける"),
        ("threat_rating", "3"),
        ("vulnerability_rating", "3"),
        ("owner", owner.as_str()),
        ("owner_name", ""),
    ];
    let asked = browser.post(&format!("/risks/{}/edit", risk.id), &mine).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    let choice = |words: &str, mark: &str| format!("{words}<span class=\"choice-mark\">{mark}</span>");
    for part in [
        choice("見本花子", "あなたの入力"),
        choice("見本太郎", "今の内容"),
        "name=\"keep.owner\"".to_owned(),
        "name=\"keep.threat\"".to_owned(),
    ] {
        assert!(asked.body.contains(&part), "{part}: {}", asked.body);
    }
    assert_eq!(asked.body.matches("<fieldset").count(), 2, "the rest is equal: {}", asked.body);
}
