//! Signing in with a passkey: alone, without typing an address, or as the second step after the password.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyAuthentication, PublicKeyCredential};

use super::ceremony::{self, Kind};
use super::complete::{Method, complete};
use super::credential_row::passkey;
use super::passkey::{credential, credential_id, rows_of, used};
use super::relying_party::{self, Challenge, RelyingParty};
use super::second_step::{replace, waiting};
use super::sign_in::own;
use super::throttle::{Attempt, Subject};
use super::{Account, SignIn, Stage};
use crate::store::Transaction;
use crate::{AccountId, Error, Result, Secret, SecretHash, Visitor};

/// Begins a sign-in with a passkey alone.
///
/// # Errors
/// [`Error::TooManyAttempts`] where a network has begun very many.
pub async fn begin_passkey_sign_in(visitor: &Visitor, party: &RelyingParty) -> Result<Challenge> {
    // Never taken back: it limits how many challenges a network can have us keep.
    let _ = Attempt::begin(visitor, Subject::ceremonies(visitor)).await?;
    let begun = party.webauthn().start_discoverable_authentication();
    let (response, state) = begun.map_err(|error| relying_party::refused(&error))?;
    visitor
        .transaction(async |transaction| {
            let secret = ceremony::begin(transaction, visitor.now(), Kind::PasskeySignIn, None, &state).await?;
            Challenge::new(secret, &response)
        })
        .await
}

/// Signs in whoever holds the passkey. A passkey asks for finger, face or PIN itself: no second step follows.
///
/// # Errors
/// [`Error::Refused`] where the answer does not fit, came too late, or the passkey is not known (any more);
/// [`Error::TooManyAttempts`].
pub async fn finish_passkey_sign_in(
    visitor: &Visitor,
    party: &RelyingParty,
    ceremony: &Secret,
    answer: Value,
) -> Result<SignIn> {
    let answer: PublicKeyCredential = relying_party::answer(answer)?;
    let attempt = Attempt::begin(visitor, Subject::network(visitor)).await?;
    let state = take(visitor, Kind::PasskeySignIn, None, ceremony).await?;
    visitor
        .transaction(async |transaction| {
            attempt.succeeded(transaction).await?;
            let state: DiscoverableAuthentication = serde_json::from_value(state)?;
            let row = find(transaction, &answer).await?.ok_or_else(unknown)?;
            let account = AccountId(row.account_id);
            let named = party.webauthn().identify_discoverable_authentication(&answer);
            if named.is_ok_and(|(named, _)| named != account.0) {
                return Err(unknown());
            }
            let account = Account::from(own(transaction, account).await.map_err(|_| unknown())?);
            let passkey = credential(&row)?;
            let result = party.webauthn().finish_discoverable_authentication_v2(&answer, state, &passkey);
            let result = result.map_err(|error| relying_party::refused(&error))?;
            used(transaction, row, &result, visitor.now()).await?;
            let session = complete(transaction, visitor, &account, Method::Passkey).await?;
            Ok(SignIn { session, stage: Stage::SignedIn })
        })
        .await
}

/// Begins the second step with one of the person's passkeys.
///
/// # Errors
/// [`Error::Refused`] where the person has none; [`Error::SignedOut`] where the session does not wait for a second
/// step any more.
pub async fn begin_passkey_second_step(
    visitor: &Visitor,
    session: &SecretHash,
    party: &RelyingParty,
) -> Result<Challenge> {
    visitor
        .transaction(async |transaction| {
            let (account, _) = waiting(transaction, visitor, session).await?;
            let known = rows_of(transaction, account.id).await?;
            let known = known.iter().map(credential).collect::<Result<Vec<_>>>()?;
            if known.is_empty() {
                return Err(Error::Refused(
                    "登録されたパスキーがありません。認証アプリのコードか回復コードを入力してください。".into(),
                ));
            }
            let begun = party.webauthn().start_passkey_authentication(&known);
            let (response, state) = begun.map_err(|error| relying_party::refused(&error))?;
            let kind = Kind::PasskeySecondStep;
            ceremony::abandon(transaction, account.id, Some(kind)).await?;
            let secret = ceremony::begin(transaction, visitor.now(), kind, Some(account.id), &state).await?;
            Challenge::new(secret, &response)
        })
        .await
}

/// Finishes the second step with a passkey.
///
/// # Errors
/// [`Error::Refused`] where the answer does not fit or came too late; [`Error::TooManyAttempts`];
/// [`Error::SignedOut`] where the session does not wait for a second step any more.
pub async fn finish_passkey_second_step(
    visitor: &Visitor,
    session: &SecretHash,
    party: &RelyingParty,
    ceremony: &Secret,
    answer: Value,
) -> Result<SignIn> {
    let answer: PublicKeyCredential = relying_party::answer(answer)?;
    let (account, _) = waiting(visitor.reader(), visitor, session).await?;
    let attempt = Attempt::begin(visitor, Subject::network(visitor)).await?;
    let state = take(visitor, Kind::PasskeySecondStep, Some(account.id), ceremony).await?;
    visitor
        .transaction(async |transaction| {
            attempt.succeeded(transaction).await?;
            let (account, _) = waiting(transaction, visitor, session).await?;
            let state: PasskeyAuthentication = serde_json::from_value(state)?;
            let row = find(transaction, &answer).await?.filter(|row| row.account_id == account.id.0);
            let row = row.ok_or_else(unknown)?;
            let result = party.webauthn().finish_passkey_authentication(&answer, &state);
            let result = result.map_err(|error| relying_party::refused(&error))?;
            used(transaction, row, &result, visitor.now()).await?;
            replace(transaction, visitor, &account, session, Method::PasswordAndPasskey).await
        })
        .await
}

/// Takes a challenge for good, whatever the answer to it is worth: in a transaction of its own.
async fn take(visitor: &Visitor, kind: Kind, account: Option<AccountId>, ceremony: &Secret) -> Result<Value> {
    let taken = visitor
        .transaction(async |transaction| ceremony::take(transaction, visitor.now(), kind, account, ceremony).await)
        .await?;
    taken.ok_or_else(relying_party::expired)
}

/// The passkey that an answer says it comes from; locked, so that its counter is compared by one at a time.
async fn find(transaction: &Transaction, answer: &PublicKeyCredential) -> Result<Option<passkey::Model>> {
    let found = passkey::Entity::find()
        .filter(passkey::Column::CredentialId.eq(credential_id(answer.get_credential_id())))
        .lock_exclusive()
        .one(transaction)
        .await?;
    Ok(found)
}

fn unknown() -> Error {
    Error::Refused(
        "このパスキーは登録されていないか、削除されています。メールアドレスとパスワードでサインインしてください。"
            .into(),
    )
}
