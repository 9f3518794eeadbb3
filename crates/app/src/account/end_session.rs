//! Ending one's own sessions on other devices.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Signed, record, row};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::{AccountId, Error, Result, SecretHash, Visitor};

/// Ends one of the person's own sessions.
///
/// # Errors
/// [`Error::NotFound`] where the person has no such session; [`Error::SignedOut`] before the second step.
pub async fn end_session(visitor: &Visitor, signed: &Signed, session: &SecretHash) -> Result<()> {
    signed.require()?;
    visitor
        .transaction(async |transaction| {
            let deleted = row::session::Entity::delete_by_id(session.0.clone())
                .filter(row::session::Column::AccountId.eq(signed.account.id.0))
                .exec(transaction)
                .await?;
            if deleted.rows_affected == 0 {
                return Err(Error::NotFound("サインイン中の端末"));
            }
            record::happened(transaction, visitor, &signed.account, Event::SignedOut, "1台の端末をサインアウト").await
        })
        .await
}

/// Ends all of the person's sessions but the one being used; answers how many.
///
/// # Errors
/// [`Error::SignedOut`] before the second step.
pub async fn end_other_sessions(visitor: &Visitor, signed: &Signed) -> Result<u64> {
    signed.require()?;
    visitor
        .transaction(async |transaction| {
            let ended = end_others(transaction, signed.account.id, &signed.session).await?;
            if ended > 0 {
                let what = "ほかのすべての端末をサインアウト";
                record::happened(transaction, visitor, &signed.account, Event::SignedOut, what).await?;
            }
            Ok(ended)
        })
        .await
}

/// Deletes every session of the account but `kept`, also those that wait for their second step.
pub(super) async fn end_others(transaction: &Transaction, account: AccountId, kept: &SecretHash) -> Result<u64> {
    let deleted = row::session::Entity::delete_many()
        .filter(row::session::Column::AccountId.eq(account.0))
        .filter(row::session::Column::IdHash.ne(kept.0.clone()))
        .exec(transaction)
        .await?;
    Ok(deleted.rows_affected)
}
