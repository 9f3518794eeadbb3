//! Guessing takes time: attempts are counted in the database, so that several processes count together.
//!
//! An attempt is written down before the password or code is looked at, under one lock, and taken back
//! when it was right: parallel guesses cannot overtake the count.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::credential_row::attempt;
use super::email_key;
use crate::store::{Exclusive, Transaction, exclusively};
use crate::{AccountId, Error, Instant, Result, Visitor};

const MINUTE: Duration = Duration::from_secs(60);
/// Attempts are forgotten after so long.
const MEMORY: Duration = Duration::from_secs(24 * 60 * 60);
/// The first wait; each further one is twice as long …
const FIRST_WAIT: Duration = Duration::from_secs(15 * 60);
/// … up to this.
const LONGEST_WAIT: Duration = Duration::from_secs(4 * 60 * 60);

/// What attempts are counted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The word in the database; holds no mail address.
    key: String,
    /// So many failures …
    limit: usize,
    /// … within so long make a wait.
    window: Duration,
    /// Whether a success makes the earlier failures forgotten.
    forgives: bool,
}

impl Subject {
    /// Passwords for a mail address as typed, whether there is such an account or not.
    pub(crate) fn address(email: &str) -> Self {
        let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(email_key(email).as_bytes()));
        Self { key: format!("address {hash}"), limit: 5, window: 15 * MINUTE, forgives: true }
    }

    /// Passwords asked again of somebody who is signed in.
    pub(crate) fn confirmation(account: AccountId) -> Self {
        Self { key: format!("confirmation {account}"), limit: 5, window: 15 * MINUTE, forgives: true }
    }

    /// Codes of the second step. They are short: counted over the whole day.
    pub(crate) fn code(account: AccountId) -> Self {
        Self { key: format!("code {account}"), limit: 5, window: MEMORY, forgives: true }
    }

    /// Everything from a network: an IPv4 address, or the /64 that an IPv6 address is in. `None` at the machine itself.
    pub(crate) fn network(visitor: &Visitor) -> Option<Self> {
        let network = network_key(&visitor.network)?;
        Some(Self { key: format!("network {network}"), limit: 50, window: 15 * MINUTE, forgives: false })
    }

    /// Passkey ceremonies begun by somebody who is not known yet, so that they cannot fill the database.
    pub(crate) fn ceremonies(visitor: &Visitor) -> Option<Self> {
        let network = network_key(&visitor.network)?;
        Some(Self { key: format!("ceremonies {network}"), limit: 300, window: 15 * MINUTE, forgives: false })
    }

    /// For the log: tells attempts on the same subject apart from others, and nothing else.
    pub(crate) fn shown(&self) -> &str {
        self.key.get(..20).unwrap_or(&self.key)
    }
}

/// The network of an address, as attempts are counted by.
fn network_key(address: &str) -> Option<String> {
    Some(match address.parse::<IpAddr>().ok()?.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    })
}

/// An attempt under way. Unless it [succeeds](Attempt::succeeded) it counts as a failure.
#[must_use]
pub(crate) struct Attempt {
    subjects: Vec<Subject>,
    ids: Vec<Uuid>,
}

impl Attempt {
    /// Writes the attempt down.
    ///
    /// # Errors
    /// [`Error::TooManyAttempts`] while one of the subjects has to wait.
    pub(crate) async fn begin(visitor: &Visitor, subjects: impl IntoIterator<Item = Subject>) -> Result<Self> {
        let subjects: Vec<Subject> = subjects.into_iter().collect();
        let now = visitor.now();
        let ids = visitor
            .transaction(async |transaction| {
                exclusively(transaction, Exclusive::Attempts).await?;
                forget_old(transaction, now).await?;
                let mut ids = Vec::new();
                for subject in &subjects {
                    let failures = failures(transaction, subject).await?;
                    if let Some(until) = wait_until(subject, &failures).filter(|until| *until > now) {
                        tracing::warn!(subject = subject.shown(), "too many attempts");
                        let after = Duration::from_millis(u64::try_from(until.0 - now.0).unwrap_or_default());
                        return Err(Error::TooManyAttempts { after });
                    }
                    let id = Uuid::now_v7();
                    let row = attempt::ActiveModel { id: Set(id), subject: Set(subject.key.clone()), at: Set(now.0) };
                    attempt::Entity::insert(row).exec_without_returning(transaction).await?;
                    ids.push(id);
                }
                Ok(ids)
            })
            .await?;
        Ok(Self { subjects, ids })
    }

    /// It was right: takes it back, and forgets the failures before it where the subject forgives.
    ///
    /// Comes first in its transaction: whoever holds another lock must not wait for this one. A transaction that
    /// finds afterwards that it was not right ends with an error, and the attempt stays.
    pub(crate) async fn succeeded(self, transaction: &Transaction) -> Result<()> {
        exclusively(transaction, Exclusive::Attempts).await?;
        attempt::Entity::delete_many().filter(attempt::Column::Id.is_in(self.ids)).exec(transaction).await?;
        let forgiving = self.subjects.into_iter().filter(|subject| subject.forgives).map(|subject| subject.key);
        attempt::Entity::delete_many().filter(attempt::Column::Subject.is_in(forgiving)).exec(transaction).await?;
        Ok(())
    }
}

/// Forgets the failures of a subject.
pub(crate) async fn forgive(transaction: &Transaction, subject: Subject) -> Result<()> {
    attempt::Entity::delete_many().filter(attempt::Column::Subject.eq(subject.key)).exec(transaction).await?;
    Ok(())
}

async fn forget_old(transaction: &Transaction, now: Instant) -> Result<()> {
    let old = attempt::Column::At.lt(now.minus(MEMORY).0);
    attempt::Entity::delete_many().filter(old).exec(transaction).await?;
    Ok(())
}

async fn failures(transaction: &Transaction, subject: &Subject) -> Result<Vec<Instant>> {
    let rows = attempt::Entity::find()
        .filter(attempt::Column::Subject.eq(&subject.key))
        .order_by_asc(attempt::Column::At)
        .all(transaction)
        .await?;
    Ok(rows.into_iter().map(|row| Instant(row.at)).collect())
}

/// Until when nothing is accepted, after failures in the order of time: each time the limit is reached
/// within the window, a wait begins, twice as long as the one before.
fn wait_until(subject: &Subject, failures: &[Instant]) -> Option<Instant> {
    let mut recent = VecDeque::new();
    let (mut until, mut wait) = (None, FIRST_WAIT);
    for at in failures {
        while recent.front().is_some_and(|first: &Instant| first.plus(subject.window) <= *at) {
            recent.pop_front();
        }
        recent.push_back(*at);
        if recent.len() >= subject.limit {
            until = Some(at.plus(wait));
            wait = (wait * 2).min(LONGEST_WAIT);
            recent.clear();
        }
    }
    until
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: impl IntoIterator<Item = i64>) -> Vec<Instant> {
        minutes.into_iter().map(|minute| Instant(minute * 60_000)).collect()
    }

    #[test]
    fn waits_grow() {
        let subject = Subject::address("hanako@example.jp");
        let wait = |minutes: &[i64]| wait_until(&subject, &at(minutes.iter().copied())).map(|until| until.0 / 60_000);
        assert_eq!(wait(&[0, 1, 2, 3]), None);
        assert_eq!(wait(&[0, 1, 2, 3, 4]), Some(4 + 15));
        assert_eq!(wait(&[0, 1, 2, 3, 15]), None, "the first is older than the window");
        assert_eq!(wait(&[0, 1, 2, 3, 4, 20, 20, 20, 20]), Some(4 + 15));
        assert_eq!(wait(&[0, 1, 2, 3, 4, 20, 20, 20, 20, 20]), Some(20 + 30));
        let day = wait_until(&subject, &at((0..100).map(|_| 0))).map(|until| until.0 / 60_000);
        assert_eq!(day, Some(4 * 60), "but not for ever");
    }

    #[test]
    fn networks_are_addresses_or_their_64() {
        assert_eq!(network_key("203.0.113.7").as_deref(), Some("203.0.113.7"));
        assert_eq!(network_key("::ffff:203.0.113.7").as_deref(), Some("203.0.113.7"));
        assert_eq!(network_key("2001:db8:1:2:3:4:5:6"), network_key("2001:db8:1:2::9"));
        assert_ne!(network_key("2001:db8:1:2::9"), network_key("2001:db8:1:3::9"));
        assert_eq!(network_key(""), None);
    }
}
