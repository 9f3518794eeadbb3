//! アカウント: sessions.

use std::time::Duration;

use app::Error;
use app::account::{end_other_sessions, end_session, resume, sessions};
use sea_orm::{ConnectionTrait, Statement};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{colleague, records, signed_in, signed_in_as};

on_both_engines!(lists_and_ends_own_sessions, another_persons_sessions_are_not_there, sessions_expire);

const HOUR: Duration = Duration::from_secs(60 * 60);

async fn lists_and_ends_own_sessions(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let mut phone = company.visitor.clone();
    phone.user_agent = "Phone".into();
    phone.network = "203.0.113.7".into();
    let first = signed_in(&phone).await;
    company.clock.advance(HOUR);
    let second = signed_in(&company.visitor).await;
    let third = signed_in(&company.visitor).await;
    let listed = sessions(&company.visitor, &second).await.unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!((listed[2].user_agent.as_str(), listed[2].network.as_str()), ("Phone", "203.0.113.7"));
    assert_eq!(listed[2].id_hash, first.session);

    end_session(&company.visitor, &second, &first.session).await.unwrap();
    assert!(matches!(resume(&company.visitor, &first.session).await, Err(Error::SignedOut)));
    let again = end_session(&company.visitor, &second, &first.session).await;
    assert!(matches!(again, Err(Error::NotFound(_))));

    assert_eq!(end_other_sessions(&company.visitor, &second).await.unwrap(), 1);
    assert!(resume(&company.visitor, &second.session).await.is_ok());
    assert!(matches!(resume(&company.visitor, &third.session).await, Err(Error::SignedOut)));
    assert_eq!(end_other_sessions(&company.visitor, &second).await.unwrap(), 0);
    let ended: Vec<String> =
        records(&database.store).await.into_iter().filter(|record| record.starts_with("signed-out")).collect();
    assert_eq!(ended, ["signed-out 1台の端末をサインアウト", "signed-out ほかのすべての端末をサインアウト"]);
}

async fn another_persons_sessions_are_not_there(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = signed_in(&company.visitor).await;
    let email = colleague(&database.store, &company).await;
    let other = signed_in_as(&company.visitor, email).await;
    assert_eq!(sessions(&company.visitor, &other).await.unwrap().len(), 1);
    let refused = end_session(&company.visitor, &other, &officer.session).await;
    assert!(matches!(refused, Err(Error::NotFound(_))));
    assert_eq!(end_other_sessions(&company.visitor, &other).await.unwrap(), 0);
    assert!(resume(&company.visitor, &officer.session).await.is_ok());
}

async fn sessions_expire(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let idle = signed_in(&company.visitor).await;
    let used = signed_in(&company.visitor).await;
    for _ in 0..2 {
        company.clock.advance(11 * HOUR);
        resume(&company.visitor, &used.session).await.unwrap();
    }
    assert!(matches!(resume(&company.visitor, &idle.session).await, Err(Error::SignedOut)), "12 hours unused");
    assert_eq!(sessions(&company.visitor, &used).await.unwrap().len(), 1);
    for _ in 0..29 {
        company.clock.advance(11 * HOUR);
        let _ = resume(&company.visitor, &used.session).await;
    }
    assert!(matches!(resume(&company.visitor, &used.session).await, Err(Error::SignedOut)), "14 days at most");

    signed_in(&company.visitor).await;
    let reader = database.store.reader();
    let count = Statement::from_string(reader.get_database_backend(), "SELECT count(*) AS n FROM session");
    let left: i64 = reader.query_one_raw(count).await.unwrap().unwrap().try_get("", "n").unwrap();
    assert_eq!(left, 1, "those that ended are removed at the next sign-in");
}
