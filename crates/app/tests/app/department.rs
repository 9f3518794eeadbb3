//! 部署: works / who may / other organization.

use app::asset::{self, Input};
use app::invitation::{self, NewInvitation};
use app::organization::department::{add, all, list, remove, rename};
use app::people::{NewRole, add_role, take_role};
use app::{Error, Permission, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::records::records;

on_both_engines!(
    is_added_renamed_and_removed,
    has_a_name_of_its_own,
    stays_while_it_is_used,
    is_changed_by_those_who_may,
    belongs_to_one_organization,
    is_added_once_by_two_at_a_time,
);

fn problem(error: Error) -> String {
    let Error::Invalid { problems } = error else { panic!("{error:?}") };
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].field, "name");
    problems[0].message.clone()
}

async fn is_added_renamed_and_removed(database: TemporaryDatabase) {
    let officer = company(&database.store).await.officer;
    let sales = add(&officer, "  営業部 ").await.unwrap();
    assert_eq!(sales.name, "営業部");
    let renamed = rename(&officer, sales.id, "営業本部").await.unwrap();
    assert_eq!(list(&officer).await.unwrap(), std::slice::from_ref(&renamed));
    // The same name once more is no change; another way to write one's own name is one.
    rename(&officer, sales.id, "営業本部").await.unwrap();
    rename(&officer, sales.id, "営業 本部").await.unwrap();
    remove(&officer, sales.id).await.unwrap();
    assert_eq!(list(&officer).await.unwrap(), []);
    assert!(matches!(remove(&officer, sales.id).await, Err(Error::NotFound("部署"))));
    let events: Vec<String> = records(&database).await.into_iter().filter(|line| line.contains("department")).collect();
    assert_eq!(
        events,
        [
            "created department 営業部",
            "changed department 営業本部",
            "changed department 営業 本部",
            "removed department 営業 本部",
        ]
    );
}

async fn has_a_name_of_its_own(database: TemporaryDatabase) {
    let officer = company(&database.store).await.officer;
    add(&officer, "システム課").await.unwrap();
    let message = problem(add(&officer, "ｼｽﾃﾑ 課").await.unwrap_err());
    assert!(message.contains("「システム課」はもうあります"), "{message}");
    let other = add(&officer, "総務課").await.unwrap();
    assert!(problem(rename(&officer, other.id, "システム課").await.unwrap_err()).contains("もうあります"));
    for unusable in ["", " 　", &"あ".repeat(101), "営業\n部"] {
        assert!(problem(add(&officer, unusable).await.unwrap_err()).contains("1〜100文字"));
    }
    assert_eq!(list(&officer).await.unwrap().len(), 2);
}

async fn stays_while_it_is_used(database: TemporaryDatabase) {
    let officer = company(&database.store).await.officer;
    let sales = add(&officer, "営業部").await.unwrap();
    let manager = Some(Role::DepartmentManager);
    let held = NewRole { account: officer.account().unwrap(), role: manager, department: Some(sales.id) };
    let role = add_role(&officer, held).await.unwrap();
    let wanted = NewInvitation { email: "b@example.jp".into(), role: manager, department: Some(sales.id) };
    let invitation = invitation::invite(&officer, wanted).await.unwrap().invitation;
    let input = Input {
        name: "顧客リスト".into(),
        department: "営業部".into(),
        medium: "paper".into(),
        confidentiality: Some(3),
        integrity: Some(2),
        availability: Some(2),
        ..Input::default()
    };
    let listed = asset::create(&officer, input).await.unwrap();
    let Err(Error::Refused(why)) = remove(&officer, sales.id).await else { panic!("must stay") };
    assert!(why.contains("「営業部」は情報資産1件、役割1件、招待1件で使われている"), "{why}");
    asset::remove(&officer, listed.id, listed.version).await.unwrap();
    take_role(&officer, role).await.unwrap();
    invitation::revoke(&officer, invitation.id).await.unwrap();
    remove(&officer, sales.id).await.unwrap();
    // What is over stays in the list, without the department.
    assert_eq!(invitation::list(&officer).await.unwrap()[0].department, None);
}

async fn is_changed_by_those_who_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let sales = add(&company.officer, "営業部").await.unwrap();
    let office = add(&company.officer, "総務部").await.unwrap();
    for role in Role::ALL {
        let department = role.of_department().then_some(office.id);
        let context = company.with_role(role, department);
        let reads = list(&context).await;
        match role {
            Role::Employee => assert!(matches!(reads, Err(Error::Forbidden))),
            Role::DepartmentManager => assert_eq!(reads.unwrap(), std::slice::from_ref(&office)),
            _ => assert_eq!(reads.unwrap().len(), 2),
        }
        assert_eq!(all(&context).await.is_ok(), role.allows(Permission::ReadPeople), "{role:?}");
        if !role.allows(Permission::EditOrganization) {
            assert!(matches!(add(&context, "開発部").await, Err(Error::Forbidden)), "{role:?}");
            assert!(matches!(rename(&context, sales.id, "開発部").await, Err(Error::Forbidden)), "{role:?}");
            assert!(matches!(remove(&context, sales.id).await, Err(Error::Forbidden)), "{role:?}");
        }
    }
    assert_eq!(list(&company.officer).await.unwrap(), [sales, office]);
}

async fn belongs_to_one_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let sales = add(&company.officer, "営業部").await.unwrap();
    let other = company.another("隣の会社").await;
    assert_eq!(list(&other).await.unwrap(), []);
    assert!(matches!(rename(&other, sales.id, "乗っ取り").await, Err(Error::NotFound("部署"))));
    assert!(matches!(remove(&other, sales.id).await, Err(Error::NotFound("部署"))));
    add(&other, "営業部").await.unwrap();
    assert_eq!(list(&company.officer).await.unwrap(), [sales]);
}

async fn is_added_once_by_two_at_a_time(database: TemporaryDatabase) {
    let officer = company(&database.store).await.officer;
    let _ = tokio::join!(list(&officer), list(&officer));
    let (one, two) = tokio::join!(add(&officer, "営業部"), add(&officer, "営業部"));
    assert!(one.is_ok() != two.is_ok());
    assert!(problem(one.and(two).unwrap_err()).contains("もうあります"));
}
