//! 招待: works / who may / other organization.

use std::time::Duration;

use app::account::{resume, sign_in};
use app::invitation::{
    Closed, Delivery, Issued, LASTS, NewInvitation, NewPerson, Opened, State, accept, invite, join, list, open, renew,
    revoke, send,
};
use app::mail::Mailer;
use app::organization::department;
use app::{Context, Error, InvitationId, Permission, Role, Secret, Visitor};
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people::joined;
use crate::records::records;

on_both_engines!(
    brings_a_new_person_in_once,
    brings_an_existing_account_in,
    is_for_one_address,
    ends_after_seven_days_and_is_renewed,
    is_taken_back,
    says_all_that_is_wrong,
    lets_one_of_two_in,
    asks_for_a_good_password,
    is_for_those_who_may,
    is_one_organizations,
    is_mailed,
);

fn wanted(email: &str, role: Role) -> NewInvitation {
    NewInvitation { email: email.into(), role: Some(role), department: None }
}

fn taro() -> NewPerson {
    NewPerson { name: "見本太郎".into(), password: PASSWORD.into() }
}

async fn closed(visitor: &Visitor, secret: &Secret) -> Closed {
    match open(visitor, secret).await.unwrap() {
        Opened::Closed(closed) => closed,
        Opened::Open(link) => panic!("open: {link:?}"),
    }
}

async fn issued(context: &Context) -> Issued {
    invite(context, wanted("taro@example.jp", Role::Auditor)).await.unwrap()
}

async fn brings_a_new_person_in_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let sales = department::add(&company.officer, "営業部").await.unwrap();
    let manager = NewInvitation { department: Some(sales.id), ..wanted(" Taro@example.jp ", Role::DepartmentManager) };
    let issued = invite(&company.officer, manager).await.unwrap();
    assert_eq!((issued.organization.as_str(), issued.invitation.email.as_str()), ("見本商事", "Taro@example.jp"));
    let Opened::Open(link) = open(visitor, &issued.secret).await.unwrap() else { panic!("must be open") };
    assert_eq!((link.organization_name.as_str(), link.has_account), ("見本商事", false));
    assert_eq!(link.invitation, issued.invitation);
    assert_eq!(link.invitation.department, Some(sales.clone()));
    assert_eq!(link.invitation.invited_by, "見本花子");
    let session = accept(visitor, &issued.secret, taro()).await.unwrap().session;
    let (organization, context) = resume(visitor, &session.hash()).await.unwrap().current.unwrap();
    assert_eq!(organization.id, company.organization);
    assert!(context.scope(Permission::EditAssets).unwrap().covers(Some(sales.id)));
    assert!(context.require(Permission::EditAssets).is_err());
    sign_in(visitor, "taro@example.jp", PASSWORD.into()).await.unwrap();
    assert_eq!(closed(visitor, &issued.secret).await, Closed::Accepted);
    assert!(matches!(accept(visitor, &issued.secret, taro()).await, Err(Error::Refused(_))));
    assert_eq!(list(&company.officer).await.unwrap()[0].state, State::Accepted);
    assert!(matches!(renew(&company.officer, issued.invitation.id).await, Err(Error::Refused(_))));
    assert!(matches!(revoke(&company.officer, issued.invitation.id).await, Err(Error::Refused(_))));
    assert_eq!(
        records(&database).await[3..],
        [
            "created invitation Taro@example.jp",
            "created account 見本太郎",
            "created membership 見本太郎：情報セキュリティ部門責任者",
            "accepted invitation Taro@example.jp",
            "signed-in account 見本太郎",
            "signed-in account 見本太郎",
        ]
    );
}

async fn brings_an_existing_account_in(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    joined(&company, &company.officer, "taro@example.jp", Role::Employee, None).await;
    let other = company.another("隣の会社").await;
    let issued = invite(&other, wanted("TARO@example.jp", Role::Consultant)).await.unwrap();
    let Opened::Open(link) = open(visitor, &issued.secret).await.unwrap() else { panic!("must be open") };
    assert!(link.has_account);
    assert!(matches!(accept(visitor, &issued.secret, taro()).await, Err(Error::Refused(_))), "no second account");
    let session = sign_in(visitor, "taro@example.jp", PASSWORD.into()).await.unwrap().session.hash();
    let signed = resume(visitor, &session).await.unwrap();
    assert_eq!(join(visitor, &signed, &issued.secret).await.unwrap(), other.organization);
    let signed = resume(visitor, &session).await.unwrap();
    assert_eq!(signed.memberships.len(), 2);
    let (organization, context) = signed.current.clone().unwrap();
    assert_eq!(organization.name, "隣の会社");
    assert!(context.allows(Permission::ImportAssets));
    assert!(matches!(join(visitor, &signed, &issued.secret).await, Err(Error::Refused(_))), "once");
}

async fn is_for_one_address(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let issued = issued(&company.officer).await;
    let (_, session) = joined(&company, &company.officer, "jiro@example.jp", Role::Employee, None).await;
    let jiro = resume(&company.visitor, &session).await.unwrap();
    let Err(Error::Refused(why)) = join(&company.visitor, &jiro, &issued.secret).await else { panic!("not his") };
    assert!(why.contains("「taro@example.jp」あて") && why.contains("「jiro@example.jp」で"), "{why}");
    assert!(matches!(open(&company.visitor, &issued.secret).await.unwrap(), Opened::Open(_)));
}

async fn ends_after_seven_days_and_is_renewed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let first = issued(&company.officer).await;
    company.clock.advance(LASTS - Duration::from_millis(1));
    assert!(matches!(open(visitor, &first.secret).await.unwrap(), Opened::Open(_)));
    company.clock.advance(Duration::from_millis(1));
    assert_eq!(closed(visitor, &first.secret).await, Closed::Expired);
    assert!(matches!(accept(visitor, &first.secret, taro()).await, Err(Error::Refused(_))));
    assert_eq!(list(&company.officer).await.unwrap()[0].state, State::Expired);
    let second = renew(&company.officer, first.invitation.id).await.unwrap();
    assert_eq!(second.invitation.state, State::Waiting);
    assert_eq!(list(&company.officer).await.unwrap(), std::slice::from_ref(&second.invitation));
    assert_eq!(closed(visitor, &first.secret).await, Closed::Unknown, "the old link is dead");
    accept(visitor, &second.secret, taro()).await.unwrap();
    assert!(records(&database).await.contains(&"changed invitation taro@example.jp".to_owned()));
}

async fn is_taken_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let issued = issued(&company.officer).await;
    revoke(&company.officer, issued.invitation.id).await.unwrap();
    assert_eq!(closed(&company.visitor, &issued.secret).await, Closed::Revoked);
    assert!(matches!(accept(&company.visitor, &issued.secret, taro()).await, Err(Error::Refused(_))));
    assert!(matches!(revoke(&company.officer, issued.invitation.id).await, Err(Error::Refused(_))));
    assert!(matches!(renew(&company.officer, issued.invitation.id).await, Err(Error::Refused(_))));
    assert_eq!(list(&company.officer).await.unwrap()[0].state, State::Revoked);
    assert_eq!(records(&database).await.last().unwrap(), "removed invitation taro@example.jp");
    // The address is free again.
    invite(&company.officer, wanted("taro@example.jp", Role::Employee)).await.unwrap();
}

async fn says_all_that_is_wrong(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let problems = async |wanted| match invite(&company.officer, wanted).await {
        Err(Error::Invalid { problems }) => {
            problems.into_iter().map(|problem| (problem.field.into_owned(), problem.message)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let fields = |problems: &[(String, String)]| problems.iter().map(|(field, _)| field.clone()).collect::<Vec<_>>();
    let nothing = problems(NewInvitation { email: " ".into(), role: None, department: None }).await;
    assert_eq!(fields(&nothing), ["email", "role"]);
    let no_department = problems(wanted("taro", Role::DepartmentManager)).await;
    assert_eq!(fields(&no_department), ["email", "department"]);
    let member = problems(wanted("HANAKO@example.jp", Role::Auditor)).await;
    assert!(member[0].1.contains("見本花子さんは、もうこの組織にいます"), "{member:?}");
    issued(&company.officer).await;
    let twice = problems(wanted("ｔａｒｏ@example.jp", Role::Auditor)).await;
    assert!(twice[0].1.contains("もう招待を出しています"), "{twice:?}");
    assert_eq!(list(&company.officer).await.unwrap().len(), 1);
    let made_up = Secret::received("0".repeat(43));
    assert_eq!(closed(&company.visitor, &made_up).await, Closed::Unknown);
}

async fn lets_one_of_two_in(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let issued = issued(&company.officer).await;
    let _ = tokio::join!(list(&company.officer), list(&company.officer));
    let (one, two) = tokio::join!(
        accept(&company.visitor, &issued.secret, taro()),
        accept(&company.visitor, &issued.secret, NewPerson { name: "別人".into(), ..taro() })
    );
    assert!(one.is_ok() != two.is_ok());
    assert!(matches!(one.and(two), Err(Error::Refused(_))));
    assert_eq!(app::people::list(&company.officer).await.unwrap().len(), 2);
}

async fn asks_for_a_good_password(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let issued = issued(&company.officer).await;
    let weak = NewPerson { name: String::new(), password: "taro@example.jp".into() };
    let Err(Error::Invalid { problems }) = accept(&company.visitor, &issued.secret, weak).await else {
        panic!("must be refused")
    };
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_ref()).collect();
    assert_eq!(fields, ["name", "password"]);
    accept(&company.visitor, &issued.secret, taro()).await.unwrap();
}

async fn is_for_those_who_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let boss = invite(&company.officer, wanted("boss@example.jp", Role::SecurityOfficer)).await.unwrap();
    let clerk = invite(&company.officer, wanted("clerk@example.jp", Role::Employee)).await.unwrap();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::SecurityOfficer) {
        let context = company.with_role(role, role.of_department().then(app::DepartmentId::new));
        let above = invite(&context, wanted("own@example.jp", Role::SecurityOfficer)).await;
        assert!(matches!(above, Err(Error::Forbidden)), "{role:?}");
        // A link to more than one's own would be a way up.
        assert!(matches!(renew(&context, boss.invitation.id).await, Err(Error::Forbidden)), "{role:?}");
        assert!(matches!(revoke(&context, boss.invitation.id).await, Err(Error::Forbidden)), "{role:?}");
        let manages = role == Role::SystemAdministrator;
        assert_eq!(renew(&context, clerk.invitation.id).await.is_ok(), manages, "{role:?}");
        let own = invite(&context, wanted("new@example.jp", Role::Employee)).await;
        assert_eq!(own.is_ok(), manages, "{role:?}");
        if let Ok(own) = own {
            revoke(&context, own.invitation.id).await.unwrap();
        }
    }
    assert!(matches!(open(&company.visitor, &boss.secret).await.unwrap(), Opened::Open(_)), "as it was");
}

async fn is_one_organizations(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let issued = issued(&company.officer).await;
    let other = company.another("隣の会社").await;
    assert_eq!(list(&other).await.unwrap(), []);
    for id in [issued.invitation.id, InvitationId::new()] {
        assert!(matches!(renew(&other, id).await, Err(Error::NotFound("招待"))));
        assert!(matches!(revoke(&other, id).await, Err(Error::NotFound("招待"))));
    }
    // Another organization may invite the same address, and learns nothing by it.
    invite(&other, wanted("taro@example.jp", Role::Employee)).await.unwrap();
    let foreign = department::add(&company.officer, "営業部").await.unwrap();
    let into = NewInvitation { department: Some(foreign.id), ..wanted("jiro@example.jp", Role::DepartmentManager) };
    assert!(matches!(invite(&other, into).await, Err(Error::Invalid { .. })));
    assert!(matches!(open(&company.visitor, &issued.secret).await.unwrap(), Opened::Open(_)));
}

async fn is_mailed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let issued = issued(&company.officer).await;
    let link = format!("http://127.0.0.1:8080/invitations/{}", issued.secret.reveal());
    assert_eq!(send(&Mailer::None, &issued, &link).await, Delivery::NotConfigured);
    let kept = std::sync::Arc::default();
    assert_eq!(send(&Mailer::Memory(std::sync::Arc::clone(&kept)), &issued, &link).await, Delivery::Sent);
    let mails = kept.lock().unwrap();
    let [mail] = mails.as_slice() else { panic!("one mail: {mails:?}") };
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("taro@example.jp", "見本商事：Sonaeへの招待"));
    for part in ["見本商事の見本花子さんから", "役割：点検責任者", "2026年12月1日 9時00分まで", link.as_str()]
    {
        assert!(mail.text.contains(part), "{part} is not in {}", mail.text);
    }
}
