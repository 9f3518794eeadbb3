//! アカウント: the second step, by authenticator app and recovery code.

use std::time::Duration;

use app::account::{
    RecoveryCodes, SignIn, Signed, Stage, begin_totp, confirm_totp, overview, pending_totp, renew_recovery_codes,
    resume, second_step, sessions, sign_in, turn_off_totp,
};
use app::{Error, Visitor};
use testkit::authenticator::code;
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{colleague, everything_recorded, records, signed_in, signed_in_as};

on_both_engines!(
    two_steps_from_begin_to_end,
    a_code_works_once,
    recovery_codes_work_once_each,
    another_persons_codes_are_not_mine,
    codes_are_throttled,
    changes_ask_the_password,
    the_second_step_does_not_wait_for_ever,
);

const STEP: Duration = Duration::from_secs(30);

/// The six digits of now.
fn now(company: &Company, key: &str) -> String {
    code(key, u64::try_from(company.clock.now().0 / 1000).unwrap())
}

/// Turns two steps on; answers the app's key and the recovery codes.
async fn turn_on(company: &Company, signed: &Signed) -> (String, RecoveryCodes) {
    let key = begin_totp(&company.visitor, signed, PASSWORD.into()).await.unwrap().key;
    let codes = confirm_totp(&company.visitor, signed, &now(company, &key)).await.unwrap();
    company.clock.advance(STEP);
    (key, codes)
}

async fn first_step(visitor: &Visitor) -> SignIn {
    let first = sign_in(visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap();
    assert_eq!(first.stage, Stage::SecondFactor);
    first
}

async fn two_steps_from_begin_to_end(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let begun = begin_totp(visitor, &signed, PASSWORD.into()).await.unwrap();
    assert!(begun.url.starts_with("otpauth://totp/Sonae:hanako%40example.jp?secret="), "{}", begun.url);
    assert!(begun.url.contains(&begun.key.replace(' ', "")));
    assert_eq!(pending_totp(visitor, &signed).await.unwrap(), Some(begun.clone()));
    let wrong = confirm_totp(visitor, &signed, "000000").await;
    assert!(matches!(wrong, Err(Error::Invalid { .. })), "{wrong:?}");
    assert!(sign_in(visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap().stage == Stage::SignedIn, "not yet");
    let codes = confirm_totp(visitor, &signed, &now(&company, &begun.key)).await.unwrap();
    assert_eq!(codes.reveal().len(), 10);
    assert_eq!(pending_totp(visitor, &signed).await.unwrap(), None, "the key is not shown again");

    company.clock.advance(STEP);
    let first = first_step(visitor).await;
    let waiting = resume(visitor, &first.session.hash()).await.unwrap();
    assert_eq!(waiting.stage, Stage::SecondFactor);
    assert!(waiting.current.is_none() && waiting.memberships.is_empty(), "opens nothing");
    assert!(matches!(sessions(visitor, &waiting).await, Err(Error::SignedOut)));
    assert!(matches!(begin_totp(visitor, &waiting, PASSWORD.into()).await, Err(Error::SignedOut)));

    let done = second_step(visitor, &first.session.hash(), &now(&company, &begun.key)).await.unwrap();
    assert_ne!(done.sign_in.session, first.session, "a new session");
    assert_eq!(done.recovery_codes_left, None);
    assert!(matches!(resume(visitor, &first.session.hash()).await, Err(Error::SignedOut)));
    let person = resume(visitor, &done.sign_in.session.hash()).await.unwrap();
    assert!(person.current.is_some());
    let seen = overview(visitor, &person).await.unwrap();
    assert!(seen.two_steps && seen.recovery_codes_left == 10);

    turn_off_totp(visitor, &person, PASSWORD.into()).await.unwrap();
    let seen = overview(visitor, &person).await.unwrap();
    assert!(!seen.two_steps && seen.recovery_codes_left == 0);
    signed_in(visitor).await;
    let records = records(&database.store).await;
    for expected in ["2段階認証を開始", "パスワードと認証アプリのコード", "2段階認証を終了"]
    {
        assert!(records.iter().any(|record| record.ends_with(expected)), "{records:?}");
    }
    let recorded = everything_recorded(&database.store).await;
    assert!(!recorded.contains(&begun.key.replace(' ', "")) && !recorded.contains(&codes.reveal()[0]));
}

async fn a_code_works_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let key = turn_on(&company, &signed_in(visitor).await).await.0;
    let digits = now(&company, &key);
    let (first, second) = (first_step(visitor).await, first_step(visitor).await);
    second_step(visitor, &first.session.hash(), &digits).await.unwrap();
    let again = second_step(visitor, &second.session.hash(), &digits).await;
    assert!(matches!(again, Err(Error::Invalid { .. })), "{again:?}");
    company.clock.advance(STEP);
    let late = now(&company, &key);
    company.clock.advance(STEP);
    second_step(visitor, &second.session.hash(), &late).await.unwrap();
    let third = first_step(visitor).await;
    let older = code(&key, u64::try_from(company.clock.now().0 / 1000).unwrap() - 30);
    assert!(second_step(visitor, &third.session.hash(), &older).await.is_err(), "older than one that was used");
}

async fn recovery_codes_work_once_each(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let (_, codes) = turn_on(&company, &signed_in(visitor).await).await;
    let first = first_step(visitor).await;
    let capital = codes.reveal()[3].to_uppercase();
    let done = second_step(visitor, &first.session.hash(), &capital).await.unwrap();
    assert_eq!(done.recovery_codes_left, Some(9));
    let second = first_step(visitor).await;
    assert!(second_step(visitor, &second.session.hash(), &capital).await.is_err(), "used before");
    second_step(visitor, &second.session.hash(), &codes.reveal()[4]).await.unwrap();

    let person = resume(visitor, &done.sign_in.session.hash()).await.unwrap();
    let renewed = renew_recovery_codes(visitor, &person, PASSWORD.into()).await.unwrap();
    assert_eq!(overview(visitor, &person).await.unwrap().recovery_codes_left, 10);
    let third = first_step(visitor).await;
    assert!(second_step(visitor, &third.session.hash(), &codes.reveal()[0]).await.is_err(), "of the old set");
    second_step(visitor, &third.session.hash(), &renewed.reveal()[0]).await.unwrap();
}

async fn another_persons_codes_are_not_mine(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let email = colleague(&database.store, &company).await;
    let (officer, other) = (signed_in(visitor).await, signed_in_as(visitor, email).await);
    let pending = begin_totp(visitor, &officer, PASSWORD.into()).await.unwrap();
    assert_eq!(pending_totp(visitor, &other).await.unwrap(), None);
    assert!(confirm_totp(visitor, &other, &now(&company, &pending.key)).await.is_err());

    let (_, own) = turn_on(&company, &officer).await;
    let (key, theirs) = turn_on(&company, &other).await;
    let first = first_step(visitor).await;
    assert!(second_step(visitor, &first.session.hash(), &theirs.reveal()[0]).await.is_err());
    assert!(second_step(visitor, &first.session.hash(), &now(&company, &key)).await.is_err());
    turn_off_totp(visitor, &other, PASSWORD.into()).await.unwrap();
    second_step(visitor, &first.session.hash(), &own.reveal()[0]).await.unwrap();
}

async fn codes_are_throttled(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let (key, codes) = turn_on(&company, &signed_in(visitor).await).await;
    // A new first step each time changes nothing.
    for attempt in 0..5 {
        let first = first_step(visitor).await;
        let guess = if attempt % 2 == 0 { "000000" } else { "aaaa-bbbb-cccc-dddd" };
        assert!(matches!(second_step(visitor, &first.session.hash(), guess).await, Err(Error::Invalid { .. })));
    }
    let first = first_step(visitor).await;
    for right in [now(&company, &key), codes.reveal()[0].clone()] {
        let refused = second_step(visitor, &first.session.hash(), &right).await;
        assert!(matches!(refused, Err(Error::TooManyAttempts { .. })), "{refused:?}");
    }
    company.clock.advance(Duration::from_secs(16 * 60));
    let first = first_step(visitor).await;
    second_step(visitor, &first.session.hash(), &now(&company, &key)).await.unwrap();
}

async fn changes_ask_the_password(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    assert!(matches!(begin_totp(visitor, &signed, "wrong".into()).await, Err(Error::Invalid { .. })));
    let without = renew_recovery_codes(visitor, &signed, PASSWORD.into()).await;
    assert!(matches!(without, Err(Error::Refused(_))), "{without:?}");
    turn_on(&company, &signed).await;
    assert!(matches!(turn_off_totp(visitor, &signed, "wrong".into()).await, Err(Error::Invalid { .. })));
    let wrong = renew_recovery_codes(visitor, &signed, "wrong".into()).await;
    assert!(matches!(wrong, Err(Error::Invalid { .. })), "{wrong:?}");
    assert!(overview(visitor, &signed).await.unwrap().two_steps);
}

async fn the_second_step_does_not_wait_for_ever(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let (key, _) = turn_on(&company, &signed).await;
    let first = first_step(visitor).await;
    company.clock.advance(Duration::from_secs(11 * 60));
    let late = second_step(visitor, &first.session.hash(), &now(&company, &key)).await;
    assert!(matches!(late, Err(Error::SignedOut)));
    let not_waiting = second_step(visitor, &signed.session, &now(&company, &key)).await;
    assert!(matches!(not_waiting, Err(Error::SignedOut)));

    begin_totp(visitor, &signed, PASSWORD.into()).await.unwrap();
    company.clock.advance(Duration::from_secs(61 * 60));
    assert_eq!(pending_totp(visitor, &signed).await.unwrap(), None);
}
