//! What the audit log keeps of assets.

use app::asset::{Field, Input, edit, history, remove, version};
use app::audit_log::Event;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, input};

on_both_engines!(tells_the_history_field_by_field);

async fn tells_the_history_field_by_field(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let asset = add(context, input("見積書")).await;
    let changed =
        Input {
            confidentiality: Some(3), remarks: "契約前".into(), risk_owner: String::new(), ..input("見積書")
        };
    edit(context, asset.id, 1, changed).await.unwrap();
    let told = history(context, asset.id).await.unwrap();
    assert_eq!((told.name.as_str(), told.more), ("見積書", false));
    let [newest, first] = told.changes.as_slice() else { panic!("{told:?}") };
    assert_eq!((newest.event, newest.version, newest.actor.as_str()), (Event::Changed, Some(2), "見本花子"));
    let differences: Vec<_> = newest
        .differences
        .iter()
        .map(|difference| (difference.field.clone(), difference.before.as_str(), difference.after.as_str()))
        .collect();
    assert_eq!(
        differences,
        [(Field::Remarks, "", "契約前"), (Field::RiskOwner, "営業部長", ""), (Field::Confidentiality, "2", "3"),]
    );
    assert_eq!((first.event, first.version), (Event::Created, Some(1)));
    assert!(first.differences.iter().any(|difference| difference.after == "見積書"));
    assert_eq!(version(context, asset.id, 1).await.unwrap().unwrap().remarks, "");
    assert_eq!(version(context, asset.id, 9).await.unwrap(), None);
    remove(context, asset.id, 2).await.unwrap();
    let told = history(context, asset.id).await.unwrap();
    assert_eq!((told.asset, told.changes.len(), told.changes[0].event), (None, 3, Event::Removed));
    assert_eq!(told.last.unwrap().remarks, "契約前");
}
