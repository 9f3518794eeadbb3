//! Lists: every page, every order, every filter.

use std::collections::BTreeSet;

use app::asset::{Filter, Input, Order, Page, Query, Review, Sort, find, list, remove};
use app::store::paging::{Place, Total};
use app::{AssetId, Context, Error};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, department, input, input_of};

on_both_engines!(
    visits_each_asset_once,
    visits_each_asset_once_while_others_write,
    sorts_by_reading,
    finds_what_is_looked_for,
    counts,
    says_where_it_is,
    refuses_a_foreign_cursor,
    a_line_is_the_asset_itself,
);

/// Names, days and ratings with many equal ones among them.
fn varied(number: usize) -> Input {
    Input {
        name_reading: ["", "こきゃく", "コキャク", "ガイチュウ"][number % 4].into(),
        review_on: [None, Some("2026-12-01".into()), Some("令和9年1月15日".into())][number % 3].clone(),
        confidentiality: Some(1 + (number % 3) as u8),
        ..input(["顧客リスト", "見積書", "Webサイト", "さーばー", "図面"][number * 7 % 5])
    }
}

async fn page(context: &Context, order: Order, from: Place, limit: u64) -> Page {
    list(context, &Query { order, from, limit, ..Query::default() }).await.unwrap()
}

fn orders() -> impl Iterator<Item = Order> {
    Sort::ALL.into_iter().flat_map(|sort| [false, true].map(|descending| Order { sort, descending }))
}

/// All pages forward, then all of them backward.
async fn walk(context: &Context, order: Order, limit: u64) -> (Vec<AssetId>, Vec<AssetId>) {
    let (mut forward, mut backward) = (Vec::new(), Vec::new());
    let mut current = page(context, order, Place::Start, limit).await;
    assert_eq!((current.before.clone(), current.skipped), (None, 0), "nothing before the start");
    loop {
        assert_eq!(current.skipped, forward.len() as u64);
        forward.extend(current.assets.iter().map(|asset| asset.id));
        let Some(after) = current.after.clone() else { break };
        current = page(context, order, Place::After(after), limit).await;
    }
    loop {
        backward.extend(current.assets.iter().rev().map(|asset| asset.id));
        let Some(before) = current.before.clone() else { break };
        current = page(context, order, Place::Before(before), limit).await;
        assert!(current.after.is_some());
    }
    assert_eq!(current.skipped, 0);
    (forward, backward)
}

async fn visits_each_asset_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for number in 0..47 {
        company.clock.advance(std::time::Duration::from_millis(number as u64 % 3));
        add(&company.officer, varied(number)).await;
    }
    for order in orders() {
        for limit in [1, 7, 46, 47, 100] {
            let (forward, backward) = walk(&company.officer, order, limit).await;
            assert_eq!(forward.len(), 47, "{order:?} {limit}");
            assert_eq!(forward.iter().collect::<BTreeSet<_>>().len(), 47, "{order:?} {limit}: twice the same");
            assert!(forward.iter().eq(backward.iter().rev()), "{order:?} {limit}: back is not the same way");
        }
    }
}

async fn visits_each_asset_once_while_others_write(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let mut first = Vec::new();
    for number in 0..30 {
        first.push(add(context, varied(number)).await);
    }
    let mut removed = BTreeSet::new();
    for (round, order) in orders().enumerate() {
        let mut seen = Vec::new();
        let mut from = Place::Start;
        let mut number = 0;
        loop {
            let current = page(context, order, from, 4).await;
            seen.extend(current.assets.iter().map(|asset| asset.id));
            // Somebody adds, and removes the very line at which the next page begins.
            add(context, varied(round * 31 + number)).await;
            number += 1;
            if number == 2 {
                let last = current.assets.last().unwrap();
                if removed.insert(last.id) {
                    remove(context, last.id, last.version).await.unwrap();
                }
            }
            assert!(number < 1_000, "{order:?} never ends");
            // New ones at the end of the order would be followed for ever.
            match current.after {
                Some(after) if number < 100 => from = Place::After(after),
                _ => break,
            }
        }
        let once: BTreeSet<_> = seen.iter().collect();
        assert_eq!(once.len(), seen.len(), "{order:?}: twice the same");
        for asset in first.iter().filter(|asset| !removed.contains(&asset.id)) {
            assert!(once.contains(&asset.id), "{order:?}: {asset:?} was passed over");
        }
    }
}

async fn sorts_by_reading(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for (name, reading) in [
        ("顧客リスト", "こきゃくりすと"),
        ("名簿", ""),
        ("外注先一覧", "ガイチュウサキ"),
        ("会社案内", "かいしゃあんない"),
        ("PC台帳", ""),
        ("がんばり表", ""),
    ] {
        add(&company.officer, Input { name_reading: reading.into(), ..input(name) }).await;
    }
    let order = Order { sort: Sort::Name, descending: false };
    let names: Vec<_> = page(&company.officer, order, Place::Start, 0)
        .await
        .assets
        .into_iter()
        .map(|asset| asset.content.line.name)
        .collect();
    assert_eq!(names, ["PC台帳", "会社案内", "外注先一覧", "がんばり表", "顧客リスト", "名簿"]);
}

async fn names(context: &Context, filter: Filter) -> Vec<String> {
    let found = list(context, &Query { filter, ..Query::default() }).await.unwrap();
    assert_eq!(found.total, Total::Exactly(found.assets.len() as u64));
    found.assets.into_iter().map(|asset| asset.content.line.name).collect()
}

async fn finds_what_is_looked_for(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let customers = Input { name_reading: "こきゃくリスト".into(), personal: true, ..input("顧客リスト") };
    add(context, customers).await;
    let invoices =
        Input {
            remarks: "達成率50%_済".into(), review_on: Some("2026/11/24".into()), ..input_of("請求書", "経理部")
        };
    add(context, invoices).await;
    let site = Input {
        medium: "external-server".into(),
        review_on: Some("2026-12-24".into()),
        confidentiality: Some(1),
        integrity: Some(1),
        ..input("Ｗｅｂサイト")
    };
    add(context, site).await;
    let search = |text: &str| Filter { search: text.into(), ..Filter::default() };
    for (text, found) in [
        ("コキャク", vec!["顧客リスト"]),
        ("ｺｷｬｸ　りすと", vec!["顧客リスト"]),
        ("web さいと", vec!["Ｗｅｂサイト"]),
        ("WEB", vec!["Ｗｅｂサイト"]),
        ("50%_", vec!["請求書"]),
        ("5%0", vec![]),
        ("営業部長 請求", vec!["請求書"]),
        ("リスト営業", vec![]),
        ("\\", vec![]),
        ("' OR 1=1 --", vec![]),
        ("　", vec!["顧客リスト", "請求書", "Ｗｅｂサイト"]),
    ] {
        assert_eq!(names(context, search(text)).await, found, "{text}");
    }
    let accounting = department(context, "経理部").await;
    let all = Filter::default;
    assert_eq!(names(context, Filter { department: Some(accounting), ..all() }).await, ["請求書"]);
    assert_eq!(
        names(context, Filter { medium: Some(method::Medium::ExternalServer), ..all() }).await,
        ["Ｗｅｂサイト"]
    );
    assert_eq!(names(context, Filter { importance: Some(method::Rating::HIGH), ..all() }).await, ["顧客リスト"]);
    assert_eq!(names(context, Filter { personal_data: Some(true), ..all() }).await, ["顧客リスト"]);
    assert_eq!(names(context, Filter { personal_data: Some(false), ..all() }).await, ["請求書", "Ｗｅｂサイト"]);
    assert_eq!(names(context, Filter { review: Some(Review::Due), ..all() }).await, ["請求書"]);
    assert_eq!(names(context, Filter { review: Some(Review::Soon), ..all() }).await, ["請求書", "Ｗｅｂサイト"]);
    assert_eq!(names(context, Filter { review: Some(Review::Unplanned), ..all() }).await, ["顧客リスト"]);
}

async fn counts(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let total = async || page(&company.officer, Order::default(), Place::Start, 1).await.total;
    assert_eq!(total().await, Total::Exactly(0));
    let asset = add(&company.officer, input("一")).await;
    add(&company.officer, input("二")).await;
    assert_eq!(total().await, Total::Exactly(2));
    remove(&company.officer, asset.id, asset.version).await.unwrap();
    assert_eq!(total().await, Total::Exactly(1));
}

async fn says_where_it_is(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for number in 0..5 {
        add(&company.officer, varied(number)).await;
    }
    let first = page(&company.officer, Order::default(), Place::Start, 2).await;
    let second = page(&company.officer, Order::default(), Place::After(first.after.unwrap()), 2).await;
    let third = page(&company.officer, Order::default(), Place::After(second.after.unwrap()), 2).await;
    assert_eq!((second.skipped, third.skipped, third.after), (2, 4, None));
    let back = page(&company.officer, Order::default(), Place::Before(third.before.unwrap()), 2).await;
    assert_eq!((back.skipped, back.assets), (2, second.assets));
}

async fn refuses_a_foreign_cursor(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    add(&company.officer, input("一")).await;
    add(&company.officer, input("二")).await;
    let by_name = Order { sort: Sort::Name, descending: false };
    let first = page(&company.officer, by_name, Place::Start, 1).await;
    for (order, cursor) in [(Order::default(), first.after.unwrap()), (by_name, "abc".into()), (by_name, String::new())]
    {
        let query = Query { order, from: Place::After(cursor), ..Query::default() };
        assert!(matches!(list(&company.officer, &query).await, Err(Error::Invalid { .. })));
    }
}

/// A list reads its lines another way than one asset is read: every field comes back as it is, whatever is in it.
async fn a_line_is_the_asset_itself(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let full = Input {
        business: "業務".into(),
        name: "\"引用\"と\\と{}と絵文字🔐".into(),
        name_reading: "いんよう".into(),
        remarks: "一行目\n二行目\tタブ".into(),
        users: "利用者".into(),
        risk_owner: "所有者".into(),
        medium: "mobile-device".into(),
        personal: true,
        my_number: true,
        survival: true,
        confidentiality: Some(3),
        integrity: Some(1),
        availability: Some(2),
        likelihood: Some(2),
        retention: "5年".into(),
        registered_on: Some("2025-04-01".into()),
        review_on: Some("2026-12-01".into()),
        ..input("台帳")
    };
    let plain = Input { personal: false, sensitive: true, medium: "paper".into(), ..input("見積書") };
    for typed in [full, plain] {
        let added = add(&company.officer, typed).await;
        let found = find(&company.officer, added.id).await.unwrap().asset;
        let listed = list(&company.officer, &Query::default()).await.unwrap().assets;
        assert!(listed.contains(&found), "{found:?}\n{listed:?}");
    }
}
