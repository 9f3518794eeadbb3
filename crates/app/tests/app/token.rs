//! APIトークン: works / who may / other organization.

use std::time::Duration;

use app::token::{LONGEST_DAYS, NewToken, Token, TokenScope, USUAL_DAYS, create, create_signed, list, resume, revoke};
use app::{AccountId, Actor, Channel, Context, Error, Permission, Role, Secret, Visitor};
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people::joined;
use crate::people_of_tests::signed_in;
use crate::records::records;

on_both_engines!(
    opens_what_its_owner_may,
    reads_only_where_it_says_so,
    ends_by_time_and_by_hand,
    follows_its_owners_roles,
    is_made_for_oneself_alone,
    makes_no_more_tokens,
    is_of_one_organization,
    says_what_is_wrong,
    keeps_no_secret,
    asks_the_password_again_on_a_screen,
);

fn wanted(account: AccountId, scope: TokenScope) -> NewToken {
    NewToken { account, name: "在庫システム".into(), scope, days: USUAL_DAYS }
}

async fn made(context: &Context, scope: TokenScope) -> (Token, Secret) {
    create(context, wanted(context.account().unwrap(), scope)).await.unwrap()
}

/// Somebody who comes through the API.
fn knocking(company: &Company) -> Visitor {
    Visitor::new(company.visitor.store().clone(), company.clock.clone(), Channel::Api)
}

async fn opens_what_its_owner_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (token, secret) = made(&company.officer, TokenScope::Write).await;
    let context = resume(&knocking(&company), &secret).await.unwrap();
    assert_eq!(context.organization, company.organization);
    assert_eq!(context.account(), company.officer.account());
    assert_eq!(context.actor_name(), "見本花子");
    assert_eq!(context.channel, Channel::Api);
    assert!(Permission::ALL.into_iter().all(|permission| context.allows(permission)));
    let listed = list(&company.officer).await.unwrap();
    assert_eq!(listed, [Token { used_at: Some(company.visitor.now()), ..token }]);
}

async fn reads_only_where_it_says_so(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (_, secret) = made(&company.officer, TokenScope::Read).await;
    let context = resume(&knocking(&company), &secret).await.unwrap();
    assert!(context.allows(Permission::ReadAssets));
    for closed in [Permission::EditAssets, Permission::ImportAssets, Permission::ManagePeople, Permission::UseApi] {
        assert!(!context.allows(closed), "{closed:?}");
    }
    assert!(matches!(list(&context).await, Err(Error::Forbidden)));
}

async fn ends_by_time_and_by_hand(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let knocking = knocking(&company);
    let (_, lasting) = made(&company.officer, TokenScope::Read).await;
    let (token, revoked) = made(&company.officer, TokenScope::Read).await;
    revoke(&company.officer, token.id).await.unwrap();
    assert!(matches!(resume(&knocking, &revoked).await, Err(Error::SignedOut)));
    revoke(&company.officer, token.id).await.unwrap();
    let days = u64::from(USUAL_DAYS) * 24 * 60 * 60;
    company.clock.advance(Duration::from_secs(days - 1));
    assert!(resume(&knocking, &lasting).await.is_ok());
    company.clock.advance(Duration::from_secs(1));
    assert!(matches!(resume(&knocking, &lasting).await, Err(Error::SignedOut)));
    let unknown = Secret::received("sonae_unknown");
    assert!(matches!(resume(&knocking, &unknown).await, Err(Error::SignedOut)));
    let events = records(&database).await;
    let about = events.iter().filter(|event| event.contains(" token ")).count();
    assert_eq!(about, 3, "two made, one withdrawn, once: {events:?}");
}

async fn follows_its_owners_roles(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (taro, _) = joined(&company, &company.officer, "taro@example.jp", Role::Consultant, None).await;
    let operator = company.visitor.operator(company.organization);
    let (_, secret) = create(&operator, wanted(taro, TokenScope::Write)).await.unwrap();
    let context = resume(&knocking(&company), &secret).await.unwrap();
    assert!(context.allows(Permission::EditAssets) && !context.allows(Permission::ManagePeople));
    app::people::remove(&company.officer, taro).await.unwrap();
    assert!(matches!(resume(&knocking(&company), &secret).await, Err(Error::SignedOut)));
    let (jiro, _) = joined(&company, &company.officer, "jiro@example.jp", Role::Auditor, None).await;
    let refused = create(&operator, wanted(jiro, TokenScope::Read)).await;
    assert!(matches!(refused, Err(Error::Forbidden)), "an auditor has no API: {refused:?}");
}

async fn is_made_for_oneself_alone(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let own = company.officer.account().unwrap();
    let (taro, _) = joined(&company, &company.officer, "taro@example.jp", Role::Consultant, None).await;
    for role in Role::ALL {
        let context = company.with_role(role, None);
        let expected = context.allows(Permission::UseApi);
        let made = create(&context, wanted(own, TokenScope::Read)).await;
        assert_eq!(made.is_ok(), expected, "{role:?}");
        assert!(matches!(create(&context, wanted(taro, TokenScope::Read)).await, Err(Error::Forbidden)), "{role:?}");
    }
    let (token, _) = made(&company.officer, TokenScope::Read).await;
    let mut consultant = company.with_role(Role::Consultant, None);
    if let Actor::Person { account, .. } = &mut consultant.actor {
        *account = taro;
    }
    assert_eq!(list(&consultant).await.unwrap(), []);
    assert!(matches!(revoke(&consultant, token.id).await, Err(Error::NotFound(_))));
    let employee = company.with_role(Role::Employee, None);
    assert!(matches!(list(&employee).await, Err(Error::Forbidden)));
    assert!(matches!(revoke(&employee, token.id).await, Err(Error::Forbidden)));
    let administrator = company.with_role(Role::SystemAdministrator, None);
    revoke(&administrator, token.id).await.unwrap();
}

async fn makes_no_more_tokens(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (_, secret) = made(&company.officer, TokenScope::Write).await;
    let context = resume(&knocking(&company), &secret).await.unwrap();
    let refused = create(&context, wanted(context.account().unwrap(), TokenScope::Write)).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
}

async fn is_of_one_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let elsewhere = company.another("隣の会社").await;
    let (token, secret) = made(&company.officer, TokenScope::Write).await;
    assert_eq!(resume(&knocking(&company), &secret).await.unwrap().organization, company.organization);
    assert_eq!(list(&elsewhere).await.unwrap(), []);
    assert!(matches!(revoke(&elsewhere, token.id).await, Err(Error::NotFound(_))));
    let operator = company.visitor.operator(company.elsewhere().organization);
    let account = company.officer.account().unwrap();
    assert!(matches!(create(&operator, wanted(account, TokenScope::Read)).await, Err(Error::NotFound(_))));
    assert!(resume(&knocking(&company), &secret).await.is_ok());
}

async fn says_what_is_wrong(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let account = company.officer.account().unwrap();
    for (name, days, expected) in
        [("", USUAL_DAYS, vec!["name"]), ("在庫", 0, vec!["days"]), ("在\n庫", LONGEST_DAYS + 1, vec!["name", "days"])]
    {
        let wanted = NewToken { account, name: name.into(), scope: TokenScope::Read, days };
        let Err(Error::Invalid { problems }) = create(&company.officer, wanted).await else { panic!("{name}") };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_ref()).collect();
        assert_eq!(fields, expected);
    }
}

/// Neither the database nor the log holds what opens it.
async fn keeps_no_secret(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (_, secret) = made(&company.officer, TokenScope::Write).await;
    assert!(secret.reveal().starts_with("sonae_") && secret.reveal().len() == 49);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.zip");
    app::store::backup::backup(&database.store, &path, false, company.visitor.now(), &|_, _| {}).await.unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    for index in 0..archive.len() {
        let text = std::io::read_to_string(archive.by_index(index).unwrap()).unwrap();
        assert!(!text.contains(&secret.reveal()[6..]));
    }
}

async fn asks_the_password_again_on_a_screen(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (visitor, officer) = (&company.visitor, &company.officer);
    let signed = signed_in(visitor).await;
    let wanted = || wanted(officer.account().unwrap(), TokenScope::Read);
    let wrong = create_signed(visitor, &signed, officer, "wrong-password-27".into(), wanted()).await;
    let Err(Error::Invalid { problems }) = wrong else { panic!("{wrong:?}") };
    assert_eq!(problems[0].field, "password");
    assert_eq!(list(officer).await.unwrap(), []);
    let (token, secret) = create_signed(visitor, &signed, officer, PASSWORD.into(), wanted()).await.unwrap();
    assert_eq!(list(officer).await.unwrap(), [token]);
    assert!(resume(&knocking(&company), &secret).await.is_ok());
    let employee = company.with_role(Role::Employee, None);
    let closed = create_signed(visitor, &signed, &employee, PASSWORD.into(), wanted()).await;
    assert!(matches!(closed, Err(Error::Forbidden)), "{closed:?}");
    for _ in 0..5 {
        let _ = create_signed(visitor, &signed, officer, "wrong-password-27".into(), wanted()).await;
    }
    let throttled = create_signed(visitor, &signed, officer, PASSWORD.into(), wanted()).await;
    assert!(matches!(throttled, Err(Error::TooManyAttempts { .. })), "{throttled:?}");
}
