//! Who asks, for which organization: the first argument of every use case.

use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::store::{Store, Transaction};
use crate::{AccountId, Clock, DepartmentId, Error, Instant, OrganizationId, Permission, Result, Role};

/// Who acts.
#[derive(Debug, Clone)]
pub enum Actor {
    /// A person who has signed in, or whose token is used.
    Person {
        /// Which account.
        account: AccountId,
        /// The name at that time, for the log.
        name: String,
        /// Roles in this organization, each with its department where it is held for one.
        roles: Vec<(Role, Option<DepartmentId>)>,
        /// Whether only reading is allowed, as a read-only token says.
        read_only: bool,
    },
    /// The person at the machine itself, through the command line: may do all.
    Operator,
}

/// Through which door a request came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// The screens.
    Web,
    /// The JSON API.
    Api,
    /// The command line.
    Command,
}

impl Channel {
    /// The word in the log.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Api => "api",
            Self::Command => "command",
        }
    }
}

/// How far a permission reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole organization.
    Organization,
    /// These departments only.
    Departments(Vec<DepartmentId>),
}

impl Scope {
    /// Whether something of that department (or of none) lies within.
    pub fn covers(&self, department: Option<DepartmentId>) -> bool {
        match self {
            Self::Organization => true,
            Self::Departments(own) => department.is_some_and(|department| own.contains(&department)),
        }
    }
}

/// Who asks, for which organization, through which door, at what time.
#[derive(Debug, Clone)]
pub struct Context {
    store: Store,
    clock: Clock,
    /// Who acts.
    pub actor: Actor,
    /// The tenant: from the session or the token, never from the client's words.
    pub organization: OrganizationId,
    /// Through which door.
    pub channel: Channel,
    /// One id per request, in log and audit record.
    pub request: Uuid,
}

impl Context {
    /// The context of one request of `visitor`, now known to be `actor` in `organization`.
    pub fn new(visitor: &Visitor, actor: Actor, organization: OrganizationId) -> Self {
        Self {
            store: visitor.store.clone(),
            clock: visitor.clock.clone(),
            actor,
            organization,
            channel: visitor.channel,
            request: visitor.request,
        }
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The account, where a person acts.
    pub fn account(&self) -> Option<AccountId> {
        match &self.actor {
            Actor::Person { account, .. } => Some(*account),
            Actor::Operator => None,
        }
    }

    /// The actor's name for records.
    pub fn actor_name(&self) -> &str {
        match &self.actor {
            Actor::Person { name, .. } => name,
            Actor::Operator => "管理者（コマンド）",
        }
    }

    /// Whether the actor may do that at all, if only within a department.
    pub fn allows(&self, permission: Permission) -> bool {
        self.scope(permission).is_ok()
    }

    /// Asks for a permission over the whole organization.
    ///
    /// # Errors
    /// [`Error::Forbidden`] unless a role opens it.
    pub fn require(&self, permission: Permission) -> Result<()> {
        match self.scope(permission)? {
            Scope::Organization => Ok(()),
            Scope::Departments(_) => Err(Error::Forbidden),
        }
    }

    /// How far the actor's permission reaches.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where no role opens it.
    pub fn scope(&self, permission: Permission) -> Result<Scope> {
        let Actor::Person { roles, read_only, .. } = &self.actor else { return Ok(Scope::Organization) };
        let reading = matches!(
            permission,
            Permission::ReadAssets
                | Permission::ReadRisks
                | Permission::ReadOrganization
                | Permission::ReadPeople
                | Permission::ReadAuditLog
        );
        if *read_only && !reading {
            return Err(Error::Forbidden);
        }
        let opening = roles.iter().filter(|(role, _)| role.allows(permission));
        let mut departments = Vec::new();
        for (role, department) in opening {
            match department {
                None if !role.of_department() => return Ok(Scope::Organization),
                None => {}
                Some(department) => departments.push(*department),
            }
        }
        if departments.is_empty() { Err(Error::Forbidden) } else { Ok(Scope::Departments(departments)) }
    }

    /// For reading outside of a transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        self.store.reader()
    }

    /// The database itself, for work that goes on after the request.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Runs `work` in one transaction: all of it is kept, or nothing.
    ///
    /// # Errors
    /// Those of `work`; [`Error::Database`] where the engine cannot begin or commit.
    pub async fn transaction<T>(&self, work: impl AsyncFnOnce(&Transaction) -> Result<T>) -> Result<T> {
        self.store.transaction(work).await
    }
}

/// Somebody who is not known yet: before sign-in, first run, by an invitation's link.
#[derive(Debug, Clone)]
pub struct Visitor {
    store: Store,
    clock: Clock,
    /// Through which door.
    pub channel: Channel,
    /// The network address, for throttling; empty at the machine itself.
    pub network: String,
    /// What the browser says it is, shown in the list of sessions.
    pub user_agent: String,
    /// One id per request.
    pub request: Uuid,
}

impl Visitor {
    /// A visitor through that door.
    pub fn new(store: Store, clock: Clock, channel: Channel) -> Self {
        Self { store, clock, channel, network: String::new(), user_agent: String::new(), request: Uuid::now_v7() }
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// For reading outside of a transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        self.store.reader()
    }

    /// The database itself.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Runs `work` in one transaction; see [`Context::transaction`].
    ///
    /// # Errors
    /// Those of `work`; [`Error::Database`] where the engine cannot begin or commit.
    pub async fn transaction<T>(&self, work: impl AsyncFnOnce(&Transaction) -> Result<T>) -> Result<T> {
        self.store.transaction(work).await
    }

    /// The operator at the machine, for `organization`.
    pub fn operator(&self, organization: OrganizationId) -> Context {
        Context::new(self, Actor::Operator, organization)
    }
}
