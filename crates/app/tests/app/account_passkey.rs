//! アカウント: passkeys.

use std::time::Duration;

use app::account::{
    Challenge, Passkey, RelyingParty, Signed, Stage, begin_passkey, begin_passkey_second_step, begin_passkey_sign_in,
    begin_totp, confirm_totp, finish_passkey, finish_passkey_second_step, finish_passkey_sign_in, passkeys,
    remove_passkey, rename_passkey, resume, sign_in,
};
use app::{Error, Visitor};
use testkit::authenticator::{Phone, code};
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{colleague, records, signed_in, signed_in_as};

on_both_engines!(
    signs_in_without_an_address,
    is_the_second_step_after_the_password,
    is_named_and_removed,
    another_persons_passkey_is_not_there,
    a_challenge_is_answered_once_and_soon,
    refuses_what_does_not_fit,
);

const ORIGIN: &str = "http://localhost:8080";

fn party() -> RelyingParty {
    RelyingParty::at(&ORIGIN.parse().unwrap()).unwrap()
}

async fn make(visitor: &Visitor, signed: &Signed, phone: &mut Phone, name: &str) -> Passkey {
    let challenge = begin_passkey(visitor, signed, &party(), PASSWORD.into()).await.unwrap();
    let answer = phone.create(&challenge.options);
    finish_passkey(visitor, signed, &party(), &challenge.ceremony, name, answer).await.unwrap()
}

async fn begin(visitor: &Visitor) -> Challenge {
    begin_passkey_sign_in(visitor, &party()).await.unwrap()
}

async fn signs_in_without_an_address(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let mut phone = Phone::at(ORIGIN);
    let challenge = begin_passkey(visitor, &signed, &party(), PASSWORD.into()).await.unwrap();
    assert_eq!(challenge.options["authenticatorSelection"]["residentKey"], "preferred");
    assert_eq!(challenge.options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(challenge.options["rp"]["id"], "localhost");
    make(visitor, &signed, &mut phone, "会社のスマートフォン").await;

    for _ in 0..2 {
        let challenge = begin(visitor).await;
        assert_eq!(challenge.options["allowCredentials"], serde_json::json!([]));
        let answer = phone.get(&challenge.options);
        let done = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, answer).await.unwrap();
        assert_eq!(done.stage, Stage::SignedIn);
        let person = resume(visitor, &done.session.hash()).await.unwrap();
        assert_eq!(person.account.name, "見本花子");
        assert!(person.current.is_some());
    }
    let listed = passkeys(visitor, &signed).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].used_at, Some(company.clock.now()));
    let records = records(&database.store).await;
    assert!(records.contains(&"credentials-changed パスキー「会社のスマートフォン」を追加".to_owned()), "{records:?}");
    assert_eq!(records.last().unwrap(), "signed-in パスキー");
}

async fn is_the_second_step_after_the_password(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let key = begin_totp(visitor, &signed, PASSWORD.into()).await.unwrap().key;
    let digits = code(&key, u64::try_from(company.clock.now().0 / 1000).unwrap());
    confirm_totp(visitor, &signed, &digits).await.unwrap();

    let first = sign_in(visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap();
    let none = begin_passkey_second_step(visitor, &first.session.hash(), &party()).await;
    assert!(matches!(none, Err(Error::Refused(_))), "has none yet");
    let mut phone = Phone::at(ORIGIN);
    make(visitor, &signed, &mut phone, "スマートフォン").await;

    let session = first.session.hash();
    let challenge = begin_passkey_second_step(visitor, &session, &party()).await.unwrap();
    assert_eq!(challenge.options["allowCredentials"].as_array().unwrap().len(), 1);
    let answer = phone.get(&challenge.options);
    let done = finish_passkey_second_step(visitor, &session, &party(), &challenge.ceremony, answer).await.unwrap();
    assert!(resume(visitor, &done.session.hash()).await.unwrap().current.is_some());
    assert!(matches!(resume(visitor, &session).await, Err(Error::SignedOut)));
    assert_eq!(records(&database.store).await.last().unwrap(), "signed-in パスワードとパスキー");

    let alone = begin(visitor).await;
    let answer = phone.get(&alone.options);
    let done = finish_passkey_sign_in(visitor, &party(), &alone.ceremony, answer).await.unwrap();
    assert_eq!(done.stage, Stage::SignedIn, "a passkey is two steps in one");
}

async fn is_named_and_removed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let mut phone = Phone::at(ORIGIN);
    let made = make(visitor, &signed, &mut phone, "電話").await;
    rename_passkey(visitor, &signed, made.id, " 会社の電話 ").await.unwrap();
    assert_eq!(passkeys(visitor, &signed).await.unwrap()[0].name, "会社の電話");
    let nameless = rename_passkey(visitor, &signed, made.id, " ").await;
    assert!(matches!(nameless, Err(Error::Invalid { .. })));
    remove_passkey(visitor, &signed, made.id).await.unwrap();
    assert_eq!(passkeys(visitor, &signed).await.unwrap(), []);
    assert!(matches!(remove_passkey(visitor, &signed, made.id).await, Err(Error::NotFound(_))));

    let challenge = begin(visitor).await;
    let answer = phone.get(&challenge.options);
    let gone = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, answer).await;
    assert!(matches!(gone, Err(Error::Refused(_))), "{gone:?}");
}

async fn another_persons_passkey_is_not_there(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let email = colleague(&database.store, &company).await;
    let (officer, other) = (signed_in(visitor).await, signed_in_as(visitor, email).await);
    let mut phone = Phone::at(ORIGIN);
    let made = make(visitor, &officer, &mut phone, "電話").await;
    assert_eq!(passkeys(visitor, &other).await.unwrap(), []);
    assert!(matches!(rename_passkey(visitor, &other, made.id, "私の").await, Err(Error::NotFound(_))));
    assert!(matches!(remove_passkey(visitor, &other, made.id).await, Err(Error::NotFound(_))));

    // The ceremony that one has begun cannot be finished by the other.
    let challenge = begin_passkey(visitor, &officer, &party(), PASSWORD.into()).await.unwrap();
    let answer = phone.create(&challenge.options);
    let taken = finish_passkey(visitor, &other, &party(), &challenge.ceremony, "横取り", answer).await;
    assert!(matches!(taken, Err(Error::Refused(_))), "{taken:?}");
    assert_eq!(passkeys(visitor, &officer).await.unwrap().len(), 1);
}

async fn a_challenge_is_answered_once_and_soon(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let mut phone = Phone::at(ORIGIN);
    make(visitor, &signed, &mut phone, "電話").await;
    let challenge = begin(visitor).await;
    let answer = phone.get(&challenge.options);
    finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, answer.clone()).await.unwrap();
    let again = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, answer).await;
    assert!(matches!(again, Err(Error::Refused(_))), "{again:?}");

    let challenge = begin(visitor).await;
    company.clock.advance(Duration::from_secs(6 * 60));
    let answer = phone.get(&challenge.options);
    let late = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, answer).await;
    assert!(matches!(late, Err(Error::Refused(_))), "{late:?}");
}

async fn refuses_what_does_not_fit(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    let signed = signed_in(visitor).await;
    let mut phone = Phone::at(ORIGIN);
    make(visitor, &signed, &mut phone, "電話").await;
    let wrong = begin_passkey(visitor, &signed, &party(), "wrong".into()).await;
    assert!(matches!(wrong, Err(Error::Invalid { .. })));

    let mut elsewhere = Phone::at("https://sonae.example.com");
    let challenge = begin_passkey(visitor, &signed, &party(), PASSWORD.into()).await.unwrap();
    let answer = elsewhere.create(&challenge.options);
    let refused = finish_passkey(visitor, &signed, &party(), &challenge.ceremony, "偽", answer).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "made at another address: {refused:?}");

    let challenge = begin(visitor).await;
    let refused = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, serde_json::json!({ "id": 1 })).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "no answer at all");

    let (one, two) = (begin(visitor).await, begin(visitor).await);
    let refused = finish_passkey_sign_in(visitor, &party(), &two.ceremony, phone.get(&one.options)).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "the answer to another challenge");

    phone.verifies = false;
    let challenge = begin(visitor).await;
    let refused = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, phone.get(&challenge.options)).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "without finger, face or PIN");
    phone.verifies = true;

    let challenge = begin(visitor).await;
    finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, phone.get(&challenge.options)).await.unwrap();
    phone.copy_key();
    let challenge = begin(visitor).await;
    let refused = finish_passkey_sign_in(visitor, &party(), &challenge.ceremony, phone.get(&challenge.options)).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "a copied key counts from where it was copied");
}
