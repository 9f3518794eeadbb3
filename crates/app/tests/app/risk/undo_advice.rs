//! What has to be undone first, where a change is not the latest.

use app::audit_log::{Later, Undoing, undo};
use app::risk::{Input, Risk, edit};
use app::{Context, Role, assessment};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::undo::{newest, present};
use super::undo_approval::{approved, undoing};
use super::{add, add_asset, catalog, input};

on_both_engines!(
    leads_back_without_circles,
    names_the_newest_five,
    says_what_to_do_about_an_approval_of_somebody_else,
    leaves_out_what_changed_nothing,
);

/// Changes the remarks; answers the number of the record.
pub async fn remark(context: &Context, risk: &Risk, remarks: &str) -> i64 {
    let now = present(context, risk.id).await.unwrap();
    let typed = Input { remarks: remarks.into(), ..Input::from(&now.content) };
    edit(context, catalog(), risk.id, now.version, typed).await.unwrap();
    newest(context).await
}

/// Undoes the record; answers the number of the record of that.
async fn undone(context: &Context, sequence: i64) -> i64 {
    undo(context, catalog(), sequence).await.unwrap();
    newest(context).await
}

/// What stands in the way of undoing the record.
async fn later(context: &Context, sequence: i64) -> Vec<Later> {
    match undoing(context, sequence).await {
        Undoing::Overtaken(overtaken) => overtaken.later,
        other => panic!("{other:?}"),
    }
}

fn plain(sequences: &[i64]) -> Vec<Later> {
    sequences.iter().map(|sequence| Later { sequence: *sequence, instead: None }).collect()
}

async fn leads_back_without_circles(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = add(officer, input(&add_asset(officer, "顧客リスト", "営業部").await)).await;
    let created = newest(officer).await;
    let first = remark(officer, &risk, "1回目").await;
    let second = remark(officer, &risk, "2回目").await;
    assert_eq!(later(officer, created).await, plain(&[second, first]));
    let back = undone(officer, second).await;
    assert_eq!(later(officer, created).await, plain(&[first]), "what was undone stands in nobody's way");
    let again = undone(officer, back).await;
    let third = remark(officer, &risk, "3回目").await;
    undone(officer, third).await;
    assert_eq!(later(officer, created).await, plain(&[again, first]));
    let refused = undo(officer, catalog(), created).await.unwrap_err().to_string();
    assert!(refused.contains(&format!("先に、新しい記録（記録{again}）から順に")), "{refused}");

    // Who follows the advice arrives.
    undone(officer, again).await;
    assert_eq!(later(officer, created).await, plain(&[first]));
    undone(officer, first).await;
    undone(officer, created).await;
    assert_eq!(present(officer, risk.id).await, None);
}

async fn names_the_newest_five(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = add(officer, input(&add_asset(officer, "顧客リスト", "営業部").await)).await;
    let created = newest(officer).await;
    let mut changed = Vec::new();
    for remarks in ["1回目", "2回目", "3回目", "4回目", "5回目", "6回目"] {
        changed.insert(0, remark(officer, &risk, remarks).await);
    }
    assert_eq!(later(officer, created).await, plain(&changed[..5]));
}

async fn says_what_to_do_about_an_approval_of_somebody_else(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (owner, _) = approved(&company, Role::SecurityOfficer).await;
    let approval = newest(officer).await;
    let decision = approval - 1;
    assert_eq!(later(&owner, decision).await, plain(&[approval]), "who approved undoes it");
    let found = later(officer, decision).await;
    let [Later { sequence, instead: Some(instead) }] = found[..] else { panic!("{found:?}") };
    assert!(sequence == approval && instead.contains("リスクの画面で"), "{instead}");
    let refused = undo(officer, catalog(), decision).await.unwrap_err().to_string();
    assert!(refused.contains(&format!("記録{approval}")) && refused.contains(instead), "{refused}");
}

async fn leaves_out_what_changed_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    add(officer, input(&add_asset(officer, "顧客リスト", "営業部").await)).await;
    let taken = assessment::take(officer, catalog(), assessment::Input::default()).await.unwrap();
    let created = newest(officer).await;
    assessment::report(officer, taken.id, None, "xlsx").await.unwrap();
    assert_eq!(newest(officer).await, created + 1, "that it was written out is recorded");
    assessment::remove(officer, taken.id).await.unwrap();
    assert_eq!(later(officer, created).await, plain(&[created + 2]));
}
