//! アカウント: a new password.

use app::Error;
use app::account::{change_password, resume, sign_in};
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{everything_recorded, records, signed_in};

on_both_engines!(
    changes_and_ends_other_sessions,
    asks_the_present_one,
    names_every_empty_field_and_counts_no_attempt,
    refuses_weak_ones
);

const NEW: &str = "rotating-lantern-84-velvet";

async fn changes_and_ends_other_sessions(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let other = signed_in(&company.visitor).await;
    let signed = signed_in(&company.visitor).await;
    assert_eq!(change_password(&company.visitor, &signed, PASSWORD.into(), NEW.into()).await.unwrap(), 1);
    assert!(resume(&company.visitor, &signed.session).await.is_ok());
    assert!(matches!(resume(&company.visitor, &other.session).await, Err(Error::SignedOut)));
    assert!(sign_in(&company.visitor, "hanako@example.jp", PASSWORD.into()).await.is_err());
    assert!(sign_in(&company.visitor, "hanako@example.jp", NEW.into()).await.is_ok());
    assert!(records(&database.store).await.contains(&"credentials-changed パスワードを変更".to_owned()));
    assert!(!everything_recorded(&database.store).await.contains("argon2"));
}

async fn asks_the_present_one(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = signed_in(&company.visitor).await;
    for _ in 0..5 {
        let wrong = change_password(&company.visitor, &signed, "wrong".into(), NEW.into()).await;
        let Err(Error::Invalid { problems }) = wrong else { panic!("{wrong:?}") };
        assert_eq!(problems[0].field, "present");
    }
    let throttled = change_password(&company.visitor, &signed, PASSWORD.into(), NEW.into()).await;
    assert!(matches!(throttled, Err(Error::TooManyAttempts { .. })));
    assert!(sign_in(&company.visitor, "hanako@example.jp", PASSWORD.into()).await.is_ok(), "nothing was changed");
}

async fn names_every_empty_field_and_counts_no_attempt(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = signed_in(&company.visitor).await;
    for _ in 0..10 {
        for (present, new, expected) in
            [("", "", vec!["present", "password"]), ("", NEW, vec!["present"]), (PASSWORD, "", vec!["password"])]
        {
            let refused = change_password(&company.visitor, &signed, present.into(), new.into()).await;
            let Err(Error::Invalid { problems }) = refused else { panic!("{refused:?}") };
            assert_eq!(problems.iter().map(|problem| problem.field.as_ref()).collect::<Vec<_>>(), expected);
            assert!(problems.iter().all(|problem| problem.message.ends_with("を入力してください。")), "{problems:?}");
        }
    }
    assert!(change_password(&company.visitor, &signed, PASSWORD.into(), NEW.into()).await.is_ok());
}

async fn refuses_weak_ones(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let signed = signed_in(&company.visitor).await;
    for (weak, why) in [
        ("short-7q!", "12文字以上"),
        ("sakurahimitsu2026", "よく使われる言葉"),
        ("hanako-example-1!", "よく使われる言葉"),
        ("aaaaaaaaaaaaaaaa", "くり返し"),
        ("135790135790135790", "推測されやすい"),
        (PASSWORD, "今のものと違う"),
    ] {
        let refused = change_password(&company.visitor, &signed, PASSWORD.into(), weak.into()).await;
        let Err(Error::Invalid { problems }) = refused else { panic!("{weak}: {refused:?}") };
        assert_eq!(problems[0].field, "password");
        assert!(problems[0].message.contains(why), "{weak}: {}", problems[0].message);
    }
}
