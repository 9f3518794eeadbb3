//! 人と役割: works / who may / other organization.

use std::collections::BTreeMap;

use app::account::{resume, sign_in};
use app::invitation::{self, NewInvitation, NewPerson, State};
use app::organization::department;
use app::people::{NewRole, Person, add_role, find, list, may_give, offered, remove, switch_organization, take_role};
use app::token::{self, NewToken, TokenScope};
use app::{AccountId, Actor, Context, DepartmentId, Error, MembershipId, OrganizationId, Permission, Role, SecretHash};
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::records::records;

on_both_engines!(
    get_and_lose_roles,
    leave_at_once,
    always_keep_an_officer,
    keep_an_officer_when_two_go_at_a_time,
    give_only_what_they_have,
    are_seen_by_those_who_may,
    belong_to_one_organization,
    look_only_at_their_own_organizations,
    take_their_invitations_with_them,
    take_their_tokens_with_them,
);

/// Lets somebody new in; answers who, and their session.
pub async fn joined(
    company: &Company,
    inviter: &Context,
    email: &str,
    role: Role,
    department: Option<DepartmentId>,
) -> (AccountId, SecretHash) {
    let wanted = NewInvitation { email: email.into(), role: Some(role), department };
    let issued = invitation::invite(inviter, wanted).await.unwrap();
    let person = NewPerson { name: format!("{email}の人"), password: PASSWORD.into() };
    let session = invitation::accept(&company.visitor, &issued.secret, person).await.unwrap().session.hash();
    (resume(&company.visitor, &session).await.unwrap().account.id, session)
}

fn wanted(account: AccountId, role: Role) -> NewRole {
    NewRole { account, role: Some(role), department: None }
}

fn roles(person: &Person) -> Vec<(Role, Option<&str>)> {
    let roles = person.roles.iter();
    roles.map(|held| (held.role, held.department.as_ref().map(|department| department.name.as_str()))).collect()
}

async fn get_and_lose_roles(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let sales = department::add(officer, "営業部").await.unwrap();
    let (taro, session) = joined(&company, officer, "taro@example.jp", Role::Employee, None).await;
    let manager = NewRole { account: taro, role: Some(Role::DepartmentManager), department: Some(sales.id) };
    add_role(officer, manager.clone()).await.unwrap();
    let people = list(officer).await.unwrap();
    assert_eq!(
        people.iter().map(|person| person.email.as_str()).collect::<Vec<_>>(),
        ["hanako@example.jp", "taro@example.jp"]
    );
    assert_eq!(roles(&people[1]), [(Role::Employee, None), (Role::DepartmentManager, Some("営業部"))]);
    assert_eq!(find(officer, taro).await.unwrap(), people[1]);
    // A role counts from the next request on, without signing in again.
    let (_, context) = resume(&company.visitor, &session).await.unwrap().current.unwrap();
    assert!(context.allows(Permission::EditAssets));
    let Err(Error::Refused(why)) = add_role(officer, manager).await else { panic!("twice the same") };
    assert!(why.contains("もう「情報セキュリティ部門責任者」の役割を持って"), "{why}");
    take_role(officer, people[1].roles[1].id).await.unwrap();
    let (_, context) = resume(&company.visitor, &session).await.unwrap().current.unwrap();
    assert!(!context.allows(Permission::EditAssets));
    assert!(matches!(take_role(officer, people[1].roles[1].id).await, Err(Error::NotFound("役割"))));
    let Err(Error::Refused(why)) = take_role(officer, people[1].roles[0].id).await else { panic!("the last role") };
    assert!(why.contains("組織から外す"), "{why}");
    let problems = |error| match error {
        Error::Invalid { problems } => problems.into_iter().map(|problem| problem.field.into_owned()).collect(),
        other => vec![format!("{other:?}")],
    };
    let nothing = NewRole { account: taro, role: None, department: None };
    assert_eq!(problems(add_role(officer, nothing).await.unwrap_err()), ["role"]);
    let no_department = wanted(taro, Role::DepartmentManager);
    assert_eq!(problems(add_role(officer, no_department).await.unwrap_err()), ["department"]);
    let unknown = NewRole { department: Some(DepartmentId::new()), ..wanted(taro, Role::DepartmentManager) };
    assert_eq!(problems(add_role(officer, unknown).await.unwrap_err()), ["department"]);
    let needless = NewRole { department: Some(sales.id), ..wanted(taro, Role::Auditor) };
    assert_eq!(problems(add_role(officer, needless).await.unwrap_err()), ["department"]);
    let events: Vec<String> = records(&database).await.into_iter().filter(|line| line.contains("membership")).collect();
    assert_eq!(
        events,
        [
            "created membership 見本花子：情報セキュリティ責任者",
            "created membership taro@example.jpの人：従業員",
            "created membership taro@example.jpの人：情報セキュリティ部門責任者",
            "removed membership taro@example.jpの人：情報セキュリティ部門責任者",
        ]
    );
}

async fn leave_at_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (taro, session) = joined(&company, &company.officer, "taro@example.jp", Role::Auditor, None).await;
    assert!(resume(&company.visitor, &session).await.unwrap().current.is_some());
    remove(&company.officer, taro).await.unwrap();
    let left = resume(&company.visitor, &session).await.unwrap();
    assert!(left.current.is_none() && left.memberships.is_empty());
    assert!(matches!(find(&company.officer, taro).await, Err(Error::NotFound("人"))));
    assert!(matches!(remove(&company.officer, taro).await, Err(Error::NotFound("人"))));
    let again = wanted(taro, Role::Auditor);
    assert!(matches!(add_role(&company.officer, again).await, Err(Error::NotFound("人"))));
    assert_eq!(records(&database).await.last().unwrap(), "removed membership taro@example.jpの人：点検責任者");
}

async fn always_keep_an_officer(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let hanako = company.officer.account().unwrap();
    let alone = remove(&company.officer, hanako).await.unwrap_err();
    assert!(alone.to_string().contains("情報セキュリティ責任者がいなくなる"), "{alone}");
    add_role(&company.officer, wanted(hanako, Role::Auditor)).await.unwrap();
    let own = find(&company.officer, hanako).await.unwrap().roles[0].id;
    assert!(matches!(take_role(&company.officer, own).await, Err(Error::Refused(_))));
    assert_eq!(roles(&find(&company.officer, hanako).await.unwrap()).len(), 2, "nothing was taken");
    joined(&company, &company.officer, "jiro@example.jp", Role::SecurityOfficer, None).await;
    take_role(&company.officer, own).await.unwrap();
    assert_eq!(roles(&find(&company.officer, hanako).await.unwrap()), [(Role::Auditor, None)]);
}

async fn keep_an_officer_when_two_go_at_a_time(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let hanako = company.officer.account().unwrap();
    let (jiro, _) = joined(&company, &company.officer, "jiro@example.jp", Role::SecurityOfficer, None).await;
    // Two open connections: else the second waits for its own, and they do not meet.
    let _ = tokio::join!(list(&company.officer), list(&company.officer));
    let (one, two) = tokio::join!(remove(&company.officer, hanako), remove(&company.officer, jiro));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert_eq!(list(&company.officer).await.unwrap().len(), 1);
}

async fn give_only_what_they_have(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let sales = department::add(&company.officer, "営業部").await.unwrap();
    let (taro, _) = joined(&company, &company.officer, "taro@example.jp", Role::Employee, None).await;
    let mut given: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for giver in Role::ALL {
        let context = company.with_role(giver, giver.of_department().then_some(sales.id));
        for role in Role::ALL {
            let department = role.of_department().then_some(sales.id);
            let held = add_role(&context, NewRole { account: taro, role: Some(role), department }).await;
            assert_eq!(may_give(&context, role, department), !matches!(held, Err(Error::Forbidden)));
            match held {
                Ok(held) => take_role(&context, held).await.unwrap(),
                Err(Error::Forbidden) => {
                    // Who may not give it may not take it either.
                    let wanted = NewRole { account: taro, role: Some(role), department };
                    let Ok(held) = add_role(&company.officer, wanted).await else { continue };
                    assert!(matches!(take_role(&context, held).await, Err(Error::Forbidden)), "{giver:?} {role:?}");
                    assert!(matches!(remove(&context, taro).await, Err(Error::Forbidden)), "{giver:?} {role:?}");
                    take_role(&company.officer, held).await.unwrap();
                    continue;
                }
                Err(Error::Refused(_)) if role == Role::Employee => {}
                Err(other) => panic!("{other:?}"),
            }
            given.entry(giver.id()).or_default().push(role.id());
        }
    }
    let all: Vec<&str> = Role::ALL.map(Role::id).to_vec();
    let plain = vec!["system-administrator", "training-officer", "auditor", "employee"];
    assert_eq!(given, BTreeMap::from([("security-officer", all), ("system-administrator", plain.clone())]));
    let administrator = company.with_role(Role::SystemAdministrator, None);
    assert_eq!(offered(&administrator).into_iter().map(Role::id).collect::<Vec<_>>(), plain);
    // With a department's rights of their own they may share those, and no other department's.
    let mut both = administrator;
    if let Actor::Person { roles, .. } = &mut both.actor {
        roles.push((Role::DepartmentManager, Some(sales.id)));
    }
    assert!(may_give(&both, Role::DepartmentManager, Some(sales.id)));
    assert!(!may_give(&both, Role::DepartmentManager, Some(DepartmentId::new())));
    assert!(!may_give(&both, Role::DepartmentManager, None));
    // A token that only reads gives nothing.
    let mut reading = company.officer.clone();
    if let Actor::Person { read_only, .. } = &mut reading.actor {
        *read_only = true;
    }
    assert!(offered(&reading).is_empty() && list(&reading).await.is_ok());
}

async fn are_seen_by_those_who_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for role in Role::ALL {
        let context = company.with_role(role, role.of_department().then(DepartmentId::new));
        let sees =
            matches!(role, Role::TopManagement | Role::SecurityOfficer | Role::SystemAdministrator | Role::Auditor);
        assert_eq!(list(&context).await.is_ok(), sees, "{role:?}");
        assert_eq!(invitation::list(&context).await.is_ok(), sees, "{role:?}");
    }
}

async fn belong_to_one_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (taro, _) = joined(&company, &company.officer, "taro@example.jp", Role::Auditor, None).await;
    let held = find(&company.officer, taro).await.unwrap().roles[0].id;
    let other = company.another("隣の会社").await;
    assert_eq!(list(&other).await.unwrap().len(), 1, "only its own officer");
    assert!(matches!(find(&other, taro).await, Err(Error::NotFound("人"))));
    assert!(matches!(remove(&other, taro).await, Err(Error::NotFound("人"))));
    assert!(matches!(add_role(&other, wanted(taro, Role::Auditor)).await, Err(Error::NotFound("人"))));
    assert!(matches!(take_role(&other, held).await, Err(Error::NotFound("役割"))));
    assert!(matches!(take_role(&other, MembershipId::new()).await, Err(Error::NotFound("役割"))));
    assert!(matches!(remove(&company.elsewhere(), taro).await, Err(Error::NotFound("組織"))));
    assert!(find(&company.officer, taro).await.is_ok());
    // Somebody of both who leaves one stays in the other.
    let hanako = company.officer.account().unwrap();
    let third = NewInvitation { email: "jiro@example.jp".into(), role: Some(Role::SecurityOfficer), department: None };
    let issued = invitation::invite(&other, third).await.unwrap();
    let jiro = NewPerson { name: "次郎".into(), password: PASSWORD.into() };
    invitation::accept(&company.visitor, &issued.secret, jiro).await.unwrap();
    remove(&other, hanako).await.unwrap();
    assert!(find(&company.officer, hanako).await.is_ok());
}

async fn look_only_at_their_own_organizations(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let other = company.another("隣の会社").await;
    let hanako = sign_in(&company.visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap().session.hash();
    let signed = resume(&company.visitor, &hanako).await.unwrap();
    assert_eq!(signed.memberships.len(), 2);
    switch_organization(&company.visitor, &signed, other.organization).await.unwrap();
    let now = resume(&company.visitor, &hanako).await.unwrap().current.unwrap();
    assert_eq!((now.0.name.as_str(), now.1.organization), ("隣の会社", other.organization));
    assert_eq!(records(&database).await.last().unwrap(), "signed-in account 見本花子（組織の切り替え）");
    let (_, session) = joined(&company, &company.officer, "taro@example.jp", Role::SecurityOfficer, None).await;
    let taro = resume(&company.visitor, &session).await.unwrap();
    for foreign in [other.organization, OrganizationId::new()] {
        let refused = switch_organization(&company.visitor, &taro, foreign).await;
        assert!(matches!(refused, Err(Error::NotFound("組織"))));
    }
    let still = resume(&company.visitor, &session).await.unwrap().current.unwrap();
    assert_eq!(still.1.organization, company.organization);
}

async fn take_their_invitations_with_them(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (jiro, session) = joined(&company, &company.officer, "jiro@example.jp", Role::SecurityOfficer, None).await;
    add_role(&company.officer, wanted(jiro, Role::SystemAdministrator)).await.unwrap();
    let (_, context) = resume(&company.visitor, &session).await.unwrap().current.unwrap();
    for (email, role) in [("boss@example.jp", Role::SecurityOfficer), ("clerk@example.jp", Role::Employee)] {
        let wanted = NewInvitation { email: email.into(), role: Some(role), department: None };
        invitation::invite(&context, wanted).await.unwrap();
    }
    let states = async || {
        let invitations = invitation::list(&company.officer).await.unwrap();
        invitations.into_iter().take(2).map(|invitation| (invitation.email, invitation.state)).collect::<Vec<_>>()
    };
    // No officer any more, still an administrator: what an administrator may not give is taken back.
    take_role(&company.officer, find(&company.officer, jiro).await.unwrap().roles[0].id).await.unwrap();
    let (clerk, boss) = ("clerk@example.jp".to_owned(), "boss@example.jp".to_owned());
    assert_eq!(states().await, [(clerk.clone(), State::Waiting), (boss.clone(), State::Revoked)]);
    remove(&company.officer, jiro).await.unwrap();
    assert_eq!(states().await, [(clerk, State::Revoked), (boss, State::Revoked)]);
}

async fn take_their_tokens_with_them(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (taro, session) = joined(&company, &company.officer, "taro@example.jp", Role::SystemAdministrator, None).await;
    let (_, context) = resume(&company.visitor, &session).await.unwrap().current.unwrap();
    let wanted = NewToken { account: taro, name: "点検用".into(), scope: TokenScope::Read, days: 30 };
    let (_, secret) = token::create(&context, wanted).await.unwrap();
    token::resume(&company.visitor, &secret).await.unwrap();
    remove(&company.officer, taro).await.unwrap();
    assert!(matches!(token::resume(&company.visitor, &secret).await, Err(Error::SignedOut)));
    // Nor does it come to life when the person comes back.
    let again =
        NewInvitation { email: "taro@example.jp".into(), role: Some(Role::SystemAdministrator), department: None };
    let issued = invitation::invite(&company.officer, again).await.unwrap();
    let signed = resume(&company.visitor, &session).await.unwrap();
    invitation::join(&company.visitor, &signed, &issued.secret).await.unwrap();
    assert!(matches!(token::resume(&company.visitor, &secret).await, Err(Error::SignedOut)));
    assert!(records(&database).await.contains(&"removed token 点検用".to_owned()));
}
