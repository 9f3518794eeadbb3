//! アカウント: who cannot sign in any more.

use app::account::{Recovery, Stage, begin_totp, confirm_totp, recover, resume, sign_in};
use app::{Channel, Error, Visitor};
use testkit::authenticator::code;
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{records, signed_in};

on_both_engines!(gives_a_new_password, takes_the_second_step_away, only_at_the_machine_itself);

const NEW: &str = "rotating-lantern-84-velvet";

fn operator(database: &TemporaryDatabase, company: &Company) -> Visitor {
    Visitor::new(database.store.clone(), company.clock.clone(), Channel::Command)
}

async fn gives_a_new_password(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let operator = operator(&database, &company);
    let signed = signed_in(&company.visitor).await;
    for _ in 0..5 {
        assert!(sign_in(&company.visitor, "hanako@example.jp", "forgotten".into()).await.is_err());
    }
    let account = recover(&operator, "HANAKO@example.jp", NEW.into(), Recovery::Password).await.unwrap();
    assert_eq!(account.name, "見本花子");
    assert!(matches!(resume(&company.visitor, &signed.session).await, Err(Error::SignedOut)));
    assert!(sign_in(&company.visitor, "hanako@example.jp", NEW.into()).await.is_ok(), "and need not wait");
    assert!(sign_in(&company.visitor, "hanako@example.jp", PASSWORD.into()).await.is_err());
    assert!(records(&database.store).await.contains(&"credentials-changed パスワードを再設定".to_owned()));
    let missing = recover(&operator, "nobody@example.jp", NEW.into(), Recovery::Password).await;
    assert!(matches!(missing, Err(Error::NotFound(_))));
    let weak = recover(&operator, "hanako@example.jp", "sakurahimitsu2026".into(), Recovery::Password).await;
    assert!(matches!(weak, Err(Error::Invalid { .. })));
}

async fn takes_the_second_step_away(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = signed_in(&company.visitor).await;
    let key = begin_totp(&company.visitor, &signed, PASSWORD.into()).await.unwrap().key;
    let digits = code(&key, u64::try_from(company.clock.now().0 / 1000).unwrap());
    confirm_totp(&company.visitor, &signed, &digits).await.unwrap();
    let operator = operator(&database, &company);
    for (recovery, stage) in
        [(Recovery::Password, Stage::SecondFactor), (Recovery::PasswordAndSecondStep, Stage::SignedIn)]
    {
        recover(&operator, "hanako@example.jp", NEW.into(), recovery).await.unwrap();
        assert_eq!(sign_in(&company.visitor, "hanako@example.jp", NEW.into()).await.unwrap().stage, stage);
    }
}

async fn only_at_the_machine_itself(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for channel in [Channel::Web, Channel::Api] {
        let visitor = Visitor::new(database.store.clone(), company.clock.clone(), channel);
        let refused = recover(&visitor, "hanako@example.jp", NEW.into(), Recovery::Password).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
    }
    signed_in(&company.visitor).await;
}
