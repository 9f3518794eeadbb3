//! A new password.

use sea_orm::{ActiveValue::Set, EntityTrait};

use super::confirm::{MISSING, confirm};
use super::end_session::end_others;
use super::{Signed, ceremony, password, record, row};
use crate::audit_log::Event;
use crate::{Error, FieldProblem, Result, Visitor};

/// Changes the person's own password and ends their other sessions; answers how many were ended.
///
/// # Errors
/// [`Error::Invalid`] at `present` for a wrong or missing present password, at `password` for a new one that is weak or the
/// same; [`Error::TooManyAttempts`]; [`Error::SignedOut`] before the second step.
pub async fn change_password(visitor: &Visitor, signed: &Signed, present: String, new: String) -> Result<u64> {
    signed.require()?;
    if present.is_empty() || new.is_empty() {
        return Err(missing(&present, &new));
    }
    if new == present {
        return Err(Error::invalid("password", "『新しいパスワード』を、今のものと違うものにしてください。"));
    }
    let organizations = signed.memberships.iter().map(|membership| membership.organization_name.as_str());
    let known: Vec<&str> = organizations.chain([signed.account.name.as_str(), signed.account.email.as_str()]).collect();
    if let Some(weakness) = password::weakness(&new, &known) {
        return Err(Error::invalid("password", weakness));
    }
    let confirmed = confirm(visitor, signed, present, "present").await?;
    let hash = password::hash(new).await?;
    visitor
        .transaction(async |transaction| {
            let account = confirmed.accept(transaction, signed).await?;
            let changed = row::account::ActiveModel {
                id: Set(account.id),
                password_hash: Set(hash.0.clone()),
                version: Set(account.version + 1),
                ..Default::default()
            };
            row::account::Entity::update(changed).exec(transaction).await?;
            // Whoever knew the old one may be signed in, or about to.
            let ended = end_others(transaction, signed.account.id, &signed.session).await?;
            ceremony::abandon(transaction, signed.account.id, None).await?;
            let what = "パスワードを変更";
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await?;
            Ok(ended)
        })
        .await
}

/// Every field that was left empty, at once.
fn missing(present: &str, new: &str) -> Error {
    let fields = [("present", present, MISSING), ("password", new, "『新しいパスワード』を入力してください。")];
    let problems = fields.into_iter().filter(|(_, typed, _)| typed.is_empty());
    Error::Invalid { problems: problems.map(|(field, _, message)| FieldProblem::new(field, message)).collect() }
}
