//! アカウント: guessing takes time.

use std::time::{Duration, Instant};

use app::account::sign_in;
use app::{Error, Visitor};
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::signed_in;

on_both_engines!(by_account, unknown_accounts_alike, unknown_accounts_take_as_long, by_network, also_in_parallel);

const MINUTE: Duration = Duration::from_secs(60);

async fn fail(visitor: &Visitor, email: &str) -> Error {
    sign_in(visitor, email, "not-the-password".into()).await.unwrap_err()
}

async fn by_account(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let visitor = &company.visitor;
    for _ in 0..4 {
        assert!(matches!(fail(visitor, "hanako@example.jp").await, Error::Refused(_)));
    }
    signed_in(visitor).await;
    for _ in 0..5 {
        assert!(matches!(fail(visitor, "Hanako@example.jp").await, Error::Refused(_)), "a success forgives");
    }
    let right = sign_in(visitor, "hanako@example.jp", PASSWORD.into()).await;
    let Err(Error::TooManyAttempts { after }) = right else { panic!("{right:?}") };
    assert_eq!(after, 15 * MINUTE);
    assert!(
        sign_in(visitor, "someone@example.jp", PASSWORD.into())
            .await
            .is_err_and(|error| matches!(error, Error::Refused(_)))
    );

    company.clock.advance(16 * MINUTE);
    for _ in 0..5 {
        assert!(matches!(fail(visitor, "hanako@example.jp").await, Error::Refused(_)));
    }
    company.clock.advance(16 * MINUTE);
    let Error::TooManyAttempts { after } = fail(visitor, "hanako@example.jp").await else { panic!("must wait") };
    assert_eq!(after, 14 * MINUTE, "the second wait is 30 minutes");
    company.clock.advance(15 * MINUTE);
    signed_in(visitor).await;
}

async fn unknown_accounts_alike(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        known.push(fail(&company.visitor, "hanako@example.jp").await.to_string());
        unknown.push(fail(&company.visitor, "nobody@example.jp").await.to_string());
    }
    assert_eq!(known, unknown);
}

async fn unknown_accounts_take_as_long(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..5 {
        for (times, email) in times.iter_mut().zip(["hanako@example.jp", "nobody@example.jp"]) {
            let start = Instant::now();
            fail(&company.visitor, email).await;
            times.push(start.elapsed());
        }
    }
    let [known, unknown] = times.map(|mut times| {
        times.sort();
        times[2]
    });
    // Without the hash it would be a hundred times quicker.
    assert!(unknown * 3 > known && known * 3 > unknown, "{known:?} and {unknown:?}");
}

async fn by_network(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let from = |network: &str| {
        let mut visitor = company.visitor.clone();
        visitor.network = network.into();
        visitor
    };
    // The hosts of one network share a count: 50 wrong answers, for as many addresses.
    for number in 0..50 {
        let host = from(&format!("2001:db8:1:2::{number:x}"));
        let refused = fail(&host, &format!("nobody{number}@example.jp")).await;
        assert!(matches!(refused, Error::Refused(_)), "{number}: {refused:?}");
    }
    let refused = sign_in(&from("2001:db8:1:2:ffff::1"), "hanako@example.jp", PASSWORD.into()).await;
    assert!(matches!(refused, Err(Error::TooManyAttempts { .. })));
    for network in ["2001:db8:1:3::1", "203.0.113.7", ""] {
        assert!(sign_in(&from(network), "hanako@example.jp", PASSWORD.into()).await.is_ok(), "{network}");
    }
}

async fn also_in_parallel(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let guesses = (0..20).map(|_| {
        let visitor = company.visitor.clone();
        tokio::spawn(async move { fail(&visitor, "hanako@example.jp").await })
    });
    let mut looked_at = 0;
    for guess in guesses.collect::<Vec<_>>() {
        looked_at += usize::from(matches!(guess.await.unwrap(), Error::Refused(_)));
    }
    assert_eq!(looked_at, 5, "not one more than the limit is compared");
}
