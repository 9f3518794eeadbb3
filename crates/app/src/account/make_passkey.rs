//! A new passkey: a challenge for the browser, then its answer.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use webauthn_rs::prelude::PasskeyRegistration;

use super::ceremony::{self, Kind};
use super::confirm::confirm;
use super::credential_row::passkey;
use super::passkey::{checked_name, credential, credential_id, rows_of};
use super::relying_party::{self, Challenge, RelyingParty};
use super::{Passkey, Signed, record};
use crate::audit_log::Event;
use crate::{Error, PasskeyId, Result, Secret, Visitor};

/// More than anybody needs.
const MOST: usize = 20;

/// Begins to make a passkey, after asking the password.
///
/// # Errors
/// [`Error::Invalid`] at `password` where it is wrong; [`Error::TooManyAttempts`]; [`Error::Refused`] where there
/// are too many; [`Error::SignedOut`] before the second step.
pub async fn begin_passkey(
    visitor: &Visitor,
    signed: &Signed,
    party: &RelyingParty,
    password: String,
) -> Result<Challenge> {
    let confirmed = confirm(visitor, signed, password, "password").await?;
    visitor
        .transaction(async |transaction| {
            confirmed.accept(transaction, signed).await?;
            let account = &signed.account;
            let known = rows_of(transaction, account.id).await?;
            if known.len() >= MOST {
                return Err(Error::Refused(format!("パスキーは{MOST}個までです。使わないものを削除してください。")));
            }
            let known = known.iter().map(|row| credential(row).map(|known| known.cred_id().clone()));
            let known = known.collect::<Result<Vec<_>>>()?;
            let (response, state) = party
                .webauthn()
                .start_passkey_registration(account.id.0, &account.email, &account.name, Some(known))
                .map_err(|error| relying_party::refused(&error))?;
            let kind = Kind::PasskeyRegistration;
            let secret = ceremony::begin(transaction, visitor.now(), kind, Some(account.id), &state).await?;
            let mut challenge = Challenge::new(secret, &response)?;
            // Kept in the device where it can be: then it also signs in without typing the address.
            challenge.options["authenticatorSelection"]["residentKey"] = "preferred".into();
            Ok(challenge)
        })
        .await
}

/// Keeps the passkey that the browser has made.
///
/// # Errors
/// [`Error::Refused`] where the answer does not fit or came too late; [`Error::Invalid`] at `name`;
/// [`Error::SignedOut`] before the second step.
pub async fn finish_passkey(
    visitor: &Visitor,
    signed: &Signed,
    party: &RelyingParty,
    ceremony: &Secret,
    name: &str,
    answer: Value,
) -> Result<Passkey> {
    signed.require()?;
    let name = checked_name(name)?;
    let answer = relying_party::answer(answer)?;
    visitor
        .transaction(async |transaction| {
            let (now, account) = (visitor.now(), signed.account.id);
            let kind = Kind::PasskeyRegistration;
            let state = ceremony::take(transaction, now, kind, Some(account), ceremony).await?;
            let state: PasskeyRegistration = state.ok_or_else(relying_party::expired)?;
            let made = party.webauthn().finish_passkey_registration(&answer, &state);
            let made = made.map_err(|error| relying_party::refused(&error))?;
            let row = passkey::Model {
                id: PasskeyId::new().0,
                account_id: account.0,
                credential_id: credential_id(made.cred_id()),
                credential: serde_json::to_string(&made)?,
                name: name.clone(),
                created_at: now.0,
                used_at: None,
            };
            let taken = passkey::Column::CredentialId.eq(&row.credential_id);
            if passkey::Entity::find().filter(taken).one(transaction).await?.is_some() {
                return Err(Error::Refused("このパスキーはもう登録されています。".into()));
            }
            passkey::Entity::insert(passkey::ActiveModel::from(row.clone()))
                .exec_without_returning(transaction)
                .await?;
            let what = format!("パスキー「{name}」を追加");
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await?;
            Ok(Passkey::from(row))
        })
        .await
}
