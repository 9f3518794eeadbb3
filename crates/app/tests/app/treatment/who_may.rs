//! Who may decide, and who may approve.

use app::risk::{self, edit};
use app::treatment::{
    Acceptance, Query, approve, decide, plan, preview_finish, progress, send_back, task_summary, withdraw,
};
use app::{AccountId, Actor, Error, Permission, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::catalog;
use super::{decided, owned, reduce};

on_both_engines!(roles_keep_to_what_they_may, only_the_owner_approves, another_organization_sees_nothing);

async fn roles_keep_to_what_they_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    for role in Role::ALL.into_iter().filter(|role| !role.of_department()) {
        let context = company.with_role(role, None);
        for result in [plan(&context, &Query::default()).await.map(|_| ()), task_summary(&context).await.map(|_| ())] {
            assert_eq!(result.is_ok(), role.allows(Permission::ReadRisks), "{role:?} {result:?}");
        }
        let decided = decide(&context, catalog(), risk.id, 0, reduce()).await.map(|_| ());
        let withdrawn = withdraw(&context, catalog(), risk.id, 0).await.map(|_| ());
        for result in [decided, withdrawn] {
            match role.allows(Permission::EditRisks) {
                true => assert!(matches!(result, Err(Error::Stale)), "{role:?} {result:?}"),
                false => assert!(matches!(result, Err(Error::Forbidden)), "{role:?} {result:?}"),
            }
        }
        let accepted = approve(&context, catalog(), risk.id, 0, against(&risk)).await.map(|_| ());
        match role.allows(Permission::AcceptRisk) {
            true => assert!(matches!(accepted, Err(Error::Stale)), "{role:?} {accepted:?}"),
            false => assert!(matches!(accepted, Err(Error::Forbidden)), "{role:?} {accepted:?}"),
        }
    }
}

/// An acceptance of the numbers as they are.
fn against(risk: &risk::Risk) -> Acceptance {
    Acceptance { reason: "勝手に".into(), review_on: "2027-03-31".into(), numbers: risk.analysis.numbers() }
}

async fn only_the_owner_approves(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let risk = decided(&company.officer, &risk, reduce()).await;
    let mut other = company.officer.clone();
    other.actor = Actor::Person {
        account: AccountId::new(),
        name: "別の責任者".into(),
        roles: vec![(Role::SecurityOfficer, None)],
        read_only: false,
    };
    assert!(matches!(approve(&other, catalog(), risk.id, risk.version, against(&risk)).await, Err(Error::Forbidden)));
    assert!(matches!(send_back(&other, catalog(), risk.id, risk.version, "だめ").await, Err(Error::Forbidden)));
    let unowned = risk::Input { owner: None, owner_name: "営業部長".into(), ..risk::Input::from(&risk.content) };
    let risk = edit(&company.officer, catalog(), risk.id, risk.version, unowned).await.unwrap();
    let nobody = approve(&company.officer, catalog(), risk.id, risk.version, against(&risk)).await;
    assert!(matches!(nobody, Err(Error::Refused(_))), "nobody who can sign in owns it");
}

async fn another_organization_sees_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let risk = decided(&company.officer, &risk, reduce()).await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let other = company.another("隣の会社").await;
    assert_eq!(plan(&other, &Query::default()).await.unwrap().total, 0);
    let results = [
        decide(&other, catalog(), risk.id, risk.version, reduce()).await.map(|_| ()),
        withdraw(&other, catalog(), risk.id, risk.version).await.map(|_| ()),
        approve(&other, catalog(), risk.id, risk.version, against(&risk)).await.map(|_| ()),
        send_back(&other, catalog(), risk.id, risk.version, "直して").await.map(|_| ()),
        preview_finish(&other, catalog(), risk.id, task).await.map(|_| ()),
        progress(&other, catalog(), risk.id, risk.version, task, app::treatment::TaskStatus::Done, true)
            .await
            .map(|_| ()),
    ];
    for result in results {
        assert!(matches!(result, Err(Error::NotFound(_))), "{result:?}");
    }
}
