//! A new account.

use sea_orm::{ActiveValue::Set, EntityTrait};

use super::rename::{NAME_PROBLEM, checked_name};
use super::{Account, PasswordHash, email_key, password, row};
use crate::store::Transaction;
use crate::{AccountId, FieldProblem, Instant, Result};

/// What a person types.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// 氏名
    pub name: String,
    /// Mail address.
    pub email: String,
    /// Password.
    pub password: String,
    /// What others know: must not be (most of) the password.
    pub known_words: Vec<String>,
}

/// What was typed and can be used; the password is only a hash from here on.
#[derive(Debug, Clone)]
pub struct CheckedAccount {
    name: String,
    email: String,
    password: PasswordHash,
}

/// Checks what was typed; every problem goes to `problems`. `None` where there is any.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal) where the password cannot be hashed.
pub async fn check(new: NewAccount, problems: &mut Vec<FieldProblem>) -> Result<Option<CheckedAccount>> {
    let before = problems.len();
    let name = checked_name(&new.name).unwrap_or_else(|| {
        problems.push(FieldProblem::new("name", NAME_PROBLEM));
        new.name.clone()
    });
    let email = new.email.trim().to_owned();
    if !is_address(&email) {
        problems.push(FieldProblem::new(
            "email",
            "『メールアドレス』を、name@example.co.jp のような形で入力してください。",
        ));
    }
    let mut known: Vec<&str> = new.known_words.iter().map(String::as_str).collect();
    known.extend([name.as_str(), email.as_str()]);
    if let Some(weakness) = password::weakness(&new.password, &known) {
        problems.push(FieldProblem::new("password", weakness));
    }
    if problems.len() > before {
        return Ok(None);
    }
    Ok(Some(CheckedAccount { name, email, password: password::hash(new.password).await? }))
}

/// Whether it looks like a mail address that mail can reach: one @, something on both sides, no spaces.
pub(crate) fn is_address(email: &str) -> bool {
    let Some((local, domain)) = email.split_once('@') else { return false };
    let plain =
        |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '@');
    plain(local)
        && plain(domain)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && email.len() <= 254
}

/// Writes the account. The caller has made sure that the address is free or lets the engine refuse.
pub(crate) async fn insert(transaction: &Transaction, now: Instant, new: CheckedAccount) -> Result<Account> {
    let id = AccountId::new();
    let row = row::account::ActiveModel {
        id: Set(id.0),
        email: Set(new.email.clone()),
        email_key: Set(email_key(&new.email)),
        name: Set(new.name.clone()),
        password_hash: Set(new.password.0),
        totp_secret: Set(None),
        totp_step: Set(None),
        disabled: Set(false),
        created_at: Set(now.0),
        version: Set(1),
    };
    row::account::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(Account { id, email: new.email, name: new.name })
}
