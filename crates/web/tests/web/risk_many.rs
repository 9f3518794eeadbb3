//! Many risks at once: the same one for several assets, and one owner for several.

use app::asset;
use app::risk::{Input, Query, create, find, list};
use app::{AssetId, Context, Role};
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
    let (one, other, paper) = (one.to_string(), other.to_string(), paper.to_string());
    let search = [("many", "on"), ("medium", "paper"), ("q", ""), ("asset", one.as_str())];
    let step = |step: &'static str| search.into_iter().chain([("step", step)]).collect::<Vec<_>>();
    let found = browser.post("/risks/new/choose", &step("search")).await;
    assert_eq!(found.status, StatusCode::OK);
    let found = found.body;
    assert!(found.contains(&format!("value=\"{one}\" checked")) && found.contains("ほかに選んでいる情報資産"));
    assert!(found.contains(&format!("value=\"{paper}\"")) && !found.contains(&format!("value=\"{other}\"")), "{found}");
    let all = browser.post("/risks/new/choose", &step("all")).await.body;
    assert!(all.contains(&format!("value=\"{paper}\" checked")), "{all}");
    let none = browser.post("/risks/new/choose", &[("step", "next")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let none = none.body;
    assert!(none.contains("href=\"#asset\"") && none.contains("『情報資産』を1つ以上選んでください。"), "{none}");

    let both = [("step", "next"), ("asset", one.as_str()), ("asset", other.as_str())];
    let form = browser.post("/risks/new/choose", &both).await.body;
    for part in ["次の2件の情報資産に、同じリスクを1件ずつ追加します。", "顧客リスト（", "図面（"]
    {
        assert!(form.contains(part), "{part}: {form}");
    }
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
async fn as_many_assets_are_chosen_as_one_risk_may_have() {
    let mut browser = Browser::signed_in().await;
    let mut ids: Vec<String> = (1..=501).map(|_| AssetId::new().to_string()).collect();
    ids[0] = add_asset(&browser.company.officer, "顧客リスト").await.to_string();
    let chosen = |count: usize| ids[..count].iter().map(|id| ("asset", id.as_str())).chain([("step", "next")]);
    let most: Vec<_> = chosen(500).collect();
    let form = browser.post("/risks/new/choose", &most).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains("顧客リスト") && form.body.contains("name=\"title\""), "{}", form.body);
    let more: Vec<_> = chosen(501).collect();
    let refused = browser.post("/risks/new/choose", &more).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["一度に選べる情報資産は500件までです（選んだのは501件）。", &format!("value=\"{}\" checked", ids[0])]
    {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    let back = browser.get("/risks/new/choose").await;
    assert_eq!(back.location, "/risks/new?many=on", "the way back from a sign-in");
}

#[tokio::test]
async fn what_was_typed_outlives_an_asset_that_goes() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let (one, other) = (add_asset(&officer, "顧客リスト").await, add_asset(&officer, "図面").await);
    asset::remove(&officer, other, 1).await.unwrap();
    let (one, other) = (one.to_string(), other.to_string());
    let typed = [("asset", one.as_str()), ("asset", other.as_str()), ("title", "水にぬれる"), ("origins", "E")];
    let again = browser.post("/risks", &typed).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [
        "選んだ情報資産の中に、もう台帳にないものがあります。",
        "value=\"水にぬれる\"",
        "顧客リスト",
        "formaction=\"/risks/new/choose\"",
    ] {
        assert!(again.body.contains(part), "{part}: {}", again.body);
    }
    assert!(!again.body.contains(&other), "{}", again.body);
    assert_eq!(count(&officer).await, 0);
    // Choosing anew takes along what was typed.
    let choosing = browser.post("/risks/new/choose", &typed).await.body;
    assert!(choosing.contains("name=\"title\" value=\"水にぬれる\""), "{choosing}");
    let next: Vec<_> = typed.into_iter().chain([("step", "next")]).collect();
    let form = browser.post("/risks/new/choose", &next).await.body;
    assert!(form.contains("value=\"水にぬれる\"") && !form.contains("error-summary"), "{form}");
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
    assert!(!asked.body.contains("承認の取り直し"), "nothing is approved: {}", asked.body);
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
    let refused = browser.post("/risks", &typed).await;
    assert!(refused.body.contains("もう台帳にないものがあります。") && !refused.body.contains("顧客リスト"));
    assert_eq!((count(&officer).await, count(&theirs).await), (0, 1));
    let choosing = browser.post("/risks/new/choose", &[("many", "on"), ("asset", other.as_str())]).await;
    assert!(choosing.status == StatusCode::OK && !choosing.body.contains("顧客リスト"), "{}", choosing.body);
}
