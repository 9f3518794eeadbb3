//! アカウント: signing in and out.

use app::account::{Stage, rename, resume, sign_in, sign_out};
use app::{Error, Permission};
use sea_orm::Statement;
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{again, everything_recorded, records, run, signed_in};

on_both_engines!(signs_in_and_out, refuses_alike, refuses_a_stopped_account, renames_themselves);

async fn signs_in_and_out(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = sign_in(&company.visitor, " HANAKO@example.jp", PASSWORD.into()).await.unwrap();
    assert_eq!(signed.stage, Stage::SignedIn);
    let hash = signed.session.hash();
    let person = resume(&company.visitor, &hash).await.unwrap();
    let (organization, context) = person.current.unwrap();
    assert_eq!(organization.name, "見本商事");
    assert!(context.allows(Permission::ManagePeople));
    sign_out(&company.visitor, &hash).await.unwrap();
    assert!(matches!(resume(&company.visitor, &hash).await, Err(Error::SignedOut)));
    sign_out(&company.visitor, &hash).await.unwrap();
    let expected = ["signed-in パスワード", "signed-out この端末でサインアウト"];
    assert_eq!(records(&database.store).await, expected);
}

async fn refuses_alike(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let wrong = sign_in(&company.visitor, "hanako@example.jp", "wrong".into()).await.unwrap_err();
    let unknown = sign_in(&company.visitor, "nobody@example.jp", PASSWORD.into()).await.unwrap_err();
    assert!(matches!(wrong, Error::Refused(_)));
    for _ in 0..6 {
        let empty = sign_in(&company.visitor, " ", String::new()).await;
        assert!(matches!(empty, Err(Error::Invalid { problems }) if problems.len() == 2), "and is no attempt");
    }
    assert_eq!(wrong.to_string(), unknown.to_string());
    assert_eq!(records(&database.store).await, [""; 0]);
}

async fn refuses_a_stopped_account(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = signed_in(&company.visitor).await;
    let backend = sea_orm::ConnectionTrait::get_database_backend(company.visitor.reader());
    run(&database.store, Statement::from_string(backend, "UPDATE account SET disabled = true")).await;
    let stopped = sign_in(&company.visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap_err();
    let unknown = sign_in(&company.visitor, "nobody@example.jp", PASSWORD.into()).await.unwrap_err();
    assert_eq!(stopped.to_string(), unknown.to_string());
    assert!(matches!(resume(&company.visitor, &signed.session).await, Err(Error::SignedOut)));
    assert!(matches!(rename(&company.visitor, &signed, "別名").await, Err(Error::SignedOut)));
}

async fn renames_themselves(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = signed_in(&company.visitor).await;
    rename(&company.visitor, &signed, "  見本 花子 ").await.unwrap();
    assert_eq!(again(&company.visitor, &signed.session).await.account.name, "見本 花子");
    assert!(everything_recorded(&database.store).await.contains(r#"{"name":"見本 花子"}"#));
    for name in ["", " ", "改\n行", &"長".repeat(101)] {
        assert!(matches!(rename(&company.visitor, &signed, name).await, Err(Error::Invalid { .. })), "{name:?}");
    }
}
