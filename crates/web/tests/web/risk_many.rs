//! Many risks at once: the same one for several assets, and one owner for several.

use app::asset;
use app::risk::{Input, Query, create, find, list};
use app::{Context, Role};
use axum::http::StatusCode;
use catalog::Catalog;

use crate::browser::Browser;
use crate::risk::{asset as add_asset, risk};

/// How many risks there are.
async fn count(context: &Context) -> usize {
    list(context, &Query::default()).await.unwrap().risks.len()
}

#[tokio::test]
async fn one_threat_is_written_for_several_assets() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let paper = asset::Input {
        name: "見積書の控え".into(),
        medium: "paper".into(),
        confidentiality: Some(1),
        integrity: Some(1),
        availability: Some(1),
        ..asset::Input::default()
    };
    let paper = asset::create(&officer, paper).await.unwrap().id;
    let (one, other) = (add_asset(&officer, "顧客リスト").await, add_asset(&officer, "図面").await);
    assert!(browser.get("/risks/new").await.body.contains("href=\"/risks/new?many=on\""));
    let single = browser.get(&format!("/risks/new?asset={one}")).await.body;
    assert!(single.contains(&format!("/risks/new?many=on&amp;asset={one}")), "{single}");

    // A search keeps what is ticked already, shown or not.
    let search = format!("/risks/new?many=on&step=search&medium=paper&q=&asset={one}");
    let found = browser.get(&search).await.body;
    assert!(found.contains(&format!("value=\"{one}\" checked")) && found.contains("ほかに選んでいる情報資産"));
    assert!(found.contains(&format!("value=\"{paper}\"")) && !found.contains(&format!("value=\"{other}\"")), "{found}");
    let all = browser.get(&search.replace("step=search", "step=all")).await.body;
    assert!(all.contains(&format!("value=\"{paper}\" checked")), "{all}");
    let none = browser.get("/risks/new?many=on&step=next").await.body;
    assert!(none.contains("href=\"#asset\"") && none.contains("『情報資産』を1つ以上選んでください。"), "{none}");

    let form = browser.get(&format!("/risks/new?many=on&step=next&asset={one}&asset={other}")).await.body;
    for part in ["次の2件の情報資産に、同じリスクを1件ずつ追加します。", "顧客リスト（", "図面（"]
    {
        assert!(form.contains(part), "{part}: {form}");
    }
    let (one, other) = (one.to_string(), other.to_string());
    let typed = [("asset", one.as_str()), ("asset", other.as_str()), ("title", "")];
    let wrong = browser.post("/risks", &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("次の2件の情報資産に") && wrong.body.contains("href=\"#title\""), "{}", wrong.body);
    assert_eq!(count(&officer).await, 0);
    let added = browser.post("/risks", &[typed[0], typed[1], ("title", "水にぬれる"), ("origins", "E")]).await;
    assert_eq!(added.location, "/risks?sort=-updated", "{}", added.body);
    let page = browser.get(&added.location).await.body;
    assert!(page.contains("2件のリスクを追加しました。") && page.contains("図面：水にぬれる"), "{page}");
    assert_eq!(count(&officer).await, 2);
}

#[tokio::test]
async fn several_risks_get_one_owner() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let (one, other) = (risk(&officer, "一つめ").await.id, risk(&officer, "二つめ").await.id);
    let (first, second) = (one.to_string(), other.to_string());
    let ticked = [("risk", first.as_str()), ("risk", second.as_str()), ("back", "band=high")];
    let none = browser.post("/risks/owner", &[("back", "band=high")]).await;
    assert_eq!((none.status, none.location.as_str()), (StatusCode::SEE_OTHER, "/risks?band=high"));
    let asked = browser.post("/risks/owner", &ticked).await;
    assert_eq!(asked.status, StatusCode::OK);
    for part in ["2件のリスクの所有者を決める", "見本花子", "2件の所有者が変わります。", &first, &second]
    {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    assert!(!asked.body.contains("無効になり"), "nothing is approved: {}", asked.body);
    let nobody = browser.post("/risks/owner/confirmed", &ticked).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.body.contains("href=\"#owner\""), "{}", nobody.body);
    let owner = officer.account().unwrap().to_string();
    let chosen: Vec<_> = ticked.into_iter().chain([("owner", owner.as_str())]).collect();
    let done = browser.post("/risks/owner/confirmed", &chosen).await;
    assert_eq!(done.location, "/risks?band=high", "{}", done.body);
    assert!(browser.get("/risks?band=high").await.body.contains("2件のリスク所有者を変更しました。"));
    let catalog = Catalog::load().unwrap();
    for id in [one, other] {
        assert_eq!(find(&officer, &catalog, id).await.unwrap().risk.content.owner, officer.account());
    }
    browser.post("/risks/owner/confirmed", &chosen).await;
    assert!(browser.get("/risks").await.body.contains("もうその人がリスク所有者でした。"));
}

#[tokio::test]
async fn an_owner_is_chosen_among_those_who_may_own_all() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let of_sales = risk(&officer, "盗まれる").await.id.to_string();
    let sales = asset::Departments::of(&officer).await.unwrap().named("営業部").unwrap();
    browser.joined_by(Role::DepartmentManager, Some(sales)).await;
    browser.sign_in("hanako@example.jp").await;
    let event = app::risk::EventInput {
        name: "受注が止まる".into(),
        confidentiality: Some(1),
        integrity: Some(2),
        availability: Some(3),
        ..app::risk::EventInput::default()
    };
    let whole = Input { event: Some(event), title: "停電".into(), ..Input::default() };
    let whole = create(&officer, &Catalog::load().unwrap(), whole).await.unwrap().id.to_string();
    let some = browser.post("/risks/owner", &[("risk", of_sales.as_str())]).await.body;
    assert!(some.contains("見本太郎"), "{some}");
    let all = browser.post("/risks/owner", &[("risk", of_sales.as_str()), ("risk", whole.as_str())]).await.body;
    assert!(all.contains("2件のリスクの所有者を決める") && !all.contains("見本太郎"), "{all}");
}

#[tokio::test]
async fn risks_of_another_organization_are_left_alone() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let theirs = browser.company.another("別の会社").await;
    let hidden = risk(&theirs, "盗まれる").await;
    let (id, owner) = (hidden.id.to_string(), officer.account().unwrap().to_string());
    let asked = browser.post("/risks/owner", &[("risk", id.as_str())]).await;
    assert_eq!(asked.location, "/risks", "as if nothing were ticked: {}", asked.body);
    browser.post("/risks/owner/confirmed", &[("risk", id.as_str()), ("owner", owner.as_str())]).await;
    let now = find(&theirs, &Catalog::load().unwrap(), hidden.id).await.unwrap().risk;
    assert_eq!((now.version, now.content.owner), (1, None));
    let (own, other) =
        (add_asset(&officer, "図面").await.to_string(), hidden.content.subject.asset().unwrap().to_string());
    let typed = [("asset", own.as_str()), ("asset", other.as_str()), ("title", "水にぬれる")];
    assert_eq!(browser.post("/risks", &typed).await.status, StatusCode::NOT_FOUND);
    assert_eq!((count(&officer).await, count(&theirs).await), (0, 1));
    let choosing = browser.get(&format!("/risks/new?many=on&asset={other}")).await;
    assert!(choosing.status == StatusCode::OK && !choosing.body.contains("顧客リスト"), "{}", choosing.body);
}
