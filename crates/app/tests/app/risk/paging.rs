//! Lists by key.

use app::risk::{Filter, Input, Order, Query, Sort, list};
use app::store::paging::{Place, Total};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, event, input};

on_both_engines!(pages_lead_forth_and_back, is_narrowed);

async fn pages_lead_forth_and_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for place in 0..7 {
        let rated = Input { likelihood: Some(place % 3 + 1), ..event(&format!("困ること{place}")) };
        add(&company.officer, rated).await;
    }
    for sort in Sort::ALL {
        for descending in [true, false] {
            let query = |from| Query { order: Order { sort, descending }, from, limit: 3, ..Query::default() };
            let whole = list(&company.officer, &Query { limit: 100, ..query(Place::Start) }).await.unwrap();
            assert_eq!(whole.total, Total::Exactly(7));
            let mut page = list(&company.officer, &query(Place::Start)).await.unwrap();
            let mut seen = page.risks.clone();
            while let Some(after) = page.after {
                page = list(&company.officer, &query(Place::After(after))).await.unwrap();
                seen.extend(page.risks.clone());
            }
            assert_eq!(seen, whole.risks, "{sort:?} {descending}");
            assert_eq!(page.skipped, 6);
            let back = list(&company.officer, &query(Place::Before(page.before.unwrap()))).await.unwrap();
            assert_eq!(back.risks, whole.risks[3..6]);
            let other = Order { sort, descending: !descending };
            let foreign = Query { order: other, from: Place::After(back.after.unwrap()), ..Query::default() };
            assert!(list(&company.officer, &foreign).await.is_err(), "a cursor of another order");
        }
    }
    let levels: Vec<u8> = list(&company.officer, &Query::default())
        .await
        .unwrap()
        .risks
        .iter()
        .map(|risk| risk.level().value())
        .collect();
    assert!(levels.is_sorted_by(|one, other| one >= other), "the worst come first: {levels:?}");
}

async fn is_narrowed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let of_asset = add(&company.officer, input(&asset)).await;
    let of_event = add(&company.officer, event("受注が止まる")).await;
    let found = async |filter: Filter| {
        let page = list(&company.officer, &Query { filter, ..Query::default() }).await.unwrap();
        page.risks.iter().map(|risk| risk.id).collect::<Vec<_>>()
    };
    let all = Filter::default;
    for (filter, expected) in [
        (Filter { search: "ていでん".into(), ..all() }, vec![]),
        (Filter { search: "停電".into(), ..all() }, vec![of_event.id]),
        (Filter { search: "ｺｷｬｸ".into(), ..all() }, vec![]),
        (Filter { search: "顧客 盗".into(), ..all() }, vec![of_asset.id]),
        (Filter { asset: Some(asset.id), ..all() }, vec![of_asset.id]),
        (Filter { event: Some(true), ..all() }, vec![of_event.id]),
        (Filter { medium: Some(method::Medium::OfficePc), ..all() }, vec![of_asset.id]),
        (Filter { importance: method::Rating::new(3), likelihood: method::Rating::new(3), ..all() }, vec![of_asset.id]),
        (Filter { exposed: true, ..all() }, vec![of_asset.id, of_event.id]),
        (Filter { undecided: true, ..all() }, vec![of_asset.id, of_event.id]),
        (Filter { mine: true, ..all() }, vec![]),
        (Filter { department: asset.department, ..all() }, vec![of_asset.id]),
    ] {
        assert_eq!(found(filter.clone()).await, expected, "{filter:?}");
    }
}
