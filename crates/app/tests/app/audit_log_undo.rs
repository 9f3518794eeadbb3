//! Undoing changes of departments and of who may what.

use app::audit_log::{Effect, Filter, Place, Undoing, find, list, undo, verify};
use app::organization::department;
use app::people::{NewRole, add_role, remove, take_role};
use app::{AccountId, Context, Error, Role};
use catalog::Catalog;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people::joined;

on_both_engines!(
    undoes_changes_of_a_department,
    leaves_a_department_that_is_used,
    undoes_the_giving_and_taking_of_roles,
    leaves_nobody_without_an_officer_or_a_role,
    brings_a_person_back,
    keeps_to_its_organization,
);

async fn newest(context: &Context) -> i64 {
    list(context, &Filter::default(), Place::Newest, 1).await.unwrap().entries[0].sequence
}

async fn names(context: &Context) -> Vec<String> {
    department::list(context).await.unwrap().into_iter().map(|department| department.name).collect()
}

async fn roles(context: &Context, account: AccountId) -> Vec<Role> {
    match app::people::find(context, account).await {
        Ok(person) => person.roles.into_iter().map(|held| held.role).collect(),
        Err(Error::NotFound(_)) => Vec::new(),
        Err(error) => panic!("{error:?}"),
    }
}

fn refused(result: Result<(), Error>) -> String {
    match result {
        Err(Error::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

async fn undoes_changes_of_a_department(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let sales = department::add(officer, "営業部").await.unwrap();
    let added = newest(officer).await;
    department::rename(officer, sales.id, "営業本部").await.unwrap();
    let renamed = newest(officer).await;
    let overtaken = refused(undo(officer, &catalog, added).await);
    assert!(overtaken.contains("『部署名』が「営業部」から「営業本部」に"), "{overtaken}");
    assert_eq!(
        find(officer, &catalog, renamed).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::SetBack, without_approval: false }
    );
    undo(officer, &catalog, renamed).await.unwrap();
    assert_eq!(names(officer).await, ["営業部"]);

    department::remove(officer, sales.id).await.unwrap();
    let removed = newest(officer).await;
    assert_eq!(
        find(officer, &catalog, removed).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::BringBack, without_approval: false }
    );
    undo(officer, &catalog, removed).await.unwrap();
    assert_eq!(department::list(officer).await.unwrap(), std::slice::from_ref(&sales), "with the same id");
    assert_eq!(find(officer, &catalog, removed).await.unwrap().undoing, Undoing::Done(newest(officer).await));
    undo(officer, &catalog, newest(officer).await).await.unwrap();
    assert_eq!(names(officer).await, Vec::<String>::new(), "the undoing was undone");

    department::add(officer, "営業部").await.unwrap();
    let taken = refused(undo(officer, &catalog, removed).await);
    assert!(taken.contains("部署「営業部」はもうあります"), "{taken}");
    assert!(verify(officer).await.unwrap().is_whole());
}

async fn leaves_a_department_that_is_used(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let sales = department::add(officer, "営業部").await.unwrap();
    let added = newest(officer).await;
    let (taro, _) = joined(&company, officer, "taro@example.jp", Role::DepartmentManager, Some(sales.id)).await;
    let used = refused(undo(officer, &catalog, added).await);
    assert!(used.contains("役割1件で使われている"), "{used}");
    assert_eq!(names(officer).await, ["営業部"]);

    // A role of a department that is gone is not given back into nothing.
    let employee = NewRole { account: taro, role: Some(Role::Employee), department: None };
    add_role(officer, employee).await.unwrap();
    let managing = app::people::find(officer, taro).await.unwrap().roles[0].id;
    take_role(officer, managing).await.unwrap();
    let taken = newest(officer).await;
    department::remove(officer, sales.id).await.unwrap();
    let gone = refused(undo(officer, &catalog, taken).await);
    assert!(gone.contains("部署が削除されています"), "{gone}");
    undo(officer, &catalog, newest(officer).await).await.unwrap();
    undo(officer, &catalog, taken).await.unwrap();
    let held = app::people::find(officer, taro).await.unwrap().roles;
    let managing = held.iter().find(|held| held.role == Role::DepartmentManager).unwrap();
    assert_eq!((held.len(), &managing.department), (2, &Some(sales)));
}

async fn undoes_the_giving_and_taking_of_roles(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let (taro, _) = joined(&company, officer, "taro@example.jp", Role::Employee, None).await;
    let auditor = NewRole { account: taro, role: Some(Role::Auditor), department: None };
    let held = add_role(officer, auditor.clone()).await.unwrap();
    let given = newest(officer).await;
    assert_eq!(
        find(officer, &catalog, given).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::Remove, without_approval: false }
    );
    undo(officer, &catalog, given).await.unwrap();
    assert_eq!(roles(officer, taro).await, [Role::Employee]);
    undo(officer, &catalog, newest(officer).await).await.unwrap();
    assert_eq!(roles(officer, taro).await, [Role::Employee, Role::Auditor]);
    take_role(officer, held).await.unwrap();
    let taken = newest(officer).await;
    assert!(refused(undo(officer, &catalog, given).await).contains("削除されています"));
    undo(officer, &catalog, taken).await.unwrap();
    assert_eq!(roles(officer, taro).await, [Role::Employee, Role::Auditor]);

    // Given anew meanwhile: not twice.
    take_role(officer, held).await.unwrap();
    let taken = newest(officer).await;
    add_role(officer, auditor).await.unwrap();
    let twice = refused(undo(officer, &catalog, taken).await);
    assert!(twice.contains("もう「点検責任者」の役割を持っています"), "{twice}");
    assert!(verify(officer).await.unwrap().is_whole());
}

async fn leaves_nobody_without_an_officer_or_a_role(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    // Record 2 made 見本花子 情報セキュリティ責任者.
    let last = refused(undo(officer, &catalog, 2).await);
    assert!(last.contains("役割はこれだけです"), "{last}");
    let own = officer.account().unwrap();
    add_role(officer, NewRole { account: own, role: Some(Role::Employee), department: None }).await.unwrap();
    let left = refused(undo(officer, &catalog, 2).await);
    assert!(left.contains("情報セキュリティ責任者がいなくなる"), "{left}");
    assert_eq!(roles(officer, own).await, [Role::SecurityOfficer, Role::Employee]);
}

async fn brings_a_person_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let (taro, _) = joined(&company, officer, "taro@example.jp", Role::Consultant, None).await;
    remove(officer, taro).await.unwrap();
    let removed = newest(officer).await;
    assert_eq!(roles(officer, taro).await, []);
    undo(officer, &catalog, removed).await.unwrap();
    assert_eq!(roles(officer, taro).await, [Role::Consultant]);
}

async fn keeps_to_its_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    department::add(&company.officer, "営業部").await.unwrap();
    let added = newest(&company.officer).await;
    assert!(matches!(undo(&company.elsewhere(), &catalog, added).await, Err(Error::NotFound(_))));
    for role in Role::ALL.into_iter().filter(|role| *role != Role::SecurityOfficer) {
        let result = undo(&company.with_role(role, None), &catalog, added).await;
        assert!(matches!(result, Err(Error::Forbidden)), "{role:?}");
    }
    assert_eq!(names(&company.officer).await, ["営業部"]);
}
