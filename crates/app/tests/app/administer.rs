//! アカウント, for the operator at the machine: works / who may / every organization hears of it.

use app::account::administer::{disable, enable, find, list, reset_second_factor};
use app::account::{resume, sign_in};
use app::{AccountId, Channel, Clock, Error, Role, Visitor};
use sea_orm::Statement;
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people::joined;
use crate::people_of_tests::run;
use crate::records::records;

on_both_engines!(
    stops_an_account_and_lets_it_go_on,
    takes_the_second_step_away,
    is_for_the_machine_alone,
    shows_everybody
);

const EMAIL: &str = "hanako@example.jp";

/// The person at the machine itself.
fn machine(company: &Company) -> Visitor {
    Visitor::new(company.visitor.store().clone(), company.clock.clone(), Channel::Command)
}

async fn stops_an_account_and_lets_it_go_on(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    company.another("隣の会社").await;
    let machine = machine(&company);
    let session = sign_in(&company.visitor, EMAIL, PASSWORD.into()).await.unwrap().session.hash();
    let before = records(&database).await.len();
    assert_eq!(disable(&machine, " Hanako@example.jp ").await.unwrap().unwrap().name, "見本花子");
    assert!(disable(&machine, EMAIL).await.unwrap().is_none(), "it is stopped already");
    assert!(matches!(resume(&company.visitor, &session).await, Err(Error::SignedOut)));
    assert!(sign_in(&company.visitor, EMAIL, PASSWORD.into()).await.is_err());
    assert!(find(&machine, EMAIL).await.unwrap().disabled);
    enable(&machine, EMAIL).await.unwrap().unwrap();
    assert!(matches!(resume(&company.visitor, &session).await, Err(Error::SignedOut)), "the old session stays ended");
    assert!(sign_in(&company.visitor, EMAIL, PASSWORD.into()).await.is_ok());
    let told = records(&database).await;
    let told = told.iter().filter(|record| record.starts_with("changed account 見本花子")).count();
    assert_eq!(told, 4, "stopped and let go on, in the logs of two organizations");
    assert!(before > 0);
}

async fn takes_the_second_step_away(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let machine = machine(&company);
    let account = company.officer.account().unwrap();
    give_second_factors(&database, account).await;
    let known = find(&machine, EMAIL).await.unwrap();
    assert!(known.two_steps && known.passkeys == 1);
    let session = sign_in(&company.visitor, EMAIL, PASSWORD.into()).await.unwrap().session.hash();
    reset_second_factor(&machine, EMAIL).await.unwrap();
    let known = find(&machine, EMAIL).await.unwrap();
    assert!(!known.two_steps && known.passkeys == 0);
    assert!(resume(&company.visitor, &session).await.is_err());
    let signed = sign_in(&company.visitor, EMAIL, PASSWORD.into()).await.unwrap().session.hash();
    assert!(resume(&company.visitor, &signed).await.unwrap().current.is_some(), "the password is enough again");
    let records = records(&database).await;
    assert!(records.iter().any(|record| record.starts_with("credentials-changed account")), "{records:?}");
}

/// Behind the application's back: what matters here is that they go.
async fn give_second_factors(database: &TemporaryDatabase, account: AccountId) {
    let backend = database.store.reader().get_database_backend();
    for sql in [
        "UPDATE account SET totp_secret = 'JBSWY3DPEHPK3PXP' WHERE id = $1",
        "INSERT INTO passkey (id, account_id, credential_id, credential, name, created_at) VALUES ($1, $1, 'c', '{}', 'k', 1)",
        "INSERT INTO recovery_code (id, account_id, code_hash, created_at) VALUES ($1, $1, 'h', 1)",
    ] {
        run(&database.store, Statement::from_sql_and_values(backend, sql, [account.0.into()])).await;
    }
}

async fn is_for_the_machine_alone(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for channel in [Channel::Web, Channel::Api] {
        let visitor = Visitor::new(database.store.clone(), Clock::System, channel);
        assert!(matches!(list(&visitor).await, Err(Error::Forbidden)));
        assert!(matches!(find(&visitor, EMAIL).await, Err(Error::Forbidden)));
        assert!(matches!(disable(&visitor, EMAIL).await, Err(Error::Forbidden)));
        assert!(matches!(enable(&visitor, EMAIL).await, Err(Error::Forbidden)));
        assert!(matches!(reset_second_factor(&visitor, EMAIL).await, Err(Error::Forbidden)));
    }
    let unknown = disable(&machine(&company), "nobody@example.jp").await.unwrap_err();
    assert!(unknown.to_string().contains("「nobody@example.jp」のアカウントがありません"), "{unknown}");
}

async fn shows_everybody(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    company.another("隣の会社").await;
    joined(&company, &company.officer, "taro@example.jp", Role::Auditor, None).await;
    let known = list(&machine(&company)).await.unwrap();
    let shown: Vec<(&str, Vec<&str>)> = known
        .iter()
        .map(|known| {
            let places = known.memberships.iter().map(|membership| membership.organization_name.as_str());
            (known.account.email.as_str(), places.collect())
        })
        .collect();
    assert_eq!(shown, [(EMAIL, vec!["見本商事", "隣の会社"]), ("taro@example.jp", vec!["見本商事"])]);
}
