//! Undoing any step restores the numbers.

use app::audit_log::{Filter, Place, list, undo};
use app::risk::{Input, edit, find, remove};
use app::{Context, Error, RiskId, asset};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, control, input};

on_both_engines!(steps_of_a_risk, an_asset_takes_its_risks_along_and_brings_them_back);

async fn newest(context: &Context) -> i64 {
    list(context, &Filter::default(), Place::Newest, 1).await.unwrap().entries[0].sequence
}

async fn level(context: &Context, id: RiskId) -> Option<u8> {
    match find(context, catalog(), id).await {
        Ok(found) => Some(found.risk.analysis.level().value()),
        Err(Error::NotFound(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

async fn steps_of_a_risk(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, input(&asset)).await;
    let created = newest(officer).await;
    let controls = vec![control("7.9", "implemented")];
    let better = Input { controls, vulnerability_rating: None, ..input(&asset) };
    edit(officer, catalog(), risk.id, 1, better).await.unwrap();
    let changed = newest(officer).await;
    assert_eq!(level(officer, risk.id).await, Some(3));
    let error = undo(officer, catalog(), created).await.unwrap_err();
    assert!(error.to_string().contains("この記録のあとで変わっています"), "{error}");
    undo(officer, catalog(), changed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(9));
    let undone = newest(officer).await;
    undo(officer, catalog(), undone).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(3));
    let version = find(officer, catalog(), risk.id).await.unwrap().risk.version;
    remove(officer, risk.id, version).await.unwrap();
    let removed = newest(officer).await;
    assert_eq!(level(officer, risk.id).await, None);
    undo(officer, catalog(), removed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(3));
    assert!(find(officer, catalog(), risk.id).await.unwrap().risk.version > version, "no old version comes again");
}

async fn an_asset_takes_its_risks_along_and_brings_them_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, input(&asset)).await;
    asset::remove(officer, asset.id, 1).await.unwrap();
    assert_eq!(level(officer, risk.id).await, None);
    let removed = newest(officer).await;
    undo(officer, catalog(), removed - 1).await.unwrap_err();
    undo(officer, catalog(), removed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(9));
    // Its value follows the register's undoing too.
    let plain = asset::Input { personal: false, confidentiality: Some(1), ..asset::Input::from(&asset.content) };
    let version = asset::find(officer, asset.id).await.unwrap().asset.version;
    asset::edit(officer, asset.id, version, plain).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(6));
    let changed = newest(officer).await;
    undo(officer, catalog(), changed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(9));
}
