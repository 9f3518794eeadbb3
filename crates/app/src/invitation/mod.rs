//! 招待: how somebody comes to belong to an organization. A link with a secret, once, for seven days.

mod accept;
mod department;
mod find;
mod invite;
mod letter;
mod list;
mod open;
mod renew;
mod revoke;
mod row;

use std::time::Duration;

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

pub use accept::{NewPerson, accept, join};
pub(crate) use department::{forget_department, waiting_for_department};
pub use invite::{NewInvitation, invite};
pub use letter::{Delivery, send};
pub use list::list;
pub use open::{Closed, Link, Opened, open};
pub use renew::renew;
pub use revoke::revoke;
pub(crate) use revoke::revoke_of_former;

use crate::organization::department::{self as departments, Department};
use crate::{Context, DepartmentId, Error, Instant, InvitationId, Result, Role, Secret};

/// How long a link works.
pub const LASTS: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What has become of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The link works.
    Waiting,
    /// Somebody came in by it.
    Accepted,
    /// Nobody came in time.
    Expired,
    /// It was taken back.
    Revoked,
}

impl State {
    /// The word for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Waiting => "返事待ち",
            Self::Accepted => "参加済み",
            Self::Expired => "期限切れ",
            Self::Revoked => "取り消し済み",
        }
    }
}

/// An invitation, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Which one.
    pub id: InvitationId,
    /// Whom it invites: the address with which they will sign in.
    pub email: String,
    /// As what.
    pub role: Role,
    /// For which department, where the role is of one.
    pub department: Option<Department>,
    /// What has become of it.
    pub state: State,
    /// Since when.
    pub created_at: Instant,
    /// Until when the link works.
    pub expires_at: Instant,
    /// Since when somebody is in by it.
    pub accepted_at: Option<Instant>,
    /// Since when it is taken back.
    pub revoked_at: Option<Instant>,
    /// Who invited.
    pub invited_by: String,
}

/// An invitation just made or renewed: the only moment at which its secret is known.
#[derive(Debug)]
pub struct Issued {
    /// The invitation.
    pub invitation: Invitation,
    /// Into which organization.
    pub organization: String,
    /// For the link, to be shown once and mailed; the database holds its hash.
    pub secret: Secret,
}

impl Invitation {
    /// From a row and the department that it names.
    fn new(row: row::Model, department: Option<Department>, now: Instant) -> Result<Self> {
        let state = state(&row, now);
        let role = Role::from_id(&row.role).ok_or_else(|| Error::internal(format!("role {}", row.role)))?;
        Ok(Self {
            id: InvitationId(row.id),
            email: row.email,
            role,
            department,
            state,
            created_at: Instant(row.created_at),
            expires_at: Instant(row.expires_at),
            accepted_at: row.accepted_at.map(Instant),
            revoked_at: row.revoked_at.map(Instant),
            invited_by: row.invited_by,
        })
    }

    /// From a row alone.
    async fn read(connection: &impl ConnectionTrait, context: &Context, row: row::Model) -> Result<Self> {
        let department = match row.department_id {
            Some(id) => departments::find(connection, context, DepartmentId(id)).await?,
            None => None,
        };
        Self::new(row, department, context.now())
    }

    /// For the log.
    fn snapshot(&self) -> Value {
        json!({
            "email": self.email,
            "role": self.role.id(),
            "department": self.department.as_ref().map(|department| department.id),
            "invited_by": self.invited_by,
            "expires_at": self.expires_at,
            "accepted_at": self.accepted_at,
            "revoked_at": self.revoked_at,
        })
    }
}

fn state(row: &row::Model, now: Instant) -> State {
    if row.accepted_at.is_some() {
        State::Accepted
    } else if row.revoked_at.is_some() {
        State::Revoked
    } else if now.0 >= row.expires_at {
        State::Expired
    } else {
        State::Waiting
    }
}
