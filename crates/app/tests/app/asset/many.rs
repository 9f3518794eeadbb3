//! Many assets at once, and the register as a file.

use app::Error;
use app::asset::{
    Changes, Edited, Filter, Input, Query, Selection, create, edit_many, export, find, history, list, remove_many,
};
use app::store::paging::Total;
use method::{Medium, Rating, Valuation};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, input, input_of};

on_both_engines!(
    changes_chosen_fields_of_chosen_assets,
    changes_all_that_match,
    refuses_what_cannot_be,
    removes_many,
    many_writers_wait_for_each_other,
    exports_what_can_be_read_again,
);

async fn changes_chosen_fields_of_chosen_assets(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let one = add(context, Input { medium_as_written: "営業のNAS".into(), ..input("一") }).await;
    let two = add(context, input("二")).await;
    let three = add(context, input("三")).await;
    let gone = app::AssetId::new();
    let changes = Changes {
        department: Some("経理部".into()),
        medium: Some("paper".into()),
        confidentiality: Some(3),
        review_on: Some("2027-01-01".into()),
        ..Changes::default()
    };
    let chosen = Selection::Chosen(vec![two.id, one.id, gone]);
    assert_eq!(edit_many(context, &chosen, changes.clone()).await.unwrap(), Edited { changed: 2, unchanged: 0 });
    assert_eq!(edit_many(context, &chosen, changes).await.unwrap(), Edited { changed: 0, unchanged: 2 });
    for (id, name) in [(one.id, "一"), (two.id, "二")] {
        let asset = find(context, id).await.unwrap().asset;
        let line = &asset.content.line;
        assert_eq!((asset.version, line.name.as_str(), line.department.as_str()), (2, name, "経理部"));
        assert_eq!(
            (line.medium, line.medium_as_written.as_str(), line.risk_owner.as_str()),
            (Medium::Paper, "書類", "営業部長")
        );
        assert_eq!(asset.content.importance().value, Rating::HIGH);
        assert_eq!(asset.content.review_on, Some(jiff::civil::date(2027, 1, 1)));
        assert_eq!(history(context, id).await.unwrap().changes.len(), 2);
    }
    assert_eq!(find(context, three.id).await.unwrap().asset, three);
}

async fn changes_all_that_match(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    for number in 0..620 {
        // More than one statement's worth.
        let typed = if number % 10 == 0 { input("見積書") } else { input_of("図面", "製造部") };
        add(context, typed).await;
    }
    let search = Filter { search: "図面".into(), ..Filter::default() };
    let changes =
        Changes { risk_owner: Some("製造部長".into()), review_on: Some(String::new()), ..Changes::default() };
    let edited = edit_many(context, &Selection::Matching(search.clone()), changes).await.unwrap();
    assert_eq!(edited, Edited { changed: 558, unchanged: 0 });
    let owned = Filter { search: "製造部長".into(), ..Filter::default() };
    let found = list(context, &Query { filter: owned, ..Query::default() }).await.unwrap();
    assert_eq!(found.total, Total::Exactly(558));
    assert_eq!(remove_many(context, &Selection::Matching(search)).await.unwrap(), 558);
    assert_eq!(list(context, &Query::default()).await.unwrap().total, Total::Exactly(62));
}

async fn refuses_what_cannot_be(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let single =
        Input { confidentiality: None, integrity: None, availability: None, asset_value: Some(1), ..input("値") };
    let single = create(context, single).await.unwrap();
    let rated = add(context, input("三つ")).await;
    let both = Selection::Chosen(vec![single.id, rated.id]);
    for wrong in [
        Changes::default(),
        Changes { integrity: Some(3), ..Changes::default() },
        Changes { medium: Some("雲".into()), ..Changes::default() },
        Changes { review_on: Some("いつか".into()), ..Changes::default() },
        Changes { confidentiality: Some(9), ..Changes::default() },
    ] {
        let refused = edit_many(context, &both, wrong.clone()).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{wrong:?}: {refused:?}");
    }
    assert_eq!(find(context, rated.id).await.unwrap().asset, rated);
    let all = Changes { confidentiality: Some(1), integrity: Some(1), availability: Some(1), ..Changes::default() };
    edit_many(context, &both, all).await.unwrap();
    let valuation = find(context, single.id).await.unwrap().asset.content.line.valuation;
    assert!(matches!(valuation, Valuation::Ratings(_)));
}

async fn removes_many(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let one = add(context, input("一")).await;
    let two = add(context, input("二")).await;
    assert_eq!(remove_many(context, &Selection::Chosen(vec![one.id, one.id, app::AssetId::new()])).await.unwrap(), 1);
    let left = list(context, &Query::default()).await.unwrap();
    assert_eq!((left.assets, left.total), (vec![two], Total::Exactly(1)));
}

/// Adding, changing and removing at once, with new departments: nobody waits for ever, nothing is miscounted.
async fn many_writers_wait_for_each_other(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let mut ids = Vec::new();
    for number in 0..20 {
        ids.push(add(&company.officer, input(&format!("{number}"))).await.id);
    }
    let mut people = tokio::task::JoinSet::new();
    for person in 0..6usize {
        let (context, mut ids) = (company.officer.clone(), ids.clone());
        people.spawn(async move {
            for round in 0..5usize {
                ids.rotate_left(person + round);
                let department = format!("部署{}", (person + round) % 4);
                let chosen = Selection::Chosen(ids[..10].to_vec());
                match person % 3 {
                    0 => drop(create(&context, input_of("新", &department)).await.unwrap()),
                    1 => {
                        let changes = Changes { department: Some(department), ..Changes::default() };
                        edit_many(&context, &chosen, changes).await.unwrap();
                    }
                    _ => drop(remove_many(&context, &Selection::Chosen(vec![ids[round]])).await.unwrap()),
                }
            }
        });
    }
    people.join_all().await;
    let all = list(&company.officer, &Query::default()).await.unwrap();
    assert_eq!(all.total, Total::Exactly(all.assets.len() as u64));
}

async fn exports_what_can_be_read_again(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let typed = Input {
        remarks: "棚の2段目\n鍵つき".into(),
        personal: true,
        likelihood: Some(3),
        retention: "007".into(),
        registered_on: Some("2025-04-01".into()),
        ..input("顧客リスト")
    };
    let first = add(context, typed).await;
    let second = add(context, input_of("=1+1", "経理部")).await;
    let workbook = export(context, &Filter::default()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.xlsx");
    std::fs::write(&path, &workbook.bytes).unwrap();
    let read = sheet::read_register(&path, &sheet::ReadOptions::default()).unwrap();
    assert!(!read.has_errors(), "{:?}", read.problems);
    let contents: Vec<_> = read.assets.into_iter().map(|line| app::asset::Content::read(line, &[])).collect();
    assert_eq!(contents, [first.content, second.content]);
    assert_eq!(workbook.count, 2);
    let part = export(context, &Filter { search: "顧客".into(), ..Filter::default() }).await.unwrap();
    assert_eq!(part.count, 1);
}
