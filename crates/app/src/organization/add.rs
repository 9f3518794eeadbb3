//! One more organization in the same installation, as a consultant needs for several clients.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::establish;
use super::rename::{NAME_PROBLEM, usable_name};
use crate::account::{self, Account, email_key};
use crate::{Channel, Error, OrganizationId, Result, Role, Visitor};

/// Makes another organization, with the holder of `officer_email` as its first 情報セキュリティ責任者: the command
/// line alone may, since no organization has a say over the installation.
///
/// # Errors
/// [`Error::Forbidden`] through any other door; [`Error::Invalid`] for a name that cannot be used or an
/// address without an account.
pub async fn add(visitor: &Visitor, name: &str, officer_email: &str) -> Result<OrganizationId> {
    if visitor.channel != Channel::Command {
        return Err(Error::Forbidden);
    }
    let name = usable_name(name).ok_or_else(|| Error::invalid("organization", NAME_PROBLEM))?;
    visitor
        .transaction(async |transaction| {
            let officer = account::row::account::Entity::find()
                .filter(account::row::account::Column::EmailKey.eq(email_key(officer_email)))
                .one(transaction)
                .await?;
            let Some(officer) = officer.map(Account::from) else {
                return Err(Error::invalid(
                    "email",
                    format!(
                        "「{}」のアカウントがありません。先に、いまの組織に招待してください。",
                        officer_email.trim()
                    ),
                ));
            };
            let organization = establish::write(transaction, visitor.now(), &name).await?;
            let context = visitor.operator(organization);
            establish::record(transaction, &context, &name).await?;
            account::grant(transaction, &context, &officer, Role::SecurityOfficer, None).await?;
            Ok(organization)
        })
        .await
}
