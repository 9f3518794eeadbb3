//! What goes with assets that are removed.

use app::asset::{self, Selection, remove_many};
use app::risk::{Going, Input, Query, going_with, list, owners};
use app::treatment::{self, Acceptance, approve, decide};
use app::{AssetId, Context, Error, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, department, input};

on_both_engines!(what_goes_is_told_before, only_what_may_be_removed_is_counted);

/// An asset with an approved risk, one that is decided, and one that is open.
async fn with_three_risks(officer: &Context) -> AssetId {
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let owner = Some(owners(officer).await.unwrap()[0].account);
    let titled = |title: &str| Input { title: title.into(), owner, ..input(&asset) };
    let accept = treatment::Input {
        treatment: "accept".into(),
        reason: "来年の入れ替えまで使う".into(),
        review_on: "2027-03-31".into(),
        ..treatment::Input::default()
    };
    for (title, is_approved) in [("盗まれる", true), ("なくす", false)] {
        let risk = add(officer, titled(title)).await;
        let decided = decide(officer, catalog(), risk.id, risk.version, accept.clone()).await.unwrap();
        if is_approved {
            let (reason, review_on) = ("代わりがない".to_owned(), "2027-03-31".to_owned());
            let acceptance = Acceptance { reason, review_on, numbers: decided.analysis.numbers() };
            approve(officer, catalog(), decided.id, decided.version, acceptance).await.unwrap();
        }
    }
    add(officer, titled("壊れる")).await;
    asset.id
}

async fn what_goes_is_told_before(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = with_three_risks(officer).await;
    let without = add_asset(officer, "見積書", "営業部").await;
    let told = Going { risks: 3, decided: 2, approved: 1 };
    assert_eq!(going_with(officer, &Selection::Chosen(vec![asset, without.id, asset])).await.unwrap(), told);
    assert_eq!(going_with(officer, &Selection::Chosen(vec![without.id])).await.unwrap(), Going::default());
    assert_eq!(going_with(officer, &Selection::Chosen(Vec::new())).await.unwrap(), Going::default());
    let named = |search: &str| Selection::Matching(asset::Filter { search: search.into(), ..asset::Filter::default() });
    assert_eq!(going_with(officer, &named("顧客")).await.unwrap(), told);
    assert_eq!(going_with(officer, &named("見積")).await.unwrap(), Going::default());
    remove_many(officer, &named("顧客")).await.unwrap();
    assert!(list(officer, &Query::default()).await.unwrap().risks.is_empty(), "as it was told");
}

async fn only_what_may_be_removed_is_counted(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = with_three_risks(&company.officer).await;
    let other = add_asset(&company.officer, "図面", "製造部").await;
    add(&company.officer, input(&other)).await;
    let both = Selection::Chosen(vec![asset, other.id]);
    let all = Selection::Matching(asset::Filter::default());
    let sales = department(&company.officer, "営業部").await;
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    let elsewhere = company.another("隣の会社").await;
    for selection in [&both, &all] {
        assert_eq!(going_with(&company.officer, selection).await.unwrap().risks, 4);
        assert_eq!(going_with(&manager, selection).await.unwrap().risks, 3);
        assert_eq!(going_with(&elsewhere, selection).await.unwrap(), Going::default());
        let auditor = company.with_role(Role::Auditor, None);
        assert!(matches!(going_with(&auditor, selection).await, Err(Error::Forbidden)));
    }
}
