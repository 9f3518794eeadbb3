//! What somebody with a link sees.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Invitation, State, row, state};
use crate::account::row::account;
use crate::account::{Account, email_key};
use crate::organization::department::Department;
use crate::organization::row::{department, organization};
use crate::{OrganizationId, Result, Secret, Visitor};

/// A link that works.
#[derive(Debug, Clone)]
pub struct Link {
    /// Into which organization.
    pub organization: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// Whom, as what, until when.
    pub invitation: Invitation,
    /// Whether the invited address has an account already: then its holder signs in, else they choose
    /// name and password.
    pub has_account: bool,
}

impl Link {
    /// Whether that account is the invited one.
    pub fn is_for(&self, account: &Account) -> bool {
        email_key(&self.invitation.email) == email_key(&account.email)
    }
}

/// Why a link does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// No such link, or an older one that was replaced.
    Unknown,
    /// Its time is over.
    Expired,
    /// It was taken back.
    Revoked,
    /// It was used.
    Accepted,
}

impl Closed {
    /// What is wrong and what to do, for the person with the link.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Unknown => {
                "この招待のリンクは見つかりません。リンクが途中で切れていないか確かめてください。作り直された招待では、新しいリンクだけを使えます。"
            }
            Self::Expired => "この招待のリンクは期限が切れています。招待した人に、リンクを作り直してもらってください。",
            Self::Revoked => "この招待は取り消されています。心当たりがないときは、招待した人に確かめてください。",
            Self::Accepted => "この招待のリンクは、もう使われています。参加した人は、サインインしてください。",
        }
    }
}

/// What a link leads to.
#[derive(Debug, Clone)]
pub enum Opened {
    /// It can be accepted.
    Open(Box<Link>),
    /// It cannot.
    Closed(Closed),
}

/// Looks behind a link.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database).
pub async fn open(visitor: &Visitor, secret: &Secret) -> Result<Opened> {
    let row = match usable(visitor.reader(), visitor, secret).await? {
        Ok(row) => row,
        Err(closed) => return Ok(Opened::Closed(closed)),
    };
    let organization = organization::Entity::find_by_id(row.organization_id).one(visitor.reader()).await?;
    let Some(organization) = organization else { return Ok(Opened::Closed(Closed::Unknown)) };
    let department = match row.department_id {
        Some(id) => department::Entity::find_by_id((row.organization_id, id)).one(visitor.reader()).await?,
        None => None,
    };
    let accounts = account::Entity::find().filter(account::Column::EmailKey.eq(row.email_key.as_str()));
    let has_account = accounts.count(visitor.reader()).await? > 0;
    Ok(Opened::Open(Box::new(Link {
        organization: OrganizationId(row.organization_id),
        organization_name: organization.name,
        invitation: Invitation::new(row, department.map(Department::from), visitor.now())?,
        has_account,
    })))
}

/// The row of a link that works.
pub(super) async fn usable(
    connection: &impl ConnectionTrait,
    visitor: &Visitor,
    secret: &Secret,
) -> Result<Result<row::Model, Closed>> {
    let found = row::Entity::find().filter(row::Column::SecretHash.eq(secret.hash().0)).one(connection).await?;
    let Some(row) = found else { return Ok(Err(Closed::Unknown)) };
    Ok(match state(&row, visitor.now()) {
        State::Waiting => Ok(row),
        State::Accepted => Err(Closed::Accepted),
        State::Expired => Err(Closed::Expired),
        State::Revoked => Err(Closed::Revoked),
    })
}
