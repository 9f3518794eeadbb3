//! アカウント: signing in and out.

use app::account::{Stage, resume, sign_in, sign_out};
use app::{Error, Permission};
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(signs_in_and_out, refuses_alike);

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
}

async fn refuses_alike(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let wrong = sign_in(&company.visitor, "hanako@example.jp", "wrong".into()).await.unwrap_err();
    let unknown = sign_in(&company.visitor, "nobody@example.jp", PASSWORD.into()).await.unwrap_err();
    assert_eq!(wrong.to_string(), unknown.to_string());
}
